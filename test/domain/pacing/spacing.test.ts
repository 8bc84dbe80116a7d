import fc from 'fast-check';

import { afterOne, dueAtMs, joinSpacings, type RestedAtMs, type Spacing } from '../../../nodes/shared/domain/pacing/spacing';
import { PER_PERSON } from '../../../nodes/shared/domain/pacing/messageLimits';

/** The same rule as somebody would first write it down: a bucket that fills by one token after each interval. */
class Bucket {
	private tokens: number;
	private atMs = 0;

	constructor(private readonly spacing: Spacing) {
		this.tokens = spacing.burst;
	}

	take(nowMs: number): boolean {
		this.tokens = Math.min(this.spacing.burst, this.tokens + (nowMs - this.atMs) / this.spacing.intervalMs);
		this.atMs = nowMs;
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}
}

function play(spacing: Spacing, pausesMs: number[]): boolean[] {
	let nowMs = 0;
	let restedAtMs: RestedAtMs;
	return pausesMs.map((pauseMs) => {
		nowMs += pauseMs;
		const isDue = nowMs >= dueAtMs(restedAtMs, spacing);
		if (isDue) restedAtMs = afterOne(restedAtMs, spacing, nowMs);
		return isDue;
	});
}

// Intervals of whole powers of two, so that the parts of the bucket's tokens are exact.
const spacings = fc.record({ intervalMs: fc.constantFrom(1, 2, 8, 64, 1024), burst: fc.integer({ min: 1, max: 50 }) });

describe('the spacing of messages', () => {
	it('lets through what a bucket of tokens lets through, at any instants', () => {
		fc.assert(
			fc.property(spacings, fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 }), (spacing, pausesMs) => {
				const bucket = new Bucket(spacing);
				let nowMs = 0;
				const expected = pausesMs.map((pauseMs) => bucket.take((nowMs += pauseMs)));
				expect(play(spacing, pausesMs)).toEqual(expected);
			}),
		);
	});

	it('is never more than the burst and what fills up meanwhile, in any stretch of time', () => {
		fc.assert(
			fc.property(spacings, fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 200 }), (spacing, pausesMs) => {
				let nowMs = 0;
				const instants = pausesMs.map((pauseMs) => (nowMs += pauseMs));
				const taken = instants.filter((_, index) => play(spacing, pausesMs)[index]);
				for (const [index, first] of taken.entries()) {
					for (const [more, last] of taken.slice(index).entries()) {
						expect(more + 1).toBeLessThanOrEqual(spacing.burst + (last - first) / spacing.intervalMs + 1e-9);
					}
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('gives the instant of the next one to the millisecond', () => {
		fc.assert(
			fc.property(spacings, fc.nat({ max: 200 }), (spacing, count) => {
				let restedAtMs: RestedAtMs;
				for (let index = 0; index < count; index++) restedAtMs = afterOne(restedAtMs, spacing, Math.max(0, dueAtMs(restedAtMs, spacing)));
				const dueMs = dueAtMs(restedAtMs, spacing);
				expect(dueMs).toBe(count === 0 ? -Infinity : (count - spacing.burst + 1) * spacing.intervalMs);
			}),
		);
	});

	it.each([
		[44, 0],
		[45, 6_000],
		[46, 12_000],
		[59, 90_000],
	])('makes one more message to a person due after %i at %i ms', (sent, dueMs) => {
		let restedAtMs: RestedAtMs;
		for (let index = 0; index < sent; index++) restedAtMs = afterOne(restedAtMs, PER_PERSON, 0);
		expect(Math.max(0, dueAtMs(restedAtMs, PER_PERSON))).toBe(Math.max(0, dueMs));
	});

	it('of two records of one person is what both have used, in whatever order they are joined', () => {
		fc.assert(
			fc.property(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), (one, other, nowMs) => {
				const joined = joinSpacings(one, other, nowMs);
				expect(joined).toBe(joinSpacings(other, one, nowMs));
				expect(Math.max(joined! - nowMs, 0)).toBe(Math.max(one - nowMs, 0) + Math.max(other - nowMs, 0));
			}),
		);
		expect(joinSpacings(undefined, 7, 0)).toBe(7);
		expect(joinSpacings(undefined, undefined, 0)).toBeUndefined();
	});
});
