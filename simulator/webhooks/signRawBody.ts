import { createHmac } from 'node:crypto';

/**
 * The `X-Hub-Signature-256` header of a webhook: HMAC-SHA256 over the exact bytes, keyed with the app secret.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export function signRawBody(rawBody: string, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
}
