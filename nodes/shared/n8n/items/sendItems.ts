import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { AuthorizationError, RateLimitError } from '../../cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../cloudApi/errors/CloudApiNoAnswerError';
import { judgeSend } from '../../domain/policies/judgeSend';
import { ItemsFailedError, runPerRecipient } from '../../sending/runPerRecipient';
import { SessionStoreError } from '../../store/SessionStoreError';
import { openSendRun, sendingNodeOf, type SendRun } from './openSendRun';
import { passErrorOn } from './passErrorOn';
import { readRecipient } from '../parameters/readRecipient';
import { toItemError } from './toItemError';
import { toNodeError } from './toNodeError';
import { toNotSentJson } from './toNotSentJson';
import { toOutputs } from './toOutputs';
import { withFields } from './withFields';

/** Where an item leaves the node, and the fields that are added to it. */
export interface SentItem {
	/** 0: sent; 1: not sent. */
	output: 0 | 1;
	json: IDataObject;
}

/**
 * Sends the message of every item, several at once, and puts the items out in the order in which they came in.
 *
 * An item that fails leaves on the second output when the node is set to go on. Otherwise the others go out all the same, and then
 * the node fails; a retry sends only what is missing. What would fail for every item, a token that has expired for example, ends
 * the run at once. When the execution is stopped nothing new is sent either, whatever the node is set to.
 *
 * An item that must not be answered at all leaves on the second output with `notSent`, before its parameters are read.
 *
 * @param sendItem - sends the message of one item
 */
export async function sendItems(
	context: IExecuteFunctions,
	sendItem: (run: SendRun, itemIndex: number) => Promise<SentItem>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const failed = (error: unknown, itemIndex: number) => ({
		output: 1 as const,
		item: passErrorOn(context, error, itemIndex),
	});
	const run = await openSendRun(context).catch((error: unknown) => {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, 0);
		return { error };
	});
	if ('error' in run) return toOutputs(context, items.map((_, itemIndex) => failed(run.error, itemIndex)));

	const recipients = items.map((_, itemIndex) => recipientName(run, items[itemIndex], itemIndex));
	const node = sendingNodeOf(context);
	const send = async (itemIndex: number): Promise<SentItem> => {
		const decision = judgeSend({ item: items[itemIndex]?.json ?? {}, node });
		if (decision.kind !== 'go') return { output: 1, json: { notSent: toNotSentJson(decision) } };
		return await sendItem(run, itemIndex);
	};
	const task = async (itemIndex: number) =>
		await send(itemIndex).then(
			({ output, json }) => ({ output, item: withFields(items[itemIndex], itemIndex, json) }),
			(error: unknown) => {
				if (!context.continueOnFail()) throw error;
				return failed(error, itemIndex);
			},
		);
	const signal = context.getExecutionCancelSignal();
	const routed = await runPerRecipient(recipients, task, { isForAll, signal }).catch((error: unknown) => throwFailures(context, error));
	return toOutputs(context, routed);
}

/** Whether no other item would fare better: then trying them all takes hours and changes nothing. */
function isForAll(error: unknown): boolean {
	const causes = [error, (error as { cause?: unknown } | null)?.cause];
	return causes.some((cause) =>
		[AuthorizationError, RateLimitError, CloudApiNoAnswerError, SessionStoreError].some((kind) => cause instanceof kind),
	);
}

/** Says of the first item that failed what is the matter, and of the others whether they are out. */
function throwFailures(context: IExecuteFunctions, error: unknown): never {
	if (!(error instanceof ItemsFailedError)) throw error;
	const { failures: [first, ...others], doneCount } = error;
	const nodeError = toItemError(context, first.error, first.itemIndex);
	const total = context.getInputData().length;
	if (total > 1) {
		const more = others.length === 0 ? '' : ` ${others.length} more ${others.length === 1 ? 'item has' : 'items have'} failed.`;
		const rest = doneCount === 0 ? '' : ` The messages of ${doneCount} of ${total} items are done; a retry of the node repeats none of them.`;
		nodeError.description = `${nodeError.description ?? ''}${more}${rest}`.trim();
	}
	throw nodeError;
}

// Only for keeping one person's messages in order; what cannot be read fails later, with its own item.
function recipientName({ read, account }: SendRun, item: INodeExecutionData | undefined, itemIndex: number): string {
	try {
		const reading = readRecipient(read, item, itemIndex, account.credentials.numberCountry);
		const { bsuid, waId } = 'recipient' in reading ? reading.recipient : (reading.candidates[0] ?? {});
		return bsuid ?? waId ?? String(itemIndex);
	} catch {
		return String(itemIndex);
	}
}
