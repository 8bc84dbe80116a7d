import { callGraph, type GraphCalling } from './callGraph';
import type { GraphRequest } from './GraphTransport';
import { readMessageId } from '../messages/readMessageId';
import { toGraphId } from './toGraphId';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

/**
 * Tells the person that a message was read, and may show that an answer is being written; see `CloudApi.markAsRead`.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators (read 2025-12)
 */
export async function markAsRead(
	calling: GraphCalling,
	phoneNumberId: string,
	messageId: string,
	{ showsTyping = false, maxTries = calling.maxTries }: { showsTyping?: boolean; maxTries?: number } = {},
): Promise<void> {
	const body = {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: readMessageId('Message ID', messageId),
		...(showsTyping && { typing_indicator: { type: 'text' } }),
	};
	const path = `/${toGraphId('Business Phone Number', phoneNumberId)}/messages`;
	const request: GraphRequest = { method: 'POST', path, body };
	const answer = await callGraph({ ...calling, maxTries }, request);
	if (answer.body.success !== true) throw toUnreadableAnswerError(answer, request);
}
