import { InvalidInputError } from './InvalidInputError';
import { toWellFormedText } from './toWellFormedText';

const PARAMETER = 'Send-Once Key';
/** What every database can look up, also when each character takes four bytes. */
const LONGEST_KEY = 512;
/** What expressions make of a value that is missing or none; half of all messages would have this key. */
const NO_NAME = /^(NaN|-?Infinity|undefined|null)$|\[object \w+\]|\bInvalid Date(Time)?\b/;
const ADVICE = 'Write a text that names this message, for example order-{{ $json.orderId }}-shipped, or leave it empty.';

/**
 * Reads the builder's own name for a message.
 *
 * Text is taken without the spaces around it and well-formed ({@link toWellFormedText}); a number as its digits.
 *
 * @param value - what the parameter holds
 * @returns undefined when it is empty
 * @throws {InvalidInputError} for what names no message, so that the first one would keep all others from going out: NaN, an
 * object, a list, true or false, what expressions make of these in a text, a number of more digits than numbers hold, and text
 * of more than 512 characters
 */
export function readSendOnceKey(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return readNumber(value);
	if (typeof value !== 'string') throw refusal(`is ${describe(value)}, which names no message`);
	const key = toWellFormedText(value).trim();
	if (key.length > LONGEST_KEY) throw refusal(`has ${key.length} characters; it may have ${LONGEST_KEY}`);
	if (NO_NAME.test(key)) throw refusal(`is "${key}": a value in its expression is missing or cannot be written as text`);
	return key === '' ? undefined : key;
}

function readNumber(value: number): string {
	if (!Number.isFinite(value)) throw refusal(`is ${value}, which names no message`);
	// Beyond that, neighbours are one and the same number, and 20-digit order numbers would share a key.
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
		throw refusal(`is the number ${value}, whose last digits are lost`, 'Give it as text from where it comes from.');
	}
	return String(value);
}

function describe(value: unknown): string {
	if (typeof value === 'boolean') return String(value);
	return Array.isArray(value) ? 'a list' : 'an object';
}

function refusal(problem: string, advice = ADVICE): InvalidInputError {
	return new InvalidInputError(PARAMETER, `'${PARAMETER}' ${problem}.`, advice);
}
