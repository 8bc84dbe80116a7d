import { gatheringDueAtMs, mayJoinGathering } from '../../nodes/shared/domain/gathering';

const LIMITS = { waitMs: 5_000, mostMessages: 3, mostMs: 12_000 };

describe('a message that follows another one', () => {
	it.each([
		[4_999, 2, true],
		[5_000, 2, false],
		[4_999, 3, false],
	])('joins it until it is complete: after %i ms, with %i messages: %s', (atMs, count, expected) => {
		expect(mayJoinGathering({ beganAtMs: 0, dueAtMs: 5_000, messages: Array.from({ length: count }) }, atMs, LIMITS)).toBe(expected);
	});

	it.each([
		['waits for the next one', 1, 0, 5_000],
		['waits no longer than there is time in all', 2, 9_000, 12_000],
		['waits for none when there may be no more', 3, 2_000, 2_000],
	])('%s', (_, count, atMs, expected) => {
		expect(gatheringDueAtMs(0, count, atMs, LIMITS)).toBe(expected);
	});
});
