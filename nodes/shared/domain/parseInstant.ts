import { DateTime } from 'luxon';

import { asDate } from './asDate';
import { InvalidInputError } from './InvalidInputError';

// From here on a bare number is a count of milliseconds: as seconds it would lie beyond the year 5000.
const SMALLEST_MILLIS = 100_000_000_000;
// 1 January 2009, the year WhatsApp began, in seconds.
const SMALLEST_SECONDS = 1_230_768_000;
// No spelling of an instant is as long; anything may be wired into the parameter.
const LONGEST_TEXT = 100;
/** As JavaScript writes a `Date` into a text. */
const OF_DATE = "EEE MMM dd yyyy HH:mm:ss 'GMT'ZZZ";

/**
 * Reads an instant the way workflows carry it.
 *
 * Accepts ISO 8601 text, date and time with a space between them (`2026-11-26 23:00`, as n8n's date fields and databases give
 * them), RFC 2822 and RFC 9110 text (as mails and web servers do), Unix seconds (as WhatsApp's webhooks give them, number or text),
 * Unix milliseconds, a `Date`, also as JavaScript writes it out, and a luxon `DateTime`.
 *
 * @param value - what the parameter holds
 * @param parameter - its label, for the error
 * @param zone - IANA zone of text that names none; the workflow's
 * @throws {InvalidInputError} when the value is none of these, or lies before 2009
 */
export function parseInstant(value: unknown, parameter: string, zone = 'utc'): DateTime<true> {
	const instant = toDateTime(typeof value === 'string' ? value.trim() : value, zone);
	if (instant?.isValid && instant.toSeconds() >= SMALLEST_SECONDS) {
		return instant.toUTC() as DateTime<true>;
	}
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is not a timestamp: ${describe(value)}`,
		'Give an ISO 8601 date and time (2026-11-22T09:30:00Z; a space for the T will do, and without a zone it is that of the workflow), or Unix seconds as WhatsApp sends them (1795339800).',
	);
}

function toDateTime(value: unknown, zone: string): DateTime | undefined {
	if (typeof value === 'number') return fromNumber(value);
	return typeof value === 'string' ? fromText(value, zone) : asDate(value);
}

function fromText(text: string, zone: string): DateTime | undefined {
	// A time of day is one of today to the library, and no rule reads the clock.
	if (text.length > LONGEST_TEXT || /^T?\d{1,2}:|^T\d/i.test(text)) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text));
	const readings = [
		() => DateTime.fromISO(text, { zone }),
		() => DateTime.fromSQL(text, { zone }),
		() => DateTime.fromRFC2822(text, { zone }),
		() => DateTime.fromHTTP(text, { zone }),
		() => DateTime.fromFormat(text.replace(/ \([^()]*\)$/, ''), OF_DATE, { locale: 'en', setZone: true }),
	];
	return readings.map((read) => read()).find(({ isValid }) => isValid);
}

function fromNumber(value: number): DateTime | undefined {
	if (!Number.isFinite(value) || value < SMALLEST_SECONDS) return undefined;
	return DateTime.fromMillis(Math.round(value >= SMALLEST_MILLIS ? value : value * 1000));
}

function describe(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'it is empty';
	return String(JSON.stringify(value) ?? typeof value).slice(0, 80);
}
