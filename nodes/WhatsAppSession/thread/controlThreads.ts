import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ThreadAction } from '../../shared/cloudApi/client/controlThread';
import { conversationState } from '../../shared/domain/conversationState';
import { groupOf } from '../../shared/domain/groupAsUser';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { findWindows, type AskedWindow } from '../../shared/n8n/items/findWindows';
import { passErrorOn } from '../../shared/n8n/items/passErrorOn';
import { toConversationJson } from '../../shared/n8n/items/toConversationJson';
import { withFields } from '../../shared/n8n/items/withFields';
import { openRegisterRun, type RegisterRun } from '../register/openRegisterRun';

/**
 * Moves the conversation of every item between the responders of the account, one after another, and keeps who owns it: no call of Meta's says.
 *
 * @returns each item with `thread`, what was done, and `conversation`, as it is then
 */
export const controlThreads =
	(action: ThreadAction['action']) =>
	async (context: IExecuteFunctions): Promise<INodeExecutionData[]> => {
		const run = await openRegisterRun(context);
		const windows = await findWindows(run.items, run.account, run.read);
		const signal = context.getExecutionCancelSignal();
		const outcomes: INodeExecutionData[] = [];
		for (const [itemIndex, window] of windows.entries()) {
			signal?.throwIfAborted();
			try {
				if ('error' in window) throw window.error;
				outcomes.push(withFields(run.items[itemIndex], itemIndex, await controlOne(run, window, action, itemIndex)));
			} catch (error) {
				outcomes.push(passErrorOn(context, error, itemIndex));
			}
		}
		return outcomes;
	};

async function controlOne({ account, store, read, now }: RegisterRun, window: AskedWindow, action: ThreadAction['action'], itemIndex: number) {
	const { phoneNumberId, recipient } = window;
	if (groupOf(recipient) !== undefined) throw isNoPerson();
	const targetRole = action === 'pass' ? String(read('targetRole', itemIndex, '') ?? '') : undefined;
	const note = String(read('options.note', itemIndex, '') ?? '');
	await account.cloudApi.controlThread(phoneNumberId, { action, recipient, targetRole, note });
	const key = { phoneNumberId, user: { bsuid: recipient.bsuid, waId: recipient.waId } };
	const atMs = now.toMillis();
	await store.recordEvidence([{ ...key, kind: 'conversation', atMs, conversation: { owner: { isElsewhere: action === 'pass', atMs } } }]);
	const [session] = await store.findSessions([key]);
	const thread = { action, phoneNumberId, ...(targetRole !== undefined && { targetRole }) };
	return { thread, conversation: toConversationJson(conversationState(session, now)) };
}

function isNoPerson(): InvalidInputError {
	return new InvalidInputError(
		'Recipient',
		"'Recipient' is a group, and only conversations with one person are passed on between responders. Nothing was done.",
		"Give a phone number or a business-scoped user ID (BSUID) in 'Recipient'.",
	);
}
