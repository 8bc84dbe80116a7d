import { asText } from './asText';

/**
 * Gives a business-scoped user ID, for example `US.13491208655302741918`.
 *
 * @returns undefined for everything that does not look like one; the full stop after the country code tells it from a
 * wa_id
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function asBsuid(value: unknown): string | undefined {
	const text = asText(value);
	return text !== undefined && /^[A-Z]{2}\.[A-Za-z0-9._-]{1,140}$/.test(text) ? text : undefined;
}
