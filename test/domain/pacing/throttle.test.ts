import fc from 'fast-check';

import { openThrottle, perSecondAt, slowDown, withFullRate } from '../../../nodes/shared/domain/pacing/throttle';

const rates = fc.constantFrom(20, 80, 1000);
const refusals = fc.array(fc.record({ pauseMs: fc.nat(20_000), agoMs: fc.nat(2_000) }), { maxLength: 60 });

describe('the throttle of a number', () => {
	it('holds nothing back at first', () => {
		expect(perSecondAt(openThrottle(80), 0)).toBe(80);
		expect(perSecondAt(openThrottle(80), 1e9)).toBe(80);
	});

	it('stays between one message a second and the full rate, whatever is refused when', () => {
		fc.assert(
			fc.property(rates, refusals, (full, list) => {
				let throttle = openThrottle(full);
				let nowMs = 0;
				for (const { pauseMs, agoMs } of list) {
					nowMs += pauseMs;
					const before = perSecondAt(throttle, nowMs);
					throttle = slowDown(throttle, { leftAtMs: nowMs - agoMs, nowMs });
					const after = perSecondAt(throttle, nowMs);
					expect(after).toBeLessThanOrEqual(before);
					expect(after).toBeGreaterThanOrEqual(1);
				}
				expect(perSecondAt(throttle, nowMs + 121_000)).toBe(full);
			}),
		);
	});

	it('never comes to less than one message a second', () => {
		let throttle = openThrottle(80);
		for (let nowMs = 0; nowMs < 100; nowMs++) throttle = slowDown(throttle, { leftAtMs: nowMs, nowMs });
		expect(throttle.perSecond).toBe(1);
	});

	it('counts one of the many refusals of what had left before it slowed down', () => {
		let throttle = openThrottle(80);
		for (let leftAtMs = 0; leftAtMs < 100; leftAtMs += 10) throttle = slowDown(throttle, { leftAtMs, nowMs: leftAtMs + 100 });
		expect(perSecondAt(throttle, 100)).toBe(64);
		throttle = slowDown(throttle, { leftAtMs: 150, nowMs: 250 });
		expect(perSecondAt(throttle, 250)).toBeCloseTo(51.28, 2);
	});

	it('recovers by the same step every second', () => {
		const throttle = slowDown(openThrottle(120), { leftAtMs: 0, nowMs: 0 });
		expect([0, 1, 2, 24, 25].map((seconds) => perSecondAt(throttle, seconds * 1000))).toEqual([96, 97, 98, 120, 120]);
	});

	it('takes another full rate without holding back or letting go', () => {
		expect(perSecondAt(withFullRate(openThrottle(80), 1000, 5), 5)).toBe(1000);
		const slow = slowDown(openThrottle(80), { leftAtMs: 0, nowMs: 0 });
		expect(perSecondAt(withFullRate(slow, 1000, 0), 0)).toBe(64);
		expect(perSecondAt(withFullRate(slow, 20, 0), 0)).toBe(20);
	});
});
