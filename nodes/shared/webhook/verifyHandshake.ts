import { isSameText } from './isSameText';

/**
 * Whether a GET is Meta's request to verify the callback URL, and why not:
 *
 * - `noVerifyToken`: no verify token is set, so nothing can be verified;
 * - `notSubscribe`: `hub.mode` is not `subscribe`;
 * - `verifyTokenMismatch`: `hub.verify_token` is missing or another one;
 * - `noChallenge`: `hub.challenge` is missing.
 */
export type HandshakeVerdict =
	| {
			isValid: true;
			/** What to answer with, as raw text: status 200, `Content-Type: text/plain`, no quotes around it. */
			challenge: string;
	  }
	| { isValid: false; reason: 'noVerifyToken' | 'notSubscribe' | 'verifyTokenMismatch' | 'noChallenge' };

/**
 * Judges the GET that Meta sends when a callback URL or verify token is set. It carries no signature.
 *
 * Only the dotted keys count, and only with text as value: a key given twice, or nested, is refused.
 *
 * @param query - the query of the request, decoded
 * @param verifyToken - the token on our side; an empty one never matches
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 */
export function verifyHandshake(query: Record<string, unknown>, verifyToken: string): HandshakeVerdict {
	const token = query['hub.verify_token'];
	const challenge = query['hub.challenge'];
	if (verifyToken.trim() === '') return { isValid: false, reason: 'noVerifyToken' };
	if (query['hub.mode'] !== 'subscribe') return { isValid: false, reason: 'notSubscribe' };
	if (typeof token !== 'string' || !isSameText(token, verifyToken)) {
		return { isValid: false, reason: 'verifyTokenMismatch' };
	}
	if (typeof challenge !== 'string' || challenge === '') return { isValid: false, reason: 'noChallenge' };
	return { isValid: true, challenge };
}
