import type { Engine } from '../Engine.ts';
import { callUpdate } from '../webhooks/callUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';

/** A call between a person and a business number. */
export interface CallInput extends ParticipantNames {
	/** Who calls; the person when undefined. A call that the business makes is taken to be accepted. */
	by?: 'person' | 'business';
	/** Hours by which the call is older than the simulator's present; 0 when undefined. */
	agoHours?: number;
	/** Whether the business answered the person's call; false when undefined. Either way the window opens. */
	isAnswered?: boolean;
}

/**
 * Lets a person call, or accept a call of the business. Both open the window.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/pricing (read 2026-04)
 */
export function call(engine: Engine, input: CallInput): MessageRecord {
	const { person, number } = findParticipants(engine, input);
	const isAnswered = input.by === 'business' || (input.isAnswered ?? false);
	const atMs = Math.floor((engine.clock.nowMs() - (input.agoHours ?? 0) * 3_600_000) / 1000) * 1000;
	const id = engine.ids.callId();
	const stages = input.by === 'business' ? (['accepted'] as const) : (['connect', 'terminate'] as const);
	engine.world.windows.open(number.id, person.waId, atMs);
	for (const stage of stages) {
		engine.deliveries.enqueue(callUpdate({ id, person, number, stage, isAnswered, atMs }));
	}
	const words = input.by === 'business' ? 'Accepted a call' : `Called (${isAnswered ? 'answered' : 'not answered'})`;
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
		content: {},
	});
}
