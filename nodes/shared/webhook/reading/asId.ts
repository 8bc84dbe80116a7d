import { asWord } from './asWord';

/**
 * Gives an ID as text. Meta writes IDs as text in some fields and as integers in others.
 *
 * @returns undefined for empty text, for text that is no {@link asWord}, and for integers that JSON numbers cannot hold exactly
 */
export function asId(value: unknown): string | undefined {
	return Number.isSafeInteger(value) ? String(value) : asWord(value);
}
