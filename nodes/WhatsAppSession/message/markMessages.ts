import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { asObject } from '../../shared/n8n/parameters/asObject';
import { createParameterReader, type ParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import { createPhoneNumberResolver } from '../../shared/n8n/account/createPhoneNumberResolver';
import { readPhoneNumberId } from '../../shared/n8n/account/readPhoneNumberId';
import { openAccount } from '../../shared/n8n/account/openAccount';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import { messageIdOfItem } from '../../shared/n8n/parameters/messageIdOfItem';
import { passErrorOn } from '../../shared/n8n/items/passErrorOn';
import { withFields } from '../../shared/n8n/items/withFields';

/**
 * Marks the message of every item as read, and may show that an answer is being written.
 *
 * @returns each item with `marked`: which message, and whether typing is shown
 */
async function markMessages(context: IExecuteFunctions, showsTyping: boolean): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const read = createParameterReader(context);
	const account = await openAccount(context);
	const resolve = createPhoneNumberResolver(account);
	const signal = context.getExecutionCancelSignal();
	const outcomes: INodeExecutionData[] = [];
	for (const itemIndex of items.keys()) {
		signal?.throwIfAborted();
		try {
			const phoneNumberId = await resolve(readPhoneNumberId(read, items[itemIndex], itemIndex));
			const messageId = readMessageId(read, items[itemIndex], itemIndex);
			await account.cloudApi.markAsRead(phoneNumberId, messageId, { showsTyping });
			outcomes.push(withFields(items[itemIndex], itemIndex, { marked: { messageId, phoneNumberId, asRead: true, showsTyping } }));
		} catch (error) {
			outcomes.push(passErrorOn(context, error, itemIndex));
		}
	}
	return outcomes;
}

function readMessageId(read: ParameterReader, item: INodeExecutionData | undefined, itemIndex: number): string {
	if (!isLeftEmpty(read.stored('messageId'))) return String(read('messageId', itemIndex, '') ?? '');
	if (typeof asObject(item?.json.message).groupId === 'string') throw wasWrittenInGroup();
	return String(messageIdOfItem(item?.json ?? {}) ?? '');
}

function wasWrittenInGroup(): InvalidInputError {
	return new InvalidInputError(
		'Message ID',
		"'Message ID' is empty, and the message of the item was written in a group, where WhatsApp shows neither that it was read nor that somebody is typing.",
		"Let only messages without 'message.groupId' come here, for example by an If node.",
	);
}

/** Shows people that their messages were read. */
export async function markAsRead(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await markMessages(context, false);
}

/** Shows people that their messages were read and that an answer is being written. */
export async function showTyping(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await markMessages(context, true);
}
