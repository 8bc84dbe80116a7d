import { DateTime } from 'luxon';

import { watchedMonths } from '../../../nodes/shared/domain/usage/watchedMonths';

const BERLIN = 'Europe/Berlin';
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }) as DateTime<true>;
const LONG_AGO = at('2026-01-01T00:00:00Z');

describe('the months in which thresholds are looked for', () => {
	test.each([
		['2026-10-31T22:59:59.999Z', ['2026-10']],
		['2026-10-31T23:00:00Z', ['2026-10', '2026-11']],
		['2026-11-08T22:59:59.999Z', ['2026-10', '2026-11']],
		['2026-11-08T23:00:00Z', ['2026-11']],
		['2027-01-01T12:00:00Z', ['2026-12', '2027-01']],
	])('at %s, since long ago', (now, names) => {
		expect(watchedMonths(at(now), BERLIN, LONG_AGO.toMillis()).map(({ name }) => name)).toEqual(names);
	});

	test.each([
		['the last instant of the month before', '2026-10-31T22:59:59.999Z', ['2026-10', '2026-11']],
		['the first instant of this month', '2026-10-31T23:00:00Z', ['2026-11']],
	])('on 2 November, since %s', (_, began, names) => {
		expect(watchedMonths(at('2026-11-02T12:00:00Z'), BERLIN, at(began).toMillis()).map(({ name }) => name)).toEqual(names);
	});
});
