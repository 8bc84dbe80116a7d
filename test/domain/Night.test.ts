import fc from 'fast-check';
import { DateTime } from 'luxon';

import { closingTimes, type ClosingAlarm } from '../../nodes/shared/domain/closingAlarm';
import { findHumaneInstant } from '../../nodes/shared/domain/findHumaneInstant';
import { nightsAround, type Night } from '../../nodes/shared/domain/Night';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BERLIN = 'Europe/Berlin';
const LORD_HOWE = 'Australia/Lord_Howe';
const ms = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }).toMillis();
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const nightOf = (from: string, until: string, zone: string): Night => ({ fromMinute: minutesOf(from), untilMinute: minutesOf(until), zone });

/** Written apart: the time of day that the platform shows, and not an offset. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function isShownAtNight({ fromMinute, untilMinute, zone }: Night, atMs: number): boolean {
	const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	clocks.set(zone, clock);
	const minute = minutesOf(clock.format(atMs));
	return fromMinute < untilMinute ? fromMinute <= minute && minute < untilMinute : minute >= fromMinute || minute < untilMinute;
}

describe('the nights around a change of clocks', () => {
	const text = (atMs: number) => DateTime.fromMillis(atMs, { zone: 'utc' }).toFormat('dd HH:mm');

	// Forward at 29 01:00 UTC, from 02:00 to 03:00; back at 25 01:00 UTC, from 03:00 to 02:00. Lord Howe moves by half an hour, at 15:00 UTC.
	test.each([
		['an hour shorter', '21:00', '08:00', BERLIN, '2026-03-29', ['28 20:00 – 29 06:00']],
		['an hour longer', '21:00', '08:00', BERLIN, '2026-10-25', ['24 19:00 – 25 07:00']],
		['whose beginning is left out', '02:30', '08:00', BERLIN, '2026-03-29', ['29 01:00 – 29 06:00']],
		['whose end is left out', '21:00', '02:30', BERLIN, '2026-03-29', ['28 20:00 – 29 01:00']],
		['that is left out whole', '02:10', '02:40', BERLIN, '2026-03-29', []],
		['that comes twice', '02:00', '02:30', BERLIN, '2026-10-25', ['25 00:00 – 25 00:30', '25 01:00 – 25 01:30']],
		['whose end comes twice', '21:00', '02:30', BERLIN, '2026-10-25', ['24 19:00 – 25 00:30', '25 01:00 – 25 01:30']],
		['whose beginning comes twice', '02:30', '08:00', BERLIN, '2026-10-25', ['25 00:30 – 25 01:00', '25 01:30 – 25 07:00']],
		['by half an hour back, whose end comes twice', '21:00', '01:45', LORD_HOWE, '2026-04-05', ['04 10:00 – 04 14:45', '04 15:00 – 04 15:15']],
		['by half an hour forward, whose end is left out', '21:00', '02:15', LORD_HOWE, '2026-10-04', ['03 10:30 – 03 15:30']],
	])('one %s: from %s until %s in %s', (_, from, until, zone, day, expected) => {
		const noonMs = DateTime.fromISO(`${day}T12:00`, { zone }).toMillis();
		const nights = nightsAround(nightOf(from, until, zone), noonMs).filter(({ fromMs, untilMs }) => fromMs > noonMs - 24 * HOUR_MS && untilMs < noonMs);
		expect(nights.map(({ fromMs, untilMs }) => `${text(fromMs)} – ${text(untilMs)}`)).toEqual(expected);
	});
});

describe('a night, by the alarm and by the manners', () => {
	/** Within two days of a change of clocks, most of them. */
	const instants = fc
		.tuple(fc.constantFrom('2026-03-29', '2026-10-25', '2026-04-04', '2026-10-03', '2026-11-01', '2026-11-26'), fc.integer({ min: -2 * 24 * 60, max: 2 * 24 * 60 }))
		.map(([day, minute]) => ms(day) + minute * MINUTE_MS);
	const nights = fc
		.record({
			fromMinute: fc.integer({ min: 0, max: 1439 }),
			length: fc.integer({ min: 1, max: 1300 }),
			zone: fc.constantFrom(BERLIN, LORD_HOWE, 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC'),
		})
		.map(({ fromMinute, length, zone }): Night => ({ fromMinute, untilMinute: (fromMinute + length) % 1440, zone }));

	test('is what a clock on the wall shows, minute by minute', () => {
		fc.assert(
			fc.property(nights, instants, fc.integer({ min: -48 * 60, max: 48 * 60 }), (night, atMs, minutes) => {
				const lookedAtMs = atMs + minutes * MINUTE_MS;
				const isWithin = nightsAround(night, atMs).some(({ fromMs, untilMs }) => lookedAtMs >= fromMs && lookedAtMs < untilMs);
				expect(isWithin).toBe(isShownAtNight(night, lookedAtMs));
			}),
			{ numRuns: 1_000 },
		);
	});

	test('ends for both at the same instant', () => {
		fc.assert(
			fc.property(nights, instants, ({ zone, ...quiet }, atMs) => {
				for (const { fromMs, untilMs } of nightsAround({ ...quiet, zone }, atMs)) {
					const from = DateTime.fromMillis(fromMs, { zone: 'utc' }) as DateTime<true>;
					expect(findHumaneInstant(from, quiet, [zone])?.toMillis()).toBe(untilMs);
				}
			}),
			{ numRuns: 150 },
		);
	});

	test('keeps the alarm quiet, and the last humane instant is the last minute of a day', () => {
		fc.assert(
			fc.property(nights, instants, fc.integer({ min: 6, max: 1380 }), (night, wroteMs, leadMinutes) => {
				// An hour more, for the day on which the clocks leap.
				fc.pre(leadMinutes + ((night.untilMinute - night.fromMinute + 1440) % 1440) < 23 * 60);
				const alarm: ClosingAlarm = { leadMs: leadMinutes * MINUTE_MS, night };
				const { ringsAtMs, lastHumaneAtMs, heldFromMs } = closingTimes(alarm, wroteMs);
				expect(ringsAtMs === wroteMs || !isShownAtNight(night, ringsAtMs)).toBe(true);
				expect(isShownAtNight(night, lastHumaneAtMs - MINUTE_MS)).toBe(false);
				expect(lastHumaneAtMs === heldFromMs || isShownAtNight(night, lastHumaneAtMs)).toBe(true);
			}),
			{ numRuns: 2_000 },
		);
	});
});
