import fc from 'fast-check';
import { DateTime } from 'luxon';

import { closingTimes, dueInboundMs, type ClosingAlarm } from '../../nodes/shared/domain/closingAlarm';
import { readClosingAlarm } from '../../nodes/shared/domain/readClosingAlarm';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BERLIN = 'Europe/Berlin';
const nightIn = (zone: string, leadHours = 2): ClosingAlarm => ({
	leadMs: leadHours * HOUR_MS,
	night: { fromMinute: 21 * 60, untilMinute: 8 * 60, zone },
});
const ms = (text: string, zone: string) => DateTime.fromISO(text, { zone }).toMillis();
const text = (atMs: number, zone: string) => DateTime.fromMillis(atMs, { zone }).toFormat('dd HH:mm');

describe('readClosingAlarm', () => {
	const night = { from: '21:00', until: '08:00', zone: BERLIN };

	test.each<[what: string, input: Parameters<typeof readClosingAlarm>[0], parameter: string, message: RegExp]>([
		['0 minutes', { lead: 0, unit: 'minutes' }, 'Before It Closes', /more than 5 minutes and at most 23 hours: 0 minutes/],
		['5 minutes, which the sends hold back', { lead: 5, unit: 'minutes' }, 'Before It Closes', /5 minutes/],
		['25 hours', { lead: 25, unit: 'hours' }, 'Before It Closes', /25 hours/],
		['less than nothing', { lead: -10, unit: 'minutes' }, 'Before It Closes', /-10/],
		['no number', { lead: 'soon', unit: 'minutes' }, 'Before It Closes', /"soon"/],
		['nothing', { lead: '', unit: 'hours' }, 'Before It Closes', /""/],
		['NaN', { lead: NaN, unit: 'minutes' }, 'Before It Closes', /null/],
		['a time zone that does not exist', { lead: 2, unit: 'hours', night: { ...night, zone: 'Europe/Berlim' } }, 'Time Zone', /"Europe\/Berlim"/],
		['a time that is none', { lead: 2, unit: 'hours', night: { ...night, from: '25:00' } }, 'Night From', /"25:00"/],
		['a minute that is none', { lead: 2, unit: 'hours', night: { ...night, until: '8:75' } }, 'Night Until', /"8:75"/],
		['no time', { lead: 2, unit: 'hours', night: { ...night, until: '' } }, 'Night Until', /""/],
		['quiet hours that leave no minute', { lead: 2, unit: 'hours', night: { ...night, until: '21:00' } }, 'Night Until', /leaves no minute/],
		['a night and a lead that leave no minute', { lead: 13, unit: 'hours', night }, 'Before It Closes', /leave no minute/],
	])('refuses %s', (_, input, parameter, message) => {
		expect(() => readClosingAlarm(input)).toThrow(expect.objectContaining({ parameter, message: expect.stringMatching(message) as string, advice: expect.stringMatching(/./) as string }));
	});

	test.each<[lead: unknown, unit: string, minutes: number]>([
		[120, 'minutes', 120],
		['2', 'hours', 120],
		[0.5, 'hours', 30],
		[6, 'minutes', 6],
		[23, 'hours', 1380],
	])('reads %s %s', (lead, unit, minutes) => {
		expect(readClosingAlarm({ lead, unit })).toEqual({ leadMs: minutes * MINUTE_MS });
	});

	test('reads a night, within a day as well', () => {
		expect(readClosingAlarm({ lead: 2, unit: 'hours', night: { from: '9.30', until: '16:05', zone: ' Asia/Kolkata ' } })).toEqual({
			leadMs: 2 * HOUR_MS,
			night: { fromMinute: 570, untilMinute: 965, zone: 'Asia/Kolkata' },
		});
	});
});

