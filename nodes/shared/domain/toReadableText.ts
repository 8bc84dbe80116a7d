import { DateTime } from 'luxon';

import { toReadableDate, type DateStyle } from './toReadableDate';

/** As JavaScript writes a `Date` into a text: `Thu Nov 26 2026 03:18:57 GMT+0100 (Central European Standard Time)`. */
const OF_DATE = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}(?: \([^()\n]{1,60}\))?`;
/** As luxon writes a `DateTime`, and JSON a `Date`: to the millisecond and with a zone, which nobody types. */
const OF_DATE_TIME = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(?:Z|[+-]\d{2}:\d{2})`;
// Not within a link, which would lead elsewhere.
const MACHINE_DATE = new RegExp(String.raw`(?<![^\s(])(?:${OF_DATE}|${OF_DATE_TIME})(?=[\s.,;:!?)]|$)`, 'g');

/**
 * Gives a text in which dates that stand there as a machine writes them are written for people: where an expression puts a date
 * into a text, as in `On {{ $now }}`, n8n writes it out. Dates that somebody wrote stay as they are, ISO 8601 without
 * milliseconds too.
 */
export function toReadableText(text: string, style: DateStyle): string {
	return text.replace(MACHINE_DATE, (written) => {
		const at = DateTime.fromMillis(Date.parse(written), { zone: 'utc' });
		return at.isValid ? toReadableDate(at, style) : written;
	});
}
