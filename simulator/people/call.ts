import type { Engine } from '../Engine.ts';
import { callUpdate } from '../webhooks/callUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';

/** A call between a person and a business number. */
export interface CallInput extends ParticipantNames {
	/** Who calls; the person when undefined. */
	by?: 'person' | 'business';
	/** Hours by which the call is older than the simulator's present; 0 when undefined. */
	agoHours?: number;
	/**
	 * Whether the other side answered. A person's call opens the window either way (false when undefined), a call of the
	 * business only when it is accepted (true when undefined).
	 */
	isAnswered?: boolean;
	/** Payload of the button with which the person called; undefined when it was none. */
	payload?: string;
}

/**
 * Lets a person call, or accept or reject a call of the business.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/pricing (read 2026-04)
 */
export function call(engine: Engine, input: CallInput): MessageRecord {
	const { person, number } = findParticipants(engine, input);
	const { payload } = input;
	const isFromBusiness = input.by === 'business';
	const isAnswered = input.isAnswered ?? isFromBusiness;
	const atMs = Math.floor((engine.clock.nowMs() - (input.agoHours ?? 0) * 3_600_000) / 1000) * 1000;
	const id = engine.ids.callId();
	const stages = isFromBusiness
		? (['ringing', isAnswered ? 'accepted' : 'rejected'] as const)
		: (['connect', 'terminate'] as const);
	if (isAnswered || !isFromBusiness) engine.world.windows.open(number.id, person.waId, atMs);
	for (const stage of stages) {
		engine.deliveries.enqueue(callUpdate({ id, person, number, stage, isAnswered, atMs, ...(payload && { payload }) }));
	}
	const words = isFromBusiness
		? `${isAnswered ? 'Accepted' : 'Rejected'} a call`
		: `Called (${isAnswered ? 'answered' : 'not answered'})`;
	return engine.world.addMessage({
		id,
		direction: 'inbound',
		phoneNumberId: number.id,
		waId: person.waId,
		type: 'call',
		text: words,
		atMs,
		status: 'received',
		buttons: [],
		content: { isAnswered },
	});
}
