import type { ConsentKind } from './Consent';
import { InvalidInputError } from './InvalidInputError';

const KINDS = ['marketing', 'utility', 'authentication', 'everything'] as const;
const TOPIC = 'topic:';
/** Long enough for any name of a list, and short enough for a column of a table. */
const LONGEST_TOPIC = 64;

/**
 * Reads what an opt-in or opt-out is about: `marketing`, `utility`, `authentication`, `everything`, or a topic of the business's own,
 * written `topic:newsletter` so that a misspelt kind never becomes one.
 *
 * @param parameter - the label that an error names, for example `Kind`
 * @throws {InvalidInputError} when it is none of these
 */
export function readConsentKind(parameter: string, value: unknown): ConsentKind {
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	const known = KINDS.find((kind) => kind === text);
	if (known) return known;
	if (text.startsWith(TOPIC)) return toTopic(parameter, text.slice(TOPIC.length));
	throw new InvalidInputError(
		parameter,
		text === '' ? `'${parameter}' is empty.` : `'${parameter}' is no kind of message: ${text.slice(0, 40)}`,
		"Write marketing, utility, authentication or everything; for a topic of your own write for example 'topic:newsletter'.",
	);
}

/**
 * Gives the kind of a topic.
 *
 * @param name - as the builder calls it; spaces around it and capital letters make no difference
 * @throws {InvalidInputError} when it is empty or longer than 64 characters
 */
export function toTopic(parameter: string, name: string): `topic:${string}` {
	const tidy = name.trim().toLowerCase();
	if (tidy !== '' && tidy.length <= LONGEST_TOPIC) return `${TOPIC}${tidy}`;
	throw new InvalidInputError(
		parameter,
		tidy === '' ? `'${parameter}' names no topic.` : `'${parameter}' is longer than ${LONGEST_TOPIC} characters: ${tidy.slice(0, 40)}…`,
		'Write a short name, for example newsletter.',
	);
}
