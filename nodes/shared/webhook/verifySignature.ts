import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a request comes from Meta, and why not:
 *
 * - `noSecret`: no app secret is set, so nothing can be verified;
 * - `noHeader`: the request carries no `X-Hub-Signature-256`;
 * - `malformedHeader`: the header is not `sha256=` and 64 hex digits;
 * - `mismatch`: the body was signed with another secret, or changed on its way.
 */
export type SignatureVerdict =
	| { isValid: true }
	| { isValid: false; reason: 'noSecret' | 'noHeader' | 'malformedHeader' | 'mismatch' };

/**
 * Says whether a webhook was signed with one of the app secrets.
 *
 * The signature is an HMAC-SHA256 over the raw bytes, compared in constant time. Hex digits of either case are accepted.
 * While a secret is being changed, pass the old one and the new one.
 *
 * **WARNING:** pass the bytes as they came. JSON that was parsed and written again has other bytes as soon as it holds
 * `\u00e9` or `\/`. The signature carries no time: a recorded request stays valid, so remove repetitions by message ID.
 *
 * @param rawBody - the bytes of the request body
 * @param header - `X-Hub-Signature-256`; undefined when the request has none
 * @param appSecrets - blank ones are ignored; when none is left, nothing is valid
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export function verifySignature(
	rawBody: Uint8Array,
	header: string | undefined,
	appSecrets: string[],
): SignatureVerdict {
	const secrets = appSecrets.filter((secret) => secret.trim() !== '');
	if (secrets.length === 0) return { isValid: false, reason: 'noSecret' };
	if (!header) return { isValid: false, reason: 'noHeader' };
	const hex = /^sha256=([0-9a-fA-F]{64})$/.exec(header)?.[1];
	if (!hex) return { isValid: false, reason: 'malformedHeader' };

	const given = Buffer.from(hex, 'hex');
	// Every secret is tried, so that the time taken does not tell which one matched.
	const matches = secrets.map((secret) =>
		timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), given),
	);
	return matches.includes(true) ? { isValid: true } : { isValid: false, reason: 'mismatch' };
}
