import { DateTime } from 'luxon';

import { InvalidInputError } from './InvalidInputError';

// From here on a bare number is a count of milliseconds: as seconds it would lie beyond the year 5000.
const SMALLEST_MILLIS = 100_000_000_000;
// 1 January 2009, the year WhatsApp began, in seconds.
const SMALLEST_SECONDS = 1_230_768_000;

/**
 * Reads an instant the way workflows carry it.
 *
 * Accepts ISO 8601 text, Unix seconds (as WhatsApp's webhooks give them, number or text), Unix milliseconds,
 * a `Date` and a luxon `DateTime`.
 *
 * @param value - what the parameter holds
 * @param parameter - its label, for the error
 * @param zone - IANA zone of ISO text that names none; the workflow's
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
		'Give an ISO 8601 date and time (2026-11-22T09:30:00Z), or Unix seconds as WhatsApp sends them (1795339800).',
	);
}

function toDateTime(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value === 'string') {
		return /^\d+(\.\d+)?$/.test(value) ? fromNumber(Number(value)) : DateTime.fromISO(value, { zone });
	}
	// n8n hands over its own copy of luxon, whose DateTime is not an instance of ours.
	if (typeof (value as DateTime | null)?.toMillis === 'function') {
		return DateTime.fromMillis((value as DateTime).toMillis());
	}
	return undefined;
}

function fromNumber(value: number): DateTime | undefined {
	if (!Number.isFinite(value) || value < SMALLEST_SECONDS) return undefined;
	return DateTime.fromMillis(value >= SMALLEST_MILLIS ? value : value * 1000);
}

function describe(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'it is empty';
	return String(JSON.stringify(value) ?? typeof value).slice(0, 80);
}
