import { CONSENT_LANGUAGES, type ConsentLanguage } from '../../shared/domain/consentWords/consentWordTable';
import { chooseConsentWords, type ConsentWordChoice, type ConsentWords } from '../../shared/domain/consentWords/readConsentWord';
import { toTexts } from '../choice/toTexts';
import type { ConsentSettings } from './ConsentSettings';

/** Lists are made once for each choice, and not for each webhook; few are ever in use at a time. */
const REMEMBERED = 50;
const chosen = new Map<string, ConsentWords>();

/**
 * Reads what counts as an opt-in or opt-out from the options of the trigger. Without any, the words of all languages count: an opt-out that
 * is missed is worse than one too many, and hardly anybody writes nothing but one of them to say something else.
 *
 * @param options - their values
 */
export function readConsentSettings(options: Record<string, unknown>): ConsentSettings {
	const languages = options.wordLanguages === undefined ? undefined : toTexts(options.wordLanguages).filter(isLanguage);
	return {
		words: remember({
			languages,
			moreStopWords: toTexts(options.moreStopWords),
			moreStartWords: toTexts(options.moreStartWords),
			otherwise: toTexts(options.otherWords),
		}),
		buttons: remember({ languages: [], moreStopWords: toTexts(options.stopButtons), moreStartWords: toTexts(options.startButtons) }),
		covers: options.stopWordsCover === 'everything' ? 'everything' : 'marketing',
		startOptsIn: options.startWordsMean === 'optIn',
		confirmation: { optedOut: toConfirmation(options.confirmOptOut), optedIn: toConfirmation(options.confirmOptIn) },
	};
}

function remember(choice: ConsentWordChoice): ConsentWords {
	const key = JSON.stringify(choice);
	const known = chosen.get(key);
	if (known) return known;
	const words = chooseConsentWords(choice);
	if (chosen.size >= REMEMBERED) chosen.clear();
	chosen.set(key, words);
	return words;
}

function isLanguage(text: string): text is ConsentLanguage {
	return (CONSENT_LANGUAGES as string[]).includes(text);
}

function toConfirmation(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
