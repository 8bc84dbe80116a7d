import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { findRequest } from './findRequest.ts';
import { receiveMessage } from './receiveMessage.ts';

/** What a person filled in. */
export interface FlowAnswerInput extends ParticipantNames {
	/** The answers by the names of their fields. */
	answers: JsonObject;
	/** wamid of the message with the Flow; undefined takes the newest that has one, or none. */
	messageId?: string;
}

/**
 * Lets a person finish a Flow: an `interactive` message whose answers are JSON in a text.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive (read 2026-03)
 */
export function answerFlow(engine: Engine, input: FlowAnswerInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const flow =
		input.messageId === undefined
			? findRequest(engine, participants, 'flow')
			: engine.world.findMessage(input.messageId);
	const contextId = input.messageId ?? flow?.id;
	const token = toJsonObject(toJsonObject(flow?.content.action)?.parameters)?.flow_token;
	const answers = { ...input.answers, ...(typeof token === 'string' && { flow_token: token }) };
	const reply = { response_json: JSON.stringify(answers), body: 'Sent', name: 'flow' };
	return receiveMessage(engine, participants, {
		type: 'interactive',
		content: { type: 'nfm_reply', nfm_reply: reply },
		...(contextId !== undefined && { contextId }),
	});
}
