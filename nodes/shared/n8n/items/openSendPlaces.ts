import { createHash, randomUUID } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendPlace } from '../../sending/nameSend';
import { isToolRun } from './isToolRun';

type PlaceContext = Pick<IExecuteFunctions, 'getContext' | 'getNode' | 'getWorkflowDataProxy'>;

/** What n8n keeps for the node beside the execution, and forgets when the execution is killed or stopped. */
interface Kept {
	/** How executions were named before 0.2; those go on under that name. */
	sendOnceId?: string;
	/** `$runIndex` of the first run of the node that is remembered. */
	firstRun?: number;
}

/**
 * Opens the places from which one run of a node sends: each names an item of it, the same in every retry of the execution.
 *
 * - The execution is named by the token with which n8n lets it be resumed. n8n makes one for each execution before anything
 *   runs, stores it with the execution, and keeps it through Retry On Fail, retries by hand, kill and stop. It is a secret, so
 *   its digest is taken. A sub-workflow is an execution of its own, and is another one in a retry of its parent.
 * - Runs are counted from the first one that is remembered: after a kill n8n begins to count at 1 in the retry.
 */
export function openSendPlaces(context: PlaceContext): (itemIndex: number) => SendPlace {
	const nodeId = context.getNode().id;
	const { $execution, $runIndex } = context.getWorkflowDataProxy(0) as unknown as { $execution: { resumeUrl: string }; $runIndex: number };
	const kept = context.getContext('node') as Kept;
	const executionName = kept.sendOnceId ?? nameExecution($execution.resumeUrl) ?? (kept.sendOnceId = randomUUID());
	if (isToolRun(context)) return (itemIndex) => ({ executionName, nodeId, itemIndex });
	const runIndex = $runIndex - (kept.firstRun ??= $runIndex);
	return (itemIndex) => ({ executionName, nodeId, itemIndex, runIndex });
}

/** Undefined where the address has no token: nothing else of an execution is the same in its retries, and in no other one. */
function nameExecution(resumeUrl: string): string | undefined {
	const token = URL.canParse(resumeUrl) ? new URL(resumeUrl).searchParams.get('signature') : null;
	return token ? createHash('sha256').update(token).digest('base64url').slice(0, 22) : undefined;
}
