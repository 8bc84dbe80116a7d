import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { attachMedia } from '../media/attachMedia.ts';
import type { MediaDraft } from '../media/attachMedia.ts';
import { usualMediaTypes } from '../media/usualMediaTypes.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames, Participants } from './findParticipants.ts';
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
	/** The file of a media message; undefined makes one up. */
	media?: MediaDraft;
	/** Whether it was forwarded, and more than five times; undefined when it was not. */
	forwarded?: 'once' | 'frequently';
	/** Group it is written in; undefined in a conversation of two. */
	groupId?: string;
	/** Product it asks about, as Meta's `referred_product`; undefined when it asks about none. */
	referredProduct?: JsonObject;
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
 * A group that nobody has made has no members, and takes everybody's messages.
 *
 * @throws {ControlError} for an unknown side, somebody who is not in the group, or a text message without a text
 */
export function write(engine: Engine, input: WriteInput): MessageRecord {
	const group = input.groupId === undefined ? undefined : engine.world.findGroup(input.groupId);
	const participants = findParticipants(engine, { ...input, phoneNumberId: input.phoneNumberId ?? group?.phoneNumberId });
	if (group && !group.members.includes(participants.person.waId)) throw new ControlError(`"${input.from}" is not a member of the group "${group.subject}".`);
	const type = input.type ?? 'text';
	if (type === 'text' && !input.text && !input.content) throw new ControlError('"text" is missing: give a text.');
	if (!/^[a-z_]+$/.test(type)) throw new ControlError(`"${type}" is not a message type.`);
	if (input.media && !Object.hasOwn(usualMediaTypes, type)) throw new ControlError(`A message of the type ${type} has no file.`);
	const referral = input.referral === true ? sampleReferral : input.referral;
	const contextParts = toContextParts(input);
	return receiveMessage(engine, participants, {
		type,
		content: input.content ?? makeContent(engine, type, input, participants),
		agoHours: input.agoHours ?? 0,
		...(input.replyTo !== undefined && { contextId: input.replyTo }),
		...(input.groupId !== undefined && { groupId: input.groupId }),
		...(contextParts && { contextParts }),
		...(referral && { referral }),
	});
}

function makeContent(engine: Engine, type: string, input: WriteInput, { number }: Participants): JsonObject {
	if (type === 'text') return { body: input.text };
	const caption = input.text ? { caption: input.text } : {};
	if (!Object.hasOwn(usualMediaTypes, type)) return { ...sampleContent(type), ...caption };
	const atMs = engine.clock.nowMs() - (input.agoHours ?? 0) * 3_600_000;
	const origin = { type, phoneNumberId: number.id, atMs };
	return { ...attachMedia(engine.media, input.media ?? {}, origin), ...caption };
}

function toContextParts({ forwarded, referredProduct }: WriteInput): JsonObject | undefined {
	if (forwarded === undefined && !referredProduct) return undefined;
	return {
		...(forwarded === 'once' && { forwarded: true }),
		...(forwarded === 'frequently' && { frequently_forwarded: true }),
		...(referredProduct && { referred_product: referredProduct }),
	};
}
