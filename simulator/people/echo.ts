import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { renderFreeForm } from '../sending/rendering/renderFreeForm.ts';
import { echoUpdate } from '../webhooks/echoUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { findParticipants } from './findParticipants.ts';
import { ControlError } from '../control/ControlError.ts';

/** A message that somebody of the business writes in the WhatsApp Business app. */
export interface EchoInput {
	/** Person it goes to: phone number in any spelling, wa_id or BSUID. */
	to: string;
	/** Words of a text message. */
	text?: string;
	/** Meta's message type; `text` when undefined. */
	type?: string;
	/** The type's own object; undefined takes the text. */
	content?: JsonObject;
	/** Undefined takes the first business number. */
	phoneNumberId?: string;
	/** Hours by which the message is older than the simulator's present; 0 when undefined. */
	agoHours?: number;
}

/**
 * Lets the business write in its app. It reaches the person whatever the window, and opens none.
 *
 * @throws {ControlError} for an unknown side, or a message without a content
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users (read 2026-03)
 */
export function echo(engine: Engine, input: EchoInput): MessageRecord {
	const { to, text, type = 'text', agoHours = 0, phoneNumberId } = input;
	const { person, number } = findParticipants(engine, { from: to, ...(phoneNumberId && { phoneNumberId }) });
	const content = input.content ?? (type === 'text' && text ? { body: text } : undefined);
	if (!content) throw new ControlError('"text" is missing: give a text.');
	const message: MessageRecord = {
		id: engine.ids.messageId(),
		direction: 'outbound',
		phoneNumberId: number.id,
		waId: person.waId,
		type,
		...renderFreeForm(type, content),
		atMs: Math.floor((engine.clock.nowMs() - agoHours * 3_600_000) / 1000) * 1000,
		status: 'sent',
		isEcho: true,
		buttons: [],
		content,
	};
	engine.deliveries.enqueue(echoUpdate(message, person, number));
	return engine.world.addMessage(message);
}
