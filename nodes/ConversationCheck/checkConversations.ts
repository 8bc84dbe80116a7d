import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { conversationState } from '../shared/domain/conversationState';
import { openAccount } from '../shared/n8n/account/openAccount';
import { tellOfSharedFile } from '../shared/n8n/account/tellOfSharedFile';
import { findWindows } from '../shared/n8n/items/findWindows';
import { toConversationJson } from '../shared/n8n/items/toConversationJson';
import { createParameterReader } from '../shared/n8n/parameters/createParameterReader';

/** The answer for one item: the field `conversation`, or what went wrong with this item. */
export type Answer = { conversation: IDataObject & { owner: 'bot' | 'human' } } | { error: unknown };

/**
 * Answers for every item whose turn it is to answer its person. The store is read for all items at once.
 *
 * @returns one answer for each item, in the order of the items
 * @throws {SessionStoreError} when the store cannot be read: that is neither the bot's turn nor a person's
 */
export async function checkConversations(context: IExecuteFunctions): Promise<Answer[]> {
	const account = await openAccount(context);
	tellOfSharedFile(context, account);
	const now = DateTime.utc();
	const windows = await findWindows(context.getInputData(), account, createParameterReader(context));
	return windows.map((window): Answer => {
		if ('error' in window) return window;
		return { conversation: toConversationJson(conversationState(window.session, now)) };
	});
}
