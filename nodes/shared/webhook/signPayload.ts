import { createHmac } from 'node:crypto';

/**
 * Signs a payload the way Meta does: HMAC-SHA256 over the raw bytes, keyed with the app secret.
 *
 * @param rawBody - the bytes of the request body, exactly as they are sent
 * @param appSecret - from App Settings > Basic in the Meta console
 * @returns the value of the `X-Hub-Signature-256` header: `sha256=` and 64 lower-case hex digits
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export function signPayload(rawBody: Uint8Array, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
}
