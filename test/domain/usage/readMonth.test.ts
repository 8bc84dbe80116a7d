import { DateTime } from 'luxon';

import { readMonth } from '../../../nodes/shared/domain/usage/readMonth';

const NOW = DateTime.fromISO('2026-11-01T02:00:00Z', { zone: 'utc' }) as DateTime<true>;

test.each([
	['', 'Europe/Berlin', '2026-11', '2026-10-31T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
	[undefined, 'America/St_Johns', '2026-10', '2026-10-01T02:30:00.000Z', '2026-11-01T02:30:00.000Z'],
	['last month', 'Asia/Kathmandu', '2026-10', '2026-09-30T18:15:00.000Z', '2026-10-31T18:15:00.000Z'],
	[' This Month ', 'Pacific/Chatham', '2026-11', '2026-10-31T10:15:00.000Z', '2026-11-30T10:15:00.000Z'],
	['2026-2', 'UTC', '2026-02', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
])('%p in %s is %s, from midnight to midnight', (value, zone, name, from, until) => {
	const month = readMonth(value, NOW, zone);
	expect(month.name).toBe(name);
	expect(new Date(month.fromMs).toISOString()).toBe(from);
	expect(new Date(month.untilMs).toISOString()).toBe(until);
});

test.each([['2026-13'], ['2026'], ['November'], ['constructor'], ['__proto__'], [11], [{}]])('%p is refused', (value) => {
	expect(() => readMonth(value, NOW, 'UTC')).toThrow(`'Month' is no month: ${JSON.stringify(value)}`);
});

test('a month that has not begun there is refused, with where it may have begun', () => {
	expect(() => readMonth('2026-11', NOW, 'America/St_Johns')).toThrow("'Month' lies ahead");
});
