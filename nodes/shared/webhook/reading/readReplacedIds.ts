import type { UserIdentity } from '../../domain/Session';
import { asText } from './asText';
import { toIdentity } from './toIdentity';

/** Longer than any sentence of Meta's with the longest name in it; characters. */
const LONGEST_SENTENCE = 2_000;

/**
 * Reads the old and the new ID from the sentence of a notice, `User Ada changed from US.1 to US.2`: some notices name the old one nowhere else.
 *
 * The last two IDs of a kind in it are the old and the new one: the name of the person, which may hold anything, comes before
 * them. So the words around them need not be known, nor their language.
 *
 * @param body - Meta's `system.body`
 * @returns of each kind both or neither
 */
export function readReplacedIds(body: unknown): { previous?: UserIdentity; current?: UserIdentity } {
	const words = (asText(body) ?? '').slice(-LONGEST_SENTENCE).split(/[\s\p{Cf}]+/u);
	const ids = words.map(withoutPunctuation).map((word) => toIdentity(word, word));
	const [oldBsuid, bsuid] = ids.flatMap((id) => id.bsuid ?? []).slice(-2);
	const [oldWaId, waId] = ids.flatMap((id) => id.waId ?? []).slice(-2);
	return {
		...((bsuid ?? waId) && {
			previous: { ...(bsuid && { bsuid: oldBsuid }), ...(waId && { waId: oldWaId }) },
			current: { ...(bsuid && { bsuid }), ...(waId && { waId }) },
		}),
	};
}

/** What an ID may consist of, without the full stop that ends a sentence. */
function withoutPunctuation(word: string): string {
	return (/^[+\w.]+/.exec(word)?.[0] ?? '').replace(/\.$/, '');
}
