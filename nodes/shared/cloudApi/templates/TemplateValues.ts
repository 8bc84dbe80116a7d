import type { DateTime } from 'luxon';

import { asDate } from '../../domain/asDate';
import { parseInstant } from '../../domain/parseInstant';
import { readJson } from '../../domain/readJson';
import { toReadableDate } from '../../domain/toReadableDate';
import { toReadableText } from '../../domain/toReadableText';
import { toTemplateText } from '../../domain/toTemplateText';
import { writeNumber } from '../../domain/writeNumber';
import { refuseFailedWords } from './refuseFailedWords';
import type { TemplateField } from './TemplateField';
import { isMessageFile, type MessageFile } from '../media/MessageFile';
import { TemplateParameterError } from './TemplateParameterError';
import { toTypedValue } from './toTypedValue';

/** What else is known when the values of a template message are read. */
export interface TemplateReading {
	/** The instant of sending; an offer has to end after it. */
	now: DateTime;
	/** Zone of instants that name none; UTC by default. */
	zone?: string;
	/** Language code of the template as Meta writes it, for dates; undefined where it is not known. */
	language?: string;
	/** Whether texts may hold what failed expressions leave; false by default. See `findFailedWord`. */
	allowsFailedWords?: boolean;
	/** Whether line breaks, tabs and runs of spaces are taken out instead of being refused; false by default. */
	cleansTexts?: boolean;
}

const NOTHING_TO_SEE = /^[\s\u200b-\u200f\u2060\u00ad]*$/;
const NOT_ALLOWED = /[\r\n\t\v\f\u0085\u2028\u2029]| {4}/;

/**
 * Reads the values that the builder gave for the fields of a template, each by the kind of its field. Every method throws
 * {@link TemplateParameterError} with the field's label when the value is not allowed, or is missing in a required field.
 */
export class TemplateValues {
	/** What keeps the message from leaving now, and not from being found as one that went out in time; undefined for nothing. */
	tooLate?: TemplateParameterError;

	constructor(
		private readonly values: Readonly<Record<string, unknown>>,
		readonly reading: TemplateReading,
	) {}

	/** Says whether anything was given; null, undefined, white space and what has no width are nothing. */
	has({ id }: TemplateField): boolean {
		const value = this.raw(id);
		return value !== undefined && value !== null && !(typeof value === 'string' && NOTHING_TO_SEE.test(value));
	}

	/** One line of text; numbers and truth values are written out, and dates as people write them. */
	text(field: TemplateField): string {
		const { zone = 'utc', language } = this.reading;
		const date = this.date(field);
		const text = date ? toReadableDate(date, { zone, language }) : toReadableText(this.word(field), { zone, language });
		if (this.reading.cleansTexts) {
			const cleaned = toTemplateText(text);
			return cleaned === '' ? this.missing(field) : cleaned;
		}
		if (!NOT_ALLOWED.test(text)) return text;
		throw new TemplateParameterError(
			field.label,
			`'${field.label}' holds a line break, a tab or more than 3 spaces in a row, which WhatsApp refuses in templates.`,
			"Put the value into one line, or switch on 'Clean Values' in the options.",
		);
	}

	/** A text as it is; a date in ISO 8601. */
	word(field: TemplateField): string {
		if (!this.has(field)) return this.missing(field);
		const date = this.date(field);
		if (date) return date.toISO();
		const value = this.raw(field.id);
		this.refuseFailedWords(field, value);
		if (typeof value === 'number') return this.written(field, value);
		if (typeof value !== 'object' && typeof value !== 'function') return String(value);
		throw new TemplateParameterError(field.label, `'${field.label}' is not text.`, 'Give a single text or number.');
	}

	/** A text of limited length without white space, such as a code. */
	code(field: TemplateField, longest: number): string {
		const code = this.word(field).trim();
		if (/\s/.test(code)) {
			throw new TemplateParameterError(field.label, `'${field.label}' holds white space.`, 'Give the code alone, in one word.');
		}
		if (code.length <= longest) return code;
		throw new TemplateParameterError(
			field.label,
			`'${field.label}' is ${code.length} characters long; WhatsApp allows ${longest}.`,
			'Give a shorter code.',
		);
	}

