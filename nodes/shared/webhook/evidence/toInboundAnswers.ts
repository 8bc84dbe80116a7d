import type { InboundAnswer } from '../../domain/InboundAnswer';
import { opensWindow } from '../../domain/opensWindow';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import type { MessageEvent, WebhookEvent } from '../parsing/WebhookEvent';

/**
 * Picks the messages that may belong to a question: what a person wrote, tapped or sent to the business alone, and reactions. An
 * edit or a deletion is none of them, a message to another responder neither, and neither is a message without a readable time or without a sender.
 *
 * @param howGathered - says how a message is gathered with others; nothing is where it is undefined
 */
export function toInboundAnswers(events: WebhookEvent[], howGathered?: (event: WebhookEvent) => InboundAnswer['gathers']): InboundAnswer[] {
	return events.flatMap((event) => {
		if (event.event !== 'message' || event.isTimestampMissing || event.groupId || event.isStandby) return [];
		if (event.type === 'request_welcome' || (event.type !== 'reaction' && !opensWindow(event))) return [];
		const { eventId, phoneNumberId, user, atMs } = event;
		const repliesTo = event.type === 'reaction' ? reactsTo(event) : event.repliesTo;
		if (event.type === 'reaction' && !repliesTo) return [];
		const gesture = gestureOf(event);
		const gathers = howGathered?.(event);
		const known = { eventId, phoneNumberId, user, atMs, ...(repliesTo && { repliesTo }), ...(gesture && { gesture }), ...(gathers && { gathers }) };
		return user.bsuid || user.waId ? [known] : [];
	});
}

/** A reaction names its message in an object of its own, and has no context. */
function reactsTo({ raw }: MessageEvent): string | undefined {
	return asId(asRecord(raw.reaction)?.message_id);
}

/** A reaction that has no emoji takes the one before it back. */
function gestureOf({ type, text }: MessageEvent): InboundAnswer['gesture'] {
	if (type === 'sticker') return 'made';
	if (type !== 'reaction') return undefined;
	return text ? 'made' : 'takenBack';
}
