import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { receiveMessage } from './receiveMessage.ts';
import { sampleContent } from './sampleContent.ts';

/** A message that a person writes. */
export interface WriteInput extends ParticipantNames {
	/** Words of a text message. */
	text?: string;
	/** Meta's message type; `text` when undefined. */
	type?: string;
	/** The type's own object; undefined takes a sample. */
	content?: JsonObject;
	/** wamid of the message it answers; undefined when it answers none. */
	replyTo?: string;
	/** Hours by which the message is older than the simulator's present; 0 when undefined. */
	agoHours?: number;
	/** True for a sample click-to-WhatsApp ad, or Meta's `referral` object; undefined for none. */
	referral?: JsonObject | true;
}

const sampleReferral: JsonObject = {
	source_url: 'https://fb.me/example',
	source_id: '120212345678901234',
	source_type: 'ad',
	headline: 'Plants for every balcony',
	body: 'Chat with us',
	media_type: 'image',
	ctwa_clid: 'ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4Nx0',
};

/**
 * Lets a person write to a business number, at the simulator's present or some hours before it.
 *
 * @throws {ControlError} for an unknown side, or a text message without a text
 */
export function write(engine: Engine, input: WriteInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const type = input.type ?? 'text';
	if (type === 'text' && !input.text && !input.content) throw new ControlError('"text" is missing: give a text.');
	if (!/^[a-z_]+$/.test(type)) throw new ControlError(`"${type}" is not a message type.`);
	const sample = type === 'text' ? { body: input.text } : sampleContent(type, engine.ids);
	const caption = type !== 'text' && input.text ? { caption: input.text } : {};
	const referral = input.referral === true ? sampleReferral : input.referral;
	return receiveMessage(engine, participants, {
		type,
		content: input.content ?? { ...sample, ...caption },
		agoHours: input.agoHours ?? 0,
		...(input.replyTo !== undefined && { contextId: input.replyTo }),
		...(referral && { referral }),
	});
}
