import { setMaxListeners } from 'node:events';

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { judgeSend } from '../../domain/policies/judgeSend';
import { ItemsFailedError, runPerRecipient, type ItemTask } from '../../sending/runPerRecipient';
import type { Sender } from '../../sending/Sender';
import { isForAll } from './isForAll';
import { openClosingNotice } from './openClosingNotice';
import { openRunReport } from './openRunReport';
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
	const failed = (error: unknown, itemIndex: number): { output: 0 | 1; item: INodeExecutionData } => ({
		output: 1,
		item: passErrorOn(context, error, itemIndex),
	});
	const run = await openSendRun(context).catch((error: unknown) => {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error);
		return { error };
	});
	if ('error' in run) return toOutputs(context, items.map((_, itemIndex) => failed(run.error, itemIndex)));

	const recipients = items.map((_, itemIndex) => recipientName(run, items[itemIndex], itemIndex));
	const send = passingOn(run, sendItem);
	const report = openRunReport(context, items.length, () => performance.now());
	const closing = openClosingNotice(context);
	const task: ItemTask<ReturnType<typeof failed>> = async (itemIndex, passOn) =>
		await send(itemIndex, passOn).then(
			(sent) => {
				report.note(sent);
				if (sent.output === 0) closing.note(sent.json.session);
				return { output: sent.output, item: withFields(items[itemIndex], itemIndex, sent.json) };
			},
			(error: unknown) => {
				report.note(undefined);
				if (!context.continueOnFail()) throw error;
				return failed(error, itemIndex);
			},
		);
	const routed = await runPerRecipient(recipients, task, { isForAll, signal: toSharedSignal(context) }).catch((error: unknown) => {
		report.end({ isDone: false });
		return throwFailures(context, error);
	});
	report.end({ isDone: true });
	closing.end();
	return toOutputs(context, routed);
}

/** Sends one item, and passes the place in the line on when its message has its turn. */
function passingOn(run: SendRun, sendItem: (run: SendRun, itemIndex: number) => Promise<SentItem>) {
	const items = run.context.getInputData();
	const node = sendingNodeOf(run.context);
	const passOns = new Map<number, () => void>();
	const sender: Sender = { ...run.sender, onPassedOn: (itemIndex) => passOns.get(itemIndex)?.() };
	return async (itemIndex: number, passOn: () => void): Promise<SentItem> => {
		const decision = judgeSend({ item: items[itemIndex]?.json ?? {}, node });
		if (decision.kind !== 'go') return { output: 1, json: { notSent: toNotSentJson(decision) } };
		passOns.set(itemIndex, passOn);
		return await sendItem({ ...run, sender }, itemIndex).finally(() => passOns.delete(itemIndex));
	};
}

/** Hundreds of items listen to it; without a word Node takes that for a leak. */
function toSharedSignal(context: IExecuteFunctions): AbortSignal | undefined {
	const signal = context.getExecutionCancelSignal();
	if (signal) setMaxListeners(0, signal);
	return signal;
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
