import { foldWord } from '../foldWord';
import { CONSENT_LANGUAGES, CONSENT_WORD_TABLE, type ConsentLanguage } from './consentWordTable';

/** What a word asks for. */
export type ConsentChange = 'stop' | 'start';

/** The words that count, as they are compared. */
export type ConsentWords = ReadonlyMap<string, ConsentChange>;

/** Which words count. */
export interface ConsentWordChoice {
	/** Undefined for all languages. */
	languages?: readonly ConsentLanguage[];
	/** The builder's own, beside those of the languages. */
	moreStopWords?: readonly string[];
	moreStartWords?: readonly string[];
	/** Words of the languages that shall be none. */
	otherwise?: readonly string[];
}

/** Longer than every word of the lists with all that people put around it; nothing longer is looked at. */
const LONGEST_MESSAGE = 120;

/**
 * Makes the words that count out of the lists of languages and the builder's own. A word that is both stops: an opt-out must not be lost.
 */
export function chooseConsentWords({ languages = CONSENT_LANGUAGES, moreStopWords = [], moreStartWords = [], otherwise = [] }: ConsentWordChoice): ConsentWords {
	const lists = languages.map((language) => CONSENT_WORD_TABLE[language]);
	const words = new Map<string, ConsentChange>();
	const enter = (change: ConsentChange, texts: readonly string[]) => {
		for (const text of texts.map(foldWord)) if (text !== '') words.set(text, change);
	};
	for (const { start } of lists) enter('start', start);
	enter('start', moreStartWords);
	for (const { stop } of lists) enter('stop', stop);
	for (const text of otherwise) words.delete(foldWord(text));
	enter('stop', moreStopWords);
	return words;
}

/**
 * Says whether a message is nothing but a word that stops or starts messages.
 *
 * Case, accents, punctuation, emoji and invisible characters around it, and runs of spaces make no difference; further words do: who is
 * "stopping by tomorrow" has not opted out.
 *
 * @returns undefined where it is none
 */
export function readConsentWord(words: ConsentWords, text: string): ConsentChange | undefined {
	return text.length > LONGEST_MESSAGE ? undefined : words.get(foldWord(text));
}
