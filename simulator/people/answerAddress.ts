import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { findRequest } from './findRequest.ts';
import { receiveMessage } from './receiveMessage.ts';

/** An address that a person filled in. */
export interface AddressAnswerInput extends ParticipantNames {
	/** The fields by Meta's names, for example `name`, `address`, `city`, `in_pin_code`. */
	values: JsonObject;
	/** ID of the saved address that was chosen; undefined when none was. */
	savedAddressId?: string;
	/** wamid of the message that asked; undefined takes the newest that did, or none. */
	messageId?: string;
}

/**
 * Lets a person answer the question for an address: an `interactive` message whose fields are JSON in a text.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages (read 2025-12)
 */
export function answerAddress(engine: Engine, input: AddressAnswerInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const contextId = input.messageId ?? findRequest(engine, participants, 'address_message')?.id;
	const { values, savedAddressId } = input;
	const response = { ...(savedAddressId !== undefined && { saved_address_id: savedAddressId }), values };
	const body = Object.values(values).map(String).join(', ');
	const reply = { response_json: JSON.stringify(response), body, name: 'address_message' };
	return receiveMessage(engine, participants, {
		type: 'interactive',
		content: { type: 'nfm_reply', nfm_reply: reply },
		...(contextId !== undefined && { contextId }),
	});
}