	/** A link or media ID as text, or a file. */
	media(field: TemplateField): string | MessageFile {
		const value = this.raw(field.id);
		return isMessageFile(value) ? value : this.word(field).trim();
	}

	/** A point in time, in UTC. */
	instant(field: TemplateField): DateTime<true> {
		if (!this.has(field)) return this.missing(field);
		return parseInstant(this.raw(field.id), field.label, this.reading.zone);
	}

	/** A point in time that has to be still to come when the message leaves; see {@link tooLate}. */
	instantAhead(field: TemplateField): DateTime<true> {
		const at = this.instant(field);
		if (at <= this.reading.now) {
			this.tooLate ??= new TemplateParameterError(field.label, `'${field.label}' is in the past: ${at.toISO()}`, 'Give an instant that is still to come.');
		}
		return at;
	}

	/** A number that lies within the limits. */
	number(field: TemplateField, least: number, most: number): number {
		const number = Number(this.word(field).trim());
		if (number >= least && number <= most) return number;
		throw new TemplateParameterError(
			field.label,
			`'${field.label}' is not a number from ${least} to ${most}: ${this.word(field).slice(0, 40)}`,
			'Give a plain number, with a point for decimals.',
		);
	}

	/** A whole number that lies within the limits. */
	wholeNumber(field: TemplateField, least: number, most: number): number {
		const number = this.number(field, least, most);
		if (Number.isInteger(number)) return number;
		throw new TemplateParameterError(field.label, `'${field.label}' is not a whole number: ${number}`, 'Round it, for example with .round() at the end of the expression.');
	}

	/** One of the field's choices, by its value or its name, in any letter case. */
	choice(field: TemplateField): string {
		const { label, choices = [] } = field;
		const given = this.word(field).trim();
		const found = choices.find(({ name, value }) => [name, value].some((word) => word.toLowerCase() === given.toLowerCase()));
		if (found) return found.value;
		throw new TemplateParameterError(
			label,
			`'${label}' is not one of those that there are: ${given.slice(0, 40)}`,
			`Give ${choices.map(({ value }) => value).join(', ')}.`,
		);
	}

	/** What was given as an amount of money or a point in time; undefined for all else. See `toTypedValue`. */
	typed({ id }: TemplateField): Record<string, unknown> | undefined {
		return toTypedValue(this.raw(id));
	}

	/** An object or a list; a text is read as JSON. */
	json(field: TemplateField): unknown {
		if (!this.has(field)) return this.missing(field);
		const value = this.raw(field.id);
		const read = typeof value === 'object' ? { value: value as unknown } : readJson(String(value));
		if (read) {
			this.refuseFailedWords(field, read.value);
			return read.value;
		}
		throw new TemplateParameterError(
			field.label,
			`'${field.label}' is a text that is not JSON.`,
			'Give an object or a list, for example by an expression that names one.',
		);
	}

	private date(field: TemplateField): DateTime<true> | undefined {
		const date = asDate(this.raw(field.id));
		if (date === undefined || date.isValid) return date as DateTime<true> | undefined;
		throw new TemplateParameterError(
			field.label,
			`'${field.label}' is a date that does not exist (Invalid DateTime), so nothing was sent.`,
			'Look at what the date is read from, and in which format.',
		);
	}

	private refuseFailedWords({ label }: TemplateField, value: unknown): void {
		if (!this.reading.allowsFailedWords) refuseFailedWords(label, value);
	}

	private raw(id: string): unknown {
		return Object.hasOwn(this.values, id) ? this.values[id] : undefined;
	}

	private written({ label }: TemplateField, value: number): string {
		const written = writeNumber(label, value);
		if ('text' in written) return written.text;
		throw new TemplateParameterError(label, ...written.refusal);
	}

	private missing({ label }: TemplateField): never {
		throw new TemplateParameterError(
			label,
			`'${label}' is empty, and WhatsApp refuses a template message with an empty value.`,
			'Give a value, for example a word that stands in when there is none.',
		);
	}
}