describe('closingTimes', () => {
	test('rings the lead before the end, and holds the safety margin of the sends back', () => {
		expect(closingTimes({ leadMs: 2 * HOUR_MS }, 0)).toEqual({
			closesAtMs: DAY_MS,
			heldFromMs: DAY_MS - 5 * MINUTE_MS,
			lastHumaneAtMs: DAY_MS - 5 * MINUTE_MS,
			ringsAtMs: DAY_MS - 2 * HOUR_MS,
		});
	});

	test.each<[wrote: string, zone: string, rings: string, humane: string]>([
		['2026-11-25T03:12', BERLIN, '25 19:00', '25 21:00'],
		['2026-11-25T20:59', BERLIN, '26 18:59', '26 20:54'],
		['2026-11-25T21:00', BERLIN, '26 19:00', '26 20:55'],
		['2026-11-25T21:05', BERLIN, '26 19:00', '26 21:00'],
		['2026-11-25T21:06', BERLIN, '26 19:00', '26 21:00'],
		['2026-11-25T08:05', BERLIN, '25 19:00', '25 21:00'],
		['2026-11-25T08:30', BERLIN, '25 19:00', '26 08:25'],
		['2026-11-25T09:59', BERLIN, '25 19:00', '26 09:54'],
		['2026-11-25T10:00', BERLIN, '26 08:00', '26 09:55'],
		['2026-11-25T03:12', 'America/Sao_Paulo', '25 19:00', '25 21:00'],
		['2026-11-25T03:12', 'Asia/Kathmandu', '25 19:00', '25 21:00'],
		// The clocks go back an hour on the 25th, and forward on the 29th: the window ends at another time of day.
		['2026-10-24T09:30', BERLIN, '24 19:00', '25 08:25'],
		['2026-10-24T21:30', BERLIN, '25 18:30', '25 20:25'],
		['2026-03-28T20:30', BERLIN, '29 19:00', '29 21:00'],
		['2026-03-28T03:12', BERLIN, '28 19:00', '28 21:00'],
	])('of somebody who wrote at %s in %s: rings at %s, last humane instant %s', (wrote, zone, rings, humane) => {
		const times = closingTimes(nightIn(zone), ms(wrote, zone));
		expect([text(times.ringsAtMs, zone), text(times.lastHumaneAtMs, zone)]).toEqual([rings, humane]);
	});

	test('never rings in the first of two nights that an hour between them makes when the clocks go back', () => {
		// It is night from 00:00 to 00:30 and from 01:00 to 01:30 UTC.
		const alarm: ClosingAlarm = { leadMs: HOUR_MS, night: { fromMinute: 120, untilMinute: 150, zone: BERLIN } };
		const wroteMs = ms('2026-10-24T01:40', 'utc');
		expect(text(closingTimes(alarm, wroteMs).ringsAtMs, 'utc')).toBe('24 23:00');
		expect(dueInboundMs(alarm, ms('2026-10-24T22:59', 'utc'))).toBeLessThan(wroteMs);
		expect(dueInboundMs(alarm, ms('2026-10-24T23:00', 'utc'))).toBeGreaterThanOrEqual(wroteMs);
	});

	test('never rings before the message that opened the window', () => {
		const wroteMs = ms('2026-11-25T21:30', BERLIN);
		const alarm: ClosingAlarm = { leadMs: 12 * HOUR_MS, night: { fromMinute: 22 * 60, untilMinute: 9 * 60, zone: BERLIN } };
		const atMorning = closingTimes(alarm, ms('2026-11-25T09:30', BERLIN));
		expect(text(atMorning.ringsAtMs, BERLIN)).toBe('25 10:00');
		expect(closingTimes({ leadMs: 25 * HOUR_MS }, wroteMs).ringsAtMs).toBe(wroteMs);
	});
});

describe('dueInboundMs', () => {
	const zones = [BERLIN, 'America/Sao_Paulo', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
	const alarms = fc
		.record({
			leadMinutes: fc.integer({ min: 6, max: 1380 }),
			fromMinute: fc.integer({ min: 0, max: 1439 }),
			nightMinutes: fc.integer({ min: 1, max: 1300 }),
			zone: fc.constantFrom(...zones),
			hasNight: fc.boolean(),
		})
		// An hour more, for the night in which the clocks go back.
		.filter(({ leadMinutes, nightMinutes, hasNight }) => !hasNight || leadMinutes + nightMinutes < 23 * 60)
		.map(({ leadMinutes, fromMinute, nightMinutes, zone, hasNight }): ClosingAlarm => ({
			leadMs: leadMinutes * MINUTE_MS,
			...(hasNight && { night: { fromMinute, untilMinute: (fromMinute + nightMinutes) % 1440, zone } }),
		}));

	test('is where closingTimes draws the line, on every day and in every zone', () => {
		const instants = fc.integer({ min: ms('2026-01-01', 'utc') / MINUTE_MS, max: ms('2026-12-31', 'utc') / MINUTE_MS });
		fc.assert(
			fc.property(alarms, instants, fc.integer({ min: -60, max: 26 * 60 }), (alarm, minute, ago) => {
				const nowMs = minute * MINUTE_MS;
				const wroteMs = nowMs - ago * MINUTE_MS;
				const isDue = wroteMs <= dueInboundMs(alarm, nowMs);
				expect(isDue).toBe(closingTimes(alarm, wroteMs).ringsAtMs <= nowMs);
			}),
			{ numRuns: 5_000 },
		);
	});
});
