import type { JsonObject } from '../JsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** A stage of a call. */
export interface CallStage {
	/** Call ID. */
	id: string;
	/** Who calls, or is called. */
	person: Person;
	/** The business number. */
	number: BusinessNumber;
	/** `connect` and `terminate` of a person's call; the others of a call that the business made. */
	stage: 'connect' | 'terminate' | 'ringing' | 'accepted' | 'rejected';
	/** Whether somebody answered; only with `terminate`. */
	isAnswered: boolean;
	/** Epoch milliseconds. */
	atMs: number;
	/** Payload of the button with which the person called; undefined when it was none. */
	payload?: string;
}

/**
 * Webhook update of the `calls` field.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/pricing (read 2026-04)
 */
export function callUpdate(call: CallStage): WebhookUpdate {
	const { person, number, stage } = call;
	return {
		field: 'calls',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(number),
			contacts: [webhookContact(person)],
			...(stage === 'connect' || stage === 'terminate'
				? { calls: [toCall(call)] }
				: { statuses: [toStatus(call)] }),
		},
		messageIds: [call.id],
		summary: `call (${stage}) with ${person.name}`,
	};
}

function toCall({ id, person, number, stage, isAnswered, atMs, payload }: CallStage): JsonObject {
	const seconds = Math.floor(atMs / 1000);
	return {
		id,
		...(!person.hidesPhoneNumber && { from: person.waId }),
		from_user_id: person.bsuid,
		to: number.displayPhoneNumber.replace(/\D/g, ''),
		event: stage,
		timestamp: String(seconds),
		direction: 'USER_INITIATED',
		...(payload !== undefined && { cta_payload: payload }),
		...(stage === 'connect' && {
			session: { sdp_type: 'offer', sdp: 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\n' },
		}),
		...(stage === 'terminate' && { status: isAnswered ? 'COMPLETED' : 'FAILED' }),
		...(stage === 'terminate' &&
			isAnswered && { start_time: String(seconds), end_time: String(seconds), duration: 0 }),
	};
}

function toStatus({ id, person, stage, atMs }: CallStage): JsonObject {
	return {
		id,
		type: 'call',
		status: stage.toUpperCase(),
		timestamp: String(Math.floor(atMs / 1000)),
		...(!person.hidesPhoneNumber && { recipient_id: person.waId }),
		recipient_user_id: person.bsuid,
	};
}
