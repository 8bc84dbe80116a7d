import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { renderFreeForm } from '../sending/rendering/renderFreeForm.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { inboundUpdate } from '../webhooks/inboundUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Participants } from './findParticipants.ts';

/** What a person sends. */
export interface InboundContent {
	/** Meta's message type. */
	type: string;
	/** The type's own object. */
	content: JsonObject;
	/** Hours by which it is older than the simulator's present; 0 when undefined. */
	agoHours?: number;
	/** wamid of the message it answers; undefined when it answers none. */
	contextId?: string;
	/** Group it was written in; undefined in a conversation of two. */
	groupId?: string;
	/** What else the message's `context` says, for example that it was forwarded. */
	contextParts?: JsonObject;
	/** The click-to-WhatsApp ad it came from; undefined when from none. */
	referral?: JsonObject;
}

/** Types that nobody wrote, or of which Meta does not say that they open the window. */
const NOT_OPENING = new Set(['system', 'unsupported', 'edit', 'revoke']);

/**
 * Takes a message of a person: remembers it, opens the window at the message's own second (that of the group it was written in), and reports it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 */
export function receiveMessage(
	engine: Engine,
	{ person, number }: Participants,
	inbound: InboundContent,
): MessageRecord {
	const { type, content, contextId, groupId, agoHours = 0 } = inbound;
	const { clock, ids, world } = engine;
	const message: MessageRecord = {
		id: ids.messageId(),
		direction: 'inbound',
		phoneNumberId: number.id,
		waId: person.waId,
		type,
		...renderFreeForm(type, content),
		// The webhook carries whole seconds, and the window counts from what the webhook says.
		atMs: Math.floor((clock.nowMs() - agoHours * 3_600_000) / 1000) * 1000,
		status: 'received',
		...(contextId !== undefined && { contextId }),
		...(groupId !== undefined && { groupId }),
		buttons: [],
		content,
	};
	world.addMessage(message);
	if (isOpening(engine, message)) world.windows.open(number.id, groupId ?? person.waId, message.atMs);
	const { referral, contextParts } = inbound;
	if (referral && groupId === undefined) world.prices.noteReferral(number.id, person.waId, message.atMs);
	const context = toContext(engine, { person, number }, message, contextParts);
	if (groupId === undefined) world.threads.touch(number.id, person.waId, message.atMs);
	const isStandby = groupId === undefined && world.threads.ownerOf(number.id, person.waId, clock.nowMs()) === 'responder';
	const parts = { ...(context && { context }), ...(referral && { referral }) };
	engine.deliveries.enqueue(inboundUpdate({ message, person, number, isStandby, ...parts }));
	return message;
}

/** In a group it is the window of the group that opens, whoever writes. */
function isOpening({ world }: Engine, { type, content }: MessageRecord): boolean {
	if (type === 'reaction') return world.settings.reactionsOpenWindow && content.emoji !== '';
	// Granted because the person called: nobody tapped anything.
	if (toJsonObject(content.call_permission_reply)?.response_source === 'automatic') return false;
	return !NOT_OPENING.has(type);
}

function toContext(
	{ world }: Engine,
	{ person, number }: Participants,
	{ contextId }: MessageRecord,
	parts?: JsonObject,
): JsonObject | undefined {
	if (contextId === undefined) return parts;
	const isOwn = world.findMessage(contextId)?.direction === 'inbound';
	const from = isOwn ? person.waId : number.displayPhoneNumber.replace(/\D/g, '');
	return { ...(!(isOwn && person.hidesPhoneNumber) && { from }), id: contextId, ...parts };
}
