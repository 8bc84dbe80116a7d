import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import type { MessagePayload } from './FreeFormMessage';
import { LONGEST } from './messageLimits';

/** Interactive messages that Direct Send takes, by Meta's names: reply buttons and links, one link, and a call button. */
const INTERACTIVE_TYPES = ['button', 'cta_url', 'voice_call'];
const ANOTHER_WAY = "another way in 'When the Window Is Closed'";

/**
 * Makes a utility message of a free-form one that goes out without a template of one's own, by Direct Send: the same request, with the
 * category. It quotes no message and shows no preview of a link, because Direct Send does neither.
 *
 * That a header may be a picture, a video or a document is by the newer one of two copies of Meta's page; the older one restricts it to accounts that
 * Meta has enabled for it. What Meta answers to a type or a length that it does not take, no source says: it is refused here.
 *
 * @param payload - may have an address beside it, which stays
 * @throws {InvalidInputError} when Direct Send does not take this type, or the text is longer than a template's
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/send-utility-and-authentication-messages (dated 2026-07-31)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-features-and-limits (dated 2026-07-31)
 */
export function toDirectSend(payload: MessagePayload): Record<string, unknown> {
	const { type } = payload;
	const content = isRecord(payload[type]) ? payload[type] : {};
	const message = { ...without('context', payload), category: 'utility' };
	if (type === 'text') {
		requireShort('Text', content.body);
		return { ...message, text: without('preview_url', content) };
	}
	const kind = type === 'interactive' ? String(content.type) : type;
	if (type !== 'interactive' || !INTERACTIVE_TYPES.includes(kind)) {
		throw new InvalidInputError(
			'Message Type',
			`Direct Send does not take this 'Message Type' (${kind.slice(0, 40)}), so nothing was sent.`,
			`Choose Text, Buttons, Link Button or Call Button, or ${ANOTHER_WAY}.`,
		);
	}
	requireShort('Body', isRecord(content.body) ? content.body.text : undefined);
	return message;
}

function without(member: string, object: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([name]) => name !== member));
}

function requireShort(parameter: string, text: unknown): void {
	const { length } = String(text ?? '');
	if (length <= LONGEST.body) return;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is ${length} characters long; Direct Send takes ${LONGEST.body}, as a template does.`,
		`Write a shorter text, or choose ${ANOTHER_WAY}.`,
	);
}
