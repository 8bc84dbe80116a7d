import fc from 'fast-check';

import { toHourRanges } from '../../nodes/shared/store/scripts/toHourRanges';
import { HOUR_MS, NOON_MS } from './instants';

describe('the parts of a time that is counted by the hour', () => {
	const at = (...afterMs: number[]) => afterMs.map((ms) => NOON_MS + ms);

	it.each<[string, number, number, number[]]>([
		['whole hours', 0, 3 * HOUR_MS, at(0, 3 * HOUR_MS, 0, 0, 3 * HOUR_MS, 3 * HOUR_MS)],
		['an hour with something before and behind', -1, HOUR_MS + 1, at(0, HOUR_MS, -1, 0, HOUR_MS, HOUR_MS + 1)],
		['parts of two hours', -5, 5, [0, 0, ...at(-5, 5), 0, 0]],
		['a part of one hour', 5, 6, [0, 0, ...at(5, 6), 0, 0]],
		['nothing', 5, 5, [0, 0, ...at(5, 5), 0, 0]],
	])('are those of %s', (_, fromMs, untilMs, expected) => {
		expect(toHourRanges(NOON_MS + fromMs, NOON_MS + untilMs)).toEqual(expected);
	});

	it('have each instant of it once, and none beside', () => {
		const minute = fc.integer({ min: 0, max: 5 * 60 }).map((minutes) => NOON_MS + minutes * 60_000);
		fc.assert(
			fc.property(minute, minute, minute, (one, other, atMs) => {
				const [fromMs, untilMs] = [Math.min(one, other), Math.max(one, other)];
				const ranges = toHourRanges(fromMs, untilMs);
				const [hoursFromMs, hoursUntilMs] = ranges;
				expect([hoursFromMs % HOUR_MS, hoursUntilMs % HOUR_MS]).toEqual([0, 0]);
				const holding = [0, 2, 4].filter((part) => atMs >= (ranges[part] ?? 0) && atMs < (ranges[part + 1] ?? 0));
				expect(holding).toHaveLength(atMs >= fromMs && atMs < untilMs ? 1 : 0);
			}),
		);
	});
});
