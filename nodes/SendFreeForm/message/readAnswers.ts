import { asDate } from '../../shared/domain/asDate';
import { describeFailedWord } from '../../shared/domain/describeFailedWord';
import { findFailedWord } from '../../shared/domain/findFailedWord';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readJson } from '../../shared/domain/readJson';
import { toReadableDate } from '../../shared/domain/toReadableDate';
import { toReadableText } from '../../shared/domain/toReadableText';
import { writeNumber } from '../../shared/domain/writeNumber';
import type { MessageForm } from '../../shared/cloudApi/messages/FreeFormMessage';
import { answerLabels } from './answerLabels';

/** What else is known when a form is read. */
export interface AnswerReading {
	/** IANA zone of the workflow, for dates. */
	zone: string;
	/** Whether texts may hold what failed expressions leave; see `findFailedWord`. */
	allowsFailedWords: boolean;
}

/** What a machine reads: a date stays in ISO 8601 there. All other answers are for people. */
const FOR_MACHINES = new Set(['media', 'headerMedia', 'linkUrl', 'messageId', 'id', 'replyId', 'productId', 'catalogId', 'flowReference', 'callPayload']);

/**
 * Gives a form in which dates are written for people, and makes sure that no answer is what a failed expression leaves. The
 * language of the reader is not known here, so a date is `2026-11-26 03:18`; see `toReadableDate`.
 *
 * @param fields - the parameters that the message is made of
 * @throws {InvalidInputError} naming the field, and for a list the entry
 */
export function readAnswers(fields: readonly string[], form: MessageForm, reading: AnswerReading): MessageForm {
	const labels = answerLabels(fields);
	const read = Object.entries(form).map(([name, value]) => {
		const { label = name, entry, isJson = false } = labels[name] ?? {};
		if (entry && Array.isArray(value)) {
			return [name, value.map((raw: unknown, index) => readEntry(raw, (member) => `${entry.labels[member] ?? member} of ${entry.name} ${index + 1}`, reading))];
		}
		return [name, isJson ? readJsonAnswer(label, value, reading) : readAnswer(name, label, value, reading)];
	});
	return Object.fromEntries(read) as MessageForm;
}

/** Members that are objects or lists are Meta's: a date in them is written out, and nothing else is changed. */
function readEntry(raw: unknown, labelOf: (member: string) => string, reading: AnswerReading): unknown {
	if (typeof raw !== 'object' || raw === null || asDate(raw)) return raw;
	return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, readAnswer(name, labelOf(name), value, reading)]));
}

function readAnswer(name: string, label: string, value: unknown, reading: AnswerReading): unknown {
	const isForPeople = !FOR_MACHINES.has(name);
	const date = asDate(value);
	if (date && !date.isValid) {
		throw new InvalidInputError(label, `'${label}' is a date that does not exist (Invalid DateTime), so nothing was sent.`, 'Look at what the date is read from, and in which format.');
	}
	if (date) return isForPeople ? toReadableDate(date, reading) : date.toISO();
	if (typeof value === 'number') return toText(label, value);
	refuseFailedWords(label, value, reading);
	return isForPeople && typeof value === 'string' ? toReadableText(value, reading) : value;
}

function toText(label: string, value: number): string {
	const written = writeNumber(label, value);
	if ('text' in written) return written.text;
	throw new InvalidInputError(label, ...written.refusal);
}

/** In JSON the word null is a value, and a date is for the program that reads it. */
function readJsonAnswer(label: string, value: unknown, reading: AnswerReading): unknown {
	refuseFailedWords(label, typeof value === 'string' ? readJson(value)?.value : value, reading);
	return value;
}

function refuseFailedWords(label: string, value: unknown, { allowsFailedWords }: AnswerReading): void {
	const word = allowsFailedWords ? undefined : findFailedWord(value);
	if (word !== undefined) throw new InvalidInputError(label, ...describeFailedWord(label, word));
}
