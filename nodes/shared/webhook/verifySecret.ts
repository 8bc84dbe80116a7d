import { isSameText } from './isSameText';

/** The header in which a provider sends the secret along. No underscore: some of them do not take one. */
export const SECRET_HEADER = 'X-WhatsApp-Session-Secret';

/** The same in the address, for providers that send no headers of one's own: `…/webhook?secret=…`. */
export const SECRET_QUERY = 'secret';

/** Shorter ones could be guessed by whoever may try often enough. */
export const SHORTEST_SECRET = 16;

/**
 * Whether a request comes from the provider that was told the secret, and why not:
 *
 * - `noWebhookSecret`: no secret is set, so nothing can be verified;
 * - `noSecretGiven`: the request carries none;
 * - `secretMismatch`: it carries another one.
 */
export type SecretVerdict = { isValid: true } | { isValid: false; reason: 'noWebhookSecret' | 'noSecretGiven' | 'secretMismatch' };

/**
 * Says whether a webhook proves where it comes from by a secret that only the provider was told, for providers that pass on no signature of
 * Meta's. Compared in constant time.
 *
 * **WARNING:** unlike a signature it says nothing about the body: whoever has read one request can make others. It is as safe as the way
 * between the two, so that the address has to be https.
 *
 * @param given - what the header says, and what the address says; the header counts where both say something
 * @param secret - on our side; an empty one never matches
 */
export function verifySecret(given: { header: unknown; query: unknown }, secret: string): SecretVerdict {
	if (secret === '') return { isValid: false, reason: 'noWebhookSecret' };
	const text = [given.header, given.query].find((value) => value !== undefined && value !== '');
	if (text === undefined) return { isValid: false, reason: 'noSecretGiven' };
	return typeof text === 'string' && isSameText(text, secret) ? { isValid: true } : { isValid: false, reason: 'secretMismatch' };
}
