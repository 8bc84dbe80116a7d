import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { freeFormText } from '../sending/freeFormText.ts';
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
	/** The click-to-WhatsApp ad it came from; undefined when from none. */
	referral?: JsonObject;
}

/** Types that nobody wrote, or of which Meta does not say that they open the window. */
const NOT_OPENING = new Set(['system', 'unsupported', 'edit', 'revoke']);

/**
 * Takes a message of a person: remembers it, opens the window at the message's own second, and reports it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 */
export function receiveMessage(
	engine: Engine,
	{ person, number }: Participants,
	inbound: InboundContent,
): MessageRecord {
	const { type, content, contextId, referral, agoHours = 0 } = inbound;
	const { clock, ids, world } = engine;
	const message: MessageRecord = {
		id: ids.messageId(),
		direction: 'inbound',
		phoneNumberId: number.id,
		waId: person.waId,
		type,
		text: freeFormText(type, content),
		// The webhook carries whole seconds, and the window counts from what the webhook says.
		atMs: Math.floor((clock.nowMs() - agoHours * 3_600_000) / 1000) * 1000,
		status: 'received',
		...(contextId !== undefined && { contextId }),
		buttons: [],
		content,
	};
	world.addMessage(message);
	const isOpening =
		type === 'reaction' ? world.settings.reactionsOpenWindow && content.emoji !== '' : !NOT_OPENING.has(type);
	if (isOpening) world.windows.open(number.id, person.waId, message.atMs);
	const answered = contextId === undefined ? undefined : world.findMessage(contextId);
	const contextFrom = answered?.direction === 'inbound' ? person.waId : number.displayPhoneNumber.replace(/\D/g, '');
	engine.deliveries.enqueue(inboundUpdate({ message, person, number, contextFrom, ...(referral && { referral }) }));
	return message;
}
