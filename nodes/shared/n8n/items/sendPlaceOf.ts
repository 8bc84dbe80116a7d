import { randomUUID } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendPlace } from '../../sending/sendOnceKey';
import { isToolRun } from './isToolRun';

/**
 * Says where an item is sent from.
 *
 * The execution is named by an ID that n8n keeps with its data, so that it is the same in Retry On Fail and in a retry by
 * hand, and never that of another one, as the execution's own ID is in an n8n with a new database.
 */
export function sendPlaceOf(
	context: Pick<IExecuteFunctions, 'getContext' | 'getNode' | 'getWorkflowDataProxy'>,
	itemIndex: number,
): SendPlace {
	const kept = context.getContext('node') as { sendOnceId?: string };
	const executionName = (kept.sendOnceId ??= randomUUID());
	const place: SendPlace = { executionName, nodeId: context.getNode().id, itemIndex };
	if (isToolRun(context)) return place;
	return { ...place, runIndex: context.getWorkflowDataProxy(itemIndex).$runIndex as number };
}
