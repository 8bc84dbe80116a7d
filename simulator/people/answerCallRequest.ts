import type { Engine } from '../Engine.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { findRequest } from './findRequest.ts';
import { receiveMessage } from './receiveMessage.ts';

/** What a person says to the wish of the business to call. */
export interface CallRequestAnswerInput extends ParticipantNames {
	/** Whether it may. */
	response: 'accept' | 'reject';
	/** True when it may for ever, and not for 7 days only; false when undefined. */
	isPermanent?: boolean;
	/** True when nobody was asked: the person called, which allows to call back; false when undefined. Opens no window itself. */
	isAutomatic?: boolean;
	/** wamid of the message that asked; undefined takes the newest that did, or none. */
	messageId?: string;
}

const PERMISSION_SECONDS = 7 * 24 * 60 * 60;

/**
 * Lets a person allow or refuse calls of the business.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions (read 2025-12)
 */
export function answerCallRequest(engine: Engine, input: CallRequestAnswerInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const { response, isPermanent = false, isAutomatic = false } = input;
	const asked = isAutomatic ? undefined : findRequest(engine, participants, 'call_permission_request')?.id;
	const contextId = input.messageId ?? asked;
	const reply = {
		response,
		is_permanent: isPermanent,
		...(response === 'accept' &&
			!isPermanent && { expiration_timestamp: Math.floor(engine.clock.nowMs() / 1000) + PERMISSION_SECONDS }),
		response_source: isAutomatic ? 'automatic' : 'user_action',
	};
	return receiveMessage(engine, participants, {
		type: 'interactive',
		content: { type: 'call_permission_reply', call_permission_reply: reply },
		...(contextId !== undefined && { contextId }),
	});
}
