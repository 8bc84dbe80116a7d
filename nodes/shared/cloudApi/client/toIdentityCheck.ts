/**
 * The part of a send that keeps it from an account which is another person's meanwhile; spread it into the body beside the address.
 *
 * @param identityHash - undefined asks for no check
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers (read 2026-03)
 */
export function toIdentityCheck(identityHash: string | undefined): { recipient_identity_key_hash?: string } {
	return identityHash === undefined ? {} : { recipient_identity_key_hash: identityHash };
}
