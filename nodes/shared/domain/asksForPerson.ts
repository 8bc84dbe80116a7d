import { foldWord } from './foldWord';

/** Longer than every word with all that people put around it; nothing longer is looked at. */
const LONGEST_MESSAGE = 120;

/** Words by which people ask for a person of the business, where the builder names none of their own. */
export const TAKE_OVER_WORDS: readonly string[] = ['agent', 'human', 'person', 'operator', 'mensch', 'mitarbeiter', 'humano', 'persona', 'humain', 'atendente'];

/** Makes words comparable; what is empty is none. */
export function toTakeOverWords(texts: readonly string[]): ReadonlySet<string> {
	return new Set(texts.map(foldWord).filter((word) => word !== ''));
}

/**
 * Says whether a message is nothing but one of the words, in any case and with any punctuation. Further words make it another message: who
 * asks for "the agent of my insurance" has not asked for a person here.
 */
export function asksForPerson(words: ReadonlySet<string>, text: string): boolean {
	return words.size > 0 && text.length <= LONGEST_MESSAGE && words.has(foldWord(text));
}
