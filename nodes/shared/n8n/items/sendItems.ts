import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { judgeSend } from '../../domain/policies/judgeSend';
import { runPerRecipient } from '../../sending/runPerRecipient';
import { openSendRun, sendingNodeOf, type SendRun } from './openSendRun';
import { passErrorOn } from './passErrorOn';
import { readRecipient } from '../parameters/readRecipient';
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
 * An item that fails leaves on the second output when the node is set to go on; otherwise nothing new is sent and the node
 * fails. Messages that are out already are not sent again by Retry On Fail. When the execution is stopped nothing new is
 * sent either, whatever the node is set to.
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
			(error: unknown) => failed(error, itemIndex),
		);
	return toOutputs(context, await runPerRecipient(recipients, task, context.getExecutionCancelSignal()));
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
