import { DateTime } from 'luxon';

import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { parseInstant } from '../../nodes/shared/domain/parseInstant';

const NINE_THIRTY = '2026-11-22T09:30:00.000Z';
const MILLIS = Date.parse(NINE_THIRTY);

describe('parseInstant', () => {
	test.each([
		['ISO 8601 in UTC', '2026-11-22T09:30:00Z'],
		['ISO 8601 with an offset', '2026-11-22T10:30:00+01:00'],
		['Unix seconds as text, as WhatsApp sends them', String(MILLIS / 1000)],
		['Unix seconds as a number', MILLIS / 1000],
		['Unix milliseconds as a number', MILLIS],
		['Unix milliseconds as text', String(MILLIS)],
		['a Date', new Date(MILLIS)],
		['a luxon DateTime', DateTime.fromMillis(MILLIS, { zone: 'America/New_York' })],
		['a DateTime of another copy of luxon', { toMillis: () => MILLIS }],
		['a date and a time with a zone', '2026-11-22 10:30:00 Europe/Berlin'],
		['a date and a time with an offset', '2026-11-22 10:30:00.000 +01:00'],
		['RFC 2822, as mails have it', 'Sun, 22 Nov 2026 10:30:00 +0100'],
		['RFC 9110, as web servers give it', 'Sun, 22 Nov 2026 09:30:00 GMT'],
		['a Date as JavaScript writes it', 'Sun Nov 22 2026 10:30:00 GMT+0100 (Central European Standard Time)'],
		['text with spaces around it', ' 2026-11-22T09:30:00Z '],
	])('reads %s', (_, value) => {
		expect(parseInstant(value, 'Timestamp').toISO()).toBe(NINE_THIRTY);
	});

	it("reads text without a zone in the workflow's zone", () => {
		expect(parseInstant('2026-11-22T10:30:00', 'Timestamp', 'Europe/Berlin').toISO()).toBe(NINE_THIRTY);
	});

	it.each([
		['2026-11-26 23:00', '2026-11-26T22:00:00.000Z'],
		['2026-11-26 23:00:00', '2026-11-26T22:00:00.000Z'],
		['2026-11-26 23:00:00.000', '2026-11-26T22:00:00.000Z'],
		['2026-11-26T23:00', '2026-11-26T22:00:00.000Z'],
		['2026-11-26', '2026-11-25T23:00:00.000Z'],
		['2026-07-26 23:00', '2026-07-26T21:00:00.000Z'],
	])("reads %s, as n8n's date fields give it, in the workflow's zone", (value, expected) => {
		expect(parseInstant(value, 'Evaluate At', 'Europe/Berlin').toISO()).toBe(expected);
	});

	test.each(['26.11.2026 23:00', '2026-11-26 25:00', '23:00', 'T2300', '23:00:00+01:00', 'Thu Nov 26', DateTime.utc().diff(DateTime.utc(1900)), `2026-11-26${' '.repeat(1e6)}x`])('refuses %.40p', (value) => {
		expect(() => parseInstant(value, 'Evaluate At')).toThrow(/'Evaluate At' is not a timestamp/);
	});

	test.each([MILLIS + 0.4, MILLIS / 1000 + 0.0001, String(MILLIS + 0.4), DateTime.fromMillis(MILLIS + 0.4)])('is whole milliseconds for %p', (value) => {
		expect(parseInstant(value, 'Timestamp').toMillis()).toBe(MILLIS);
	});

	test.each([undefined, null, '', 'yesterday', 'NaN', NaN, Infinity, -1, 0, 1_000_000, '2026-13-40', {}, [], true, new Date('x')])(
		'refuses %p and names the parameter',
		(value) => {
			expect(() => parseInstant(value, 'Timestamp')).toThrow(InvalidInputError);
			expect(() => parseInstant(value, 'Timestamp')).toThrow(/'Timestamp' is not a timestamp/);
		},
	);

	test.each(['2008-12-31T23:59:59Z', '1970-01-01T00:00:00Z'])('refuses %s, before WhatsApp existed', (value) => {
		expect(() => parseInstant(value, 'Timestamp')).toThrow(InvalidInputError);
	});
});
