import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Conversation } from '../../shared/domain/Conversation';
import { conversationState } from '../../shared/domain/conversationState';
import type { SessionEvidence } from '../../shared/domain/SessionEvidence';
import { DEFAULT_TAKE_OVER_HOURS, takeOverLength } from '../../shared/domain/takeOverLength';
import { findWindows } from '../../shared/n8n/items/findWindows';
import { toConversationJson } from '../../shared/n8n/items/toConversationJson';
import { openRegisterRun, type RegisterRun } from '../register/openRegisterRun';
import { readRow, runRows } from '../register/runRows';

/**
 * Notes for every item that a person of the business has taken the conversation over.
 *
 * @returns each item with `conversation`, as it is then
 */
export async function takeOver(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await record(context, ({ read, now }, itemIndex) => {
		const lastsMs = takeOverLength(read('takeOverEnds', itemIndex, 'afterHours'), read('takeOverHours', itemIndex, DEFAULT_TAKE_OVER_HOURS));
		const atMs = now.toMillis();
		return { signs: { operation: { sinceMs: atMs, atMs, ...(lastsMs !== undefined && { untilMs: atMs + lastsMs }) } } };
	});
}

/**
 * Gives the conversation of every item back to the bot.
 *
 * @returns each item with `conversation`, as it is then: still human where another responder owns it at WhatsApp
 */
export async function giveBack(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await record(context, ({ now }) => ({ givenBackAtMs: now.toMillis() }));
}

async function record(context: IExecuteFunctions, learn: (run: RegisterRun, itemIndex: number) => Conversation): Promise<INodeExecutionData[]> {
	const run = await openRegisterRun(context);
	const windows = await findWindows(run.items, run.account, run.read);
	const rows = await Promise.all(
		windows.map(async (window, itemIndex) =>
			await readRow((): SessionEvidence => {
				if ('error' in window) throw window.error;
				const { phoneNumberId, recipient } = window;
				const user = { bsuid: recipient.bsuid, waId: recipient.waId };
				return { kind: 'conversation', phoneNumberId, user, atMs: run.now.toMillis(), conversation: learn(run, itemIndex) };
			}),
		),
	);
	return await runRows(context, rows, async (batch) => await recordBatch(run, batch));
}

async function recordBatch({ store, now }: RegisterRun, batch: SessionEvidence[]): Promise<IDataObject[]> {
	await store.recordEvidence(batch);
	const sessions = await store.findSessions(batch);
	return batch.map((_, position) => ({ conversation: toConversationJson(conversationState(sessions[position], now)) }));
}
