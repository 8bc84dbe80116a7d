/**
 * Says whether a text is a business-scoped user ID: country code, full stop, and up to 140 characters that Meta chooses.
 *
 * The full stop after the country code tells it from a wa_id. Meta documents letters and digits, `ENT.` before them in a
 * parent's; the other signs of an ID are let through, because an ID that we refuse is a person who gets no answer.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function isBsuid(text: string): boolean {
	return /^[A-Z]{2}\.[A-Za-z0-9._-]{1,140}$/.test(text);
}
