import type { DateTime } from 'luxon';

import { asDate } from '../../shared/domain/asDate';
import { describeFailedWord } from '../../shared/domain/describeFailedWord';
import { findFailedWord } from '../../shared/domain/findFailedWord';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { parseInstant } from '../../shared/domain/parseInstant';
import { readJson } from '../../shared/domain/readJson';
import { toReadableDate } from '../../shared/domain/toReadableDate';
import { toReadableText } from '../../shared/domain/toReadableText';
import { writeNumber } from '../../shared/domain/writeNumber';
import { isRecord } from '../../shared/domain/isRecord';
import type { MessageForm } from '../../shared/cloudApi/messages/FreeFormMessage';
import { answerLabels, type AnswerLabel, type AnswerLabels } from './answerLabels';
import { MORE } from '../../shared/n8n/parameters/moreProperty';

/** What else is known when a form is read. */
export interface AnswerReading {
	/** IANA zone of the workflow, for dates. */
	zone: string;
	/** Whether texts may hold what failed expressions leave; see `findFailedWord`. */
	allowsFailedWords: boolean;
}

/** What a machine reads: a date stays in ISO 8601 there. All other answers are for people. */
const FOR_MACHINES = new Set([
	'media', 'headerMedia', 'linkUrl', 'messageId', 'id', 'replyId', 'secondId', 'productId', 'catalogId', 'flowReference', 'callPayload',
	'url', 'waId', 'orderReference', 'pixCode', 'boletoLine', 'upiLink', 'paymentLink', 'successUrl', 'cancelUrl', 'pictureLink',
]);
/** Days without a time, as `2026-11-26`. */
const DAYS = new Set(['birthday']);
/** Instants, which text without a zone names by the workflow's clock. */
const INSTANTS = new Set(['expiresAt', 'paidAt']);

/**
 * Gives a form in which dates are written for people, and makes sure that no answer is what a failed expression leaves. The
 * language of the reader is not known here, so a date is `2026-11-26 03:18`; see `toReadableDate`. A day is `2026-11-26`, and an
 * instant that a machine reads is ISO 8601 in UTC. What an entry has under *More* stands beside the rest.
 *
 * @param fields - the parameters that the message is made of
 * @throws {InvalidInputError} naming the field, and for a list the entry
 */
export function readAnswers(fields: readonly string[], form: MessageForm, reading: AnswerReading): MessageForm {
	return readMembers(form, answerLabels(fields), '', reading);
}

/** @param place - which entry they belong to, for example ` of Contact 2`; empty for the form itself */
function readMembers(given: MessageForm, labels: AnswerLabels, place: string, reading: AnswerReading): Record<string, unknown> {
	const { [MORE]: more, ...own } = given;
	const members = place !== '' && isRecord(more) ? { ...own, ...more } : given;
	return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, readMember(name, value, labels.get(name), place, reading)]));
}

/** Objects and lists of unknown members are Meta's: a date in them is written out, and nothing else is changed. */
function readMember(name: string, value: unknown, known: AnswerLabel | undefined, place: string, reading: AnswerReading): unknown {
	const label = `${known?.label ?? name}${place}`;
	if (known?.entry) {
		const { key, name: entry, members } = known.entry;
		const list: unknown = isRecord(value) ? (value[key] ?? []) : value;
		if (!Array.isArray(list)) return readAnswer(name, label, value, reading);
		return list.map((raw: unknown, index) => (isPlain(raw) ? readMembers(raw, members, ` of ${entry} ${index + 1}${place}`, reading) : raw));
	}
	if (known?.members && isPlain(value)) return readMembers(value, known.members, place, reading);
	return known?.isJson ? readJsonAnswer(label, value, reading) : readAnswer(name, label, value, reading);
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return isRecord(value) && !asDate(value);
}

function readAnswer(name: string, label: string, value: unknown, reading: AnswerReading): unknown {
	const isForPeople = !FOR_MACHINES.has(name) && !DAYS.has(name);
	if (INSTANTS.has(name)) return isEmpty(value) ? value : parseInstant(value, label, reading.zone).toISO();
	const date = asDate(value);
	if (date && !date.isValid) {
		throw new InvalidInputError(label, `'${label}' is a date that does not exist (Invalid DateTime), so nothing was sent.`, 'Look at what the date is read from, and in which format.');
	}
	if (date && DAYS.has(name)) return toDay(date, reading);
	if (date) return isForPeople ? toReadableDate(date, reading) : date.toISO();
	if (typeof value === 'number') return toText(label, value);
	refuseFailedWords(label, value, reading);
	return isForPeople && typeof value === 'string' ? toReadableText(value, reading) : value;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Midnight in UTC is how databases give a day; any other instant is a day by the workflow's clock. */
function toDay(date: DateTime, { zone }: AnswerReading): string | null {
	const isDay = date.toMillis() === date.startOf('day').toMillis();
	return (isDay ? date : date.setZone(zone)).toISODate();
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
