/**
 * Says whether a text is the ID of a group of the Groups API: `capi_group:` and what follows, in base64.
 *
 * The form is that of Meta's samples; no page promises it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging (dated 2026-05-21)
 */
export function isGroupId(text: string): boolean {
	return /^Y2FwaV9ncm91cDo[A-Za-z0-9+/=_-]{4,200}$/.test(text);
}
