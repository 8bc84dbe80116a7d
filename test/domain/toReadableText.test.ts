import { DateTime } from 'luxon';

import { asDate } from '../../nodes/shared/domain/asDate';
import { toReadableDate } from '../../nodes/shared/domain/toReadableDate';
import { toReadableText } from '../../nodes/shared/domain/toReadableText';

const AT = DateTime.fromISO('2026-11-26T02:18:57.979Z', { zone: 'utc' });
const MIDNIGHT = DateTime.fromISO('2026-11-25T23:00:00.000Z', { zone: 'utc' });
const zone = 'Europe/Berlin';

describe('a date for people', () => {
	test.each([
		['en_US', 'November 26, 2026 at 3:18 AM', 'November 26, 2026'],
		['de', '26. November 2026 um 03:18', '26. November 2026'],
		['pt_BR', '26 de novembro de 2026 às 03:18', '26 de novembro de 2026'],
		['zh_CN', '2026年11月26日 03:18', '2026年11月26日'],
		['no language at all', 'November 26, 2026 at 3:18 AM', 'November 26, 2026'],
		[undefined, '2026-11-26 03:18', '2026-11-26'],
	])('is written in the language %s, and without a time at midnight of the zone', (language, withTime, day) => {
		expect(toReadableDate(AT, { zone, language })).toBe(withTime);
		expect(toReadableDate(MIDNIGHT, { zone, language })).toBe(day);
	});

	test.each([
		['a Date', new Date(AT.toMillis()), AT.toMillis()],
		['a DateTime in another zone', AT.setZone('Asia/Tokyo'), AT.toMillis()],
		['a DateTime of another copy of luxon', { isValid: true, toMillis: () => 5 }, 5],
		['an invalid Date', new Date('x'), NaN],
		['an invalid DateTime', DateTime.fromISO('x'), NaN],
	])('is recognised in %s', (_case, value, millis) => {
		expect(asDate(value)?.toMillis()).toBe(millis);
	});

	test.each([[AT.toISO()], [AT.toMillis()], [null], [undefined], [{}], [[AT]]])('is not seen in %j', (value) => {
		expect(asDate(value)).toBeUndefined();
	});
});

describe('a text with a date as a machine writes it', () => {
	test.each([
		['Thu Nov 26 2026 03:18:57 GMT+0100 (Central European Standard Time)', '2026-11-26 03:18'],
		['Come on Thu Nov 26 2026 03:18:57 GMT+0100 (CET), please.', 'Come on 2026-11-26 03:18, please.'],
		['2026-11-26T03:18:57.979+01:00', '2026-11-26 03:18'],
		['On 2026-11-26T02:18:57.979Z.', 'On 2026-11-26 03:18.'],
		['(2026-11-26T02:18:57.979Z)', '(2026-11-26 03:18)'],
	])('is written for people: %s', (text, readable) => {
		expect(toReadableText(text, { zone })).toBe(readable);
	});

	test.each([
		'2026-11-26T03:18:57Z',
		'2026-11-26',
		'26.11.2026',
		'https://shop.example/?at=2026-11-26T02:18:57.979Z',
		'Thu Nov 26',
		'2026-99-26T02:18:57.979Z',
	])('leaves %s as somebody wrote it', (text) => {
		expect(toReadableText(text, { zone })).toBe(text);
	});
});
