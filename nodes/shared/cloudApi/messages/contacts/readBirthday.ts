import { InvalidInputError } from '../../../domain/InvalidInputError';

/** As databases, JSON and expressions give a day: with midnight behind it, of whatever zone. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads a birthday, which is a day without a time.
 *
 * @param parameter - its label in the form
 * @returns `YYYY-MM-DD`; undefined when it is empty
 * @throws {InvalidInputError} when it is no day of the calendar in this form
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages (read 2025-12)
 */
export function readBirthday(parameter: string, value: unknown): string | undefined {
	const given = typeof value === 'string' ? value.trim() : (value ?? '');
	if (given === '') return undefined;
	const day = typeof given === 'string' ? DAY.exec(given)?.[1] : undefined;
	if (day !== undefined && isOfCalendar(day)) return day;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is not a day: ${String(JSON.stringify(given)).slice(0, 40)}`,
		'Give year, month and day, for example 1999-01-23.',
	);
}

/** The 30th of February is the 2nd of March to JavaScript. */
function isOfCalendar(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
