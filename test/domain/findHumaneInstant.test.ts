import fc from 'fast-check';
import { DateTime } from 'luxon';

import { findHumaneInstant } from '../../nodes/shared/domain/findHumaneInstant';
import type { QuietHours } from '../../nodes/shared/domain/Manners';

const NIGHT: QuietHours = { fromMinute: 21 * 60, untilMinute: 8 * 60 };
const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }) as DateTime<true>;
const find = (iso: string, quiet: QuietHours, ...zones: string[]) => findHumaneInstant(at(iso), quiet, zones)?.toISO();

/** Written apart: the time of day that the platform shows, and not an offset. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function shows(atMs: number, zone: string): number {
	const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	clocks.set(zone, clock);
	const [hour = 0, minute = 0] = clock.format(atMs).split(':').map(Number);
	return hour * 60 + minute;
}
function isQuiet(atMs: number, { fromMinute, untilMinute }: QuietHours, zone: string): boolean {
	// Round the clock from the beginning of the quiet hours.
	const since = (shows(atMs, zone) - fromMinute + 1440) % 1440;
	return since < (untilMinute - fromMinute + 1440) % 1440;
}

describe('the first instant at which nobody is disturbed', () => {
	test.each([
		['by day it is now, to the millisecond', at('2026-11-26T12:34:56.789Z').toISO(), '2026-11-26T12:34:56.789Z', ['Europe/Berlin']],
		['in the evening it is the morning', '2026-11-27T07:00:00.000Z', '2026-11-26T20:00:00Z', ['Europe/Berlin']],
		['after midnight it is the same morning', '2026-11-27T11:00:00.000Z', '2026-11-27T04:11:12Z', ['America/Sao_Paulo']],
		['the last quiet minute ends', '2026-11-27T07:00:00.000Z', '2026-11-27T06:59:59.999Z', ['Europe/Berlin']],
		['the first quiet minute begins', '2026-11-27T07:00:00.000Z', '2026-11-26T20:00:00.000Z', ['Europe/Berlin']],
		['of two zones the stricter one counts', '2026-11-26T18:00:00.000Z', '2026-11-26T13:30:00Z', ['America/New_York', 'Pacific/Honolulu']],
		['a zone with a quarter of an hour', '2026-11-27T02:15:00.000Z', '2026-11-26T20:00:00Z', ['Asia/Kathmandu']],
	])('%s', (_, expected, from, zones) => {
		expect(find(from, NIGHT, ...zones)).toBe(expected);
	});

	test('where clocks leap over the end of the quiet hours, these end with the leap', () => {
		expect(find('2026-03-29T00:30:00Z', { fromMinute: 60, untilMinute: 150 }, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
	});

	test('where clocks are set back into the quiet hours, it is quiet twice', () => {
		const quiet = { fromMinute: 120, untilMinute: 150 };
		expect(find('2026-10-25T00:10:00Z', quiet, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
		expect(find('2026-10-25T01:10:00Z', quiet, 'Europe/Berlin')).toBe('2026-10-25T01:30:00.000Z');
	});

	test('zones that leave no minute of the day leave none', () => {
		expect(find('2026-11-26T12:00:00Z', NIGHT, 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo')).toBeUndefined();
	});

	test('is humane everywhere, never before now, and no minute before it is', () => {
		const zones = ['Europe/Berlin', 'America/Sao_Paulo', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham'];
		const changes = {
			'Europe/Berlin': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
			'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
			'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
			'Africa/Cairo': ['2026-04-23T22:00Z', '2026-10-29T21:00Z'],
		};
		const moments = Object.entries(changes).flatMap(([zone, instants]) => instants.map((at) => ({ zone, atMs: Date.parse(at) })));
		const moment = fc.oneof(
			fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((atMs) => ({ atMs, zone: 'UTC' })),
			// Around the nights in which the clocks of a zone change.
			fc.tuple(fc.constantFrom(...moments), fc.integer({ min: -1_000, max: 120 })).map(([{ zone, atMs }, minutes]) => ({ zone, atMs: atMs + minutes * 60_000 })),
		);
		fc.assert(
			fc.property(moment, fc.nat(1439), fc.integer({ min: 1, max: 1439 }), fc.subarray(zones, { maxLength: 2 }), ({ atMs, zone }, fromMinute, length, others) => {
				const chosen = [zone, ...others];
				const quiet = { fromMinute, untilMinute: (fromMinute + length) % 1440 };
				const isHumane = (ms: number) => chosen.every((zone) => !isQuiet(ms, quiet, zone));
				const found = findHumaneInstant(DateTime.fromMillis(atMs, { zone: 'utc' }) as DateTime<true>, quiet, chosen)?.toMillis();
				if (isHumane(atMs)) return expect(found).toBe(atMs);
				const firstMinute = Math.floor(atMs / 60_000) + 1;
				let minute = firstMinute;
				while (minute < firstMinute + 2 * 1440 && !isHumane(minute * 60_000)) minute++;
				if (minute < firstMinute + 2 * 1440 - 1) expect(found).toBe(minute * 60_000);
				else if (found !== undefined) expect(isHumane(found)).toBe(true);
			}),
			{ numRuns: 400 },
		);
	});
});
