/** Longer than any such sentence; characters. */
const LONGEST_SENTENCE = 2_000;

/**
 * Says whether a refusal without a code means that the customer service window is closed: hosts that stand in front of Meta answer so, Kapso with
 * HTTP 422 and a sentence about the 24-hour window.
 *
 * Both have to be in the sentence: the 24 hours, and the window or the conversation that is closed, over, or outside of which one is.
 *
 * @param text - what the host says about it, in English
 * @see https://docs.kapso.ai (reported in public repositories; read 2026-11-25)
 */
export function saysWindowClosed(text: string): boolean {
	const words = text.slice(0, LONGEST_SENTENCE).toLowerCase();
	return /24[\s-]?h(?:(?:ou)?rs?)?\b/.test(words) && /window|session|re-?engagement|last (?:replied|message|wrote)/.test(words);
}
