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
		['text with spaces around it', ' 2026-11-22T09:30:00Z '],
	])('reads %s', (_, value) => {
		expect(parseInstant(value, 'Timestamp').toISO()).toBe(NINE_THIRTY);
	});

	it("reads text without a zone in the workflow's zone", () => {
		expect(parseInstant('2026-11-22T10:30:00', 'Timestamp', 'Europe/Berlin').toISO()).toBe(NINE_THIRTY);
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
