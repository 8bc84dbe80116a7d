import fc from 'fast-check';
import { DateTime, Duration } from 'luxon';

import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const INBOUND_MS = Date.UTC(2026, 10, 22, 9, 30);
const noMargin = { safetyMargin: Duration.fromMillis(0) };
const instant = (millis: number) => DateTime.fromMillis(millis, { zone: 'utc' });

describe('customerServiceWindow', () => {
	test.each([
		['right after the message', 0, true, 'open', 86_400],
		['1 ms before 24 hours', DAY_MS - 1, true, 'open', 0],
		['at exactly 24 hours', DAY_MS, false, 'expired', 0],
		['1 ms after 24 hours', DAY_MS + 1, false, 'expired', 0],
		['at 24 h 59 min, which whole hours would round down', DAY_MS + 59 * 60_000, false, 'expired', 0],
		['at 25 hours', 25 * HOUR_MS, false, 'expired', 0],
	])('%s without a margin', (_, afterMs, isOpen, reason, remainingSeconds) => {
		const state = customerServiceWindow({ lastInboundAtMs: INBOUND_MS }, instant(INBOUND_MS + afterMs), noMargin);
		expect(state).toMatchObject({ isOpen, reason, remainingSeconds });
		expect(state.closesAt?.toMillis()).toBe(INBOUND_MS + DAY_MS);
	});

	test.each([
		['1 ms before the margin begins', DAY_MS - 5 * 60_000 - 1, true, 'open'],
		['where the margin begins', DAY_MS - 5 * 60_000, false, 'withinSafetyMargin'],
		['1 ms before 24 hours', DAY_MS - 1, false, 'withinSafetyMargin'],
		['at exactly 24 hours', DAY_MS, false, 'expired'],
	])('%s with the default margin of 5 minutes', (_, afterMs, isOpen, reason) => {
		const state = customerServiceWindow({ lastInboundAtMs: INBOUND_MS }, instant(INBOUND_MS + afterMs));
		expect(state).toMatchObject({ isOpen, reason });
	});

	it('is closed when no inbound message is on record', () => {
		expect(customerServiceWindow(undefined, instant(INBOUND_MS))).toEqual({
			isOpen: false,
			reason: 'noInboundOnRecord',
			remainingSeconds: 0,
			evaluatedAt: instant(INBOUND_MS),
		});
		expect(customerServiceWindow({ closedByPlatformAtMs: INBOUND_MS }, instant(INBOUND_MS)).reason).toBe(
			'noInboundOnRecord',
		);
	});

	it.each([
		['before the message', -1, 'open'],
		['with the message', 0, 'noInboundOnRecord'],
		['after the message', 1, 'noInboundOnRecord'],
	])('of a user who left these IDs %s shows no message of theirs', (_, afterMs, reason) => {
		const session = { lastInboundAtMs: INBOUND_MS, closedByPlatformAtMs: INBOUND_MS - 9, renamedAtMs: INBOUND_MS + afterMs };
		const state = customerServiceWindow(session, instant(INBOUND_MS + HOUR_MS));
		expect(state.reason).toBe(reason);
		expect([state.lastInboundAt, state.closesAt].every((at) => (at === undefined) === (reason !== 'open'))).toBe(true);
	});

	it('takes a message ahead of the clock as written now', () => {
		const state = customerServiceWindow({ lastInboundAtMs: INBOUND_MS + 7 * DAY_MS }, instant(INBOUND_MS));
		expect(state).toMatchObject({ isOpen: true, remainingSeconds: 86_400 });
		expect(state.closesAt?.toMillis()).toBe(INBOUND_MS + DAY_MS);
	});

	describe('after Meta refused a message with 131047', () => {
		const refused = { lastInboundAtMs: INBOUND_MS, closedByPlatformAtMs: INBOUND_MS + HOUR_MS };

		it('is closed from the refused send on', () => {
			const state = customerServiceWindow(refused, instant(INBOUND_MS + 2 * HOUR_MS));
			expect(state).toMatchObject({ isOpen: false, reason: 'closedByPlatform', remainingSeconds: 0 });
			expect(state.closesAt?.toMillis()).toBe(INBOUND_MS + HOUR_MS);
		});

		it('is open again after a newer inbound message', () => {
			const answered = { ...refused, lastInboundAtMs: INBOUND_MS + HOUR_MS + 1 };
			expect(customerServiceWindow(answered, instant(INBOUND_MS + 2 * HOUR_MS)).reason).toBe('open');
		});

		it.each([
			['an older message that arrives late', -1],
			['a message of the very instant of the refused send', 0],
		])('stays closed after %s', (_, afterMs) => {
			const late = { ...refused, lastInboundAtMs: INBOUND_MS + HOUR_MS + afterMs };
			const state = customerServiceWindow(late, instant(INBOUND_MS + 2 * HOUR_MS));
			expect(state).toMatchObject({ isOpen: false, reason: 'closedByPlatform' });
			expect(state.closesAt?.toMillis()).toBe(INBOUND_MS + HOUR_MS);
		});

		it('is plainly expired once 24 hours have passed before the refused send', () => {
			const forced = { lastInboundAtMs: INBOUND_MS, closedByPlatformAtMs: INBOUND_MS + 25 * HOUR_MS };
			expect(customerServiceWindow(forced, instant(INBOUND_MS + 26 * HOUR_MS)).reason).toBe('expired');
		});
	});

	test.each([
		['seconds for milliseconds', { lastInboundAtMs: INBOUND_MS / 1000 }],
		['not a number', { lastInboundAtMs: NaN }],
		['before WhatsApp existed', { lastInboundAtMs: 0 }],
	])('refuses an inbound instant that is %s', (_, session) => {
		expect(() => customerServiceWindow(session, instant(INBOUND_MS))).toThrow(InvalidInputError);
	});

	it('refuses an instant to judge that is not one', () => {
		expect(() => customerServiceWindow(undefined, DateTime.invalid('no time'))).toThrow(InvalidInputError);
	});

	test.each([-1, DAY_MS])('refuses a safety margin of %d ms', (millis) => {
		const safetyMargin = Duration.fromMillis(millis);
		expect(() => customerServiceWindow(undefined, instant(INBOUND_MS), { safetyMargin })).toThrow(/safety margin/i);
	});

	it('is never open later than 24 hours after the inbound message, whatever the margin', () => {
		const millis = fc.integer({ min: INBOUND_MS - 10 * DAY_MS, max: INBOUND_MS + 10 * DAY_MS });
		fc.assert(
			fc.property(
				millis,
				fc.option(millis, { nil: undefined }),
				millis,
				fc.integer({ min: 0, max: DAY_MS - 1 }),
				(lastInboundAtMs, closedByPlatformAtMs, atMs, marginMs) => {
					const safetyMargin = Duration.fromMillis(marginMs);
					const state = customerServiceWindow({ lastInboundAtMs, closedByPlatformAtMs }, instant(atMs), { safetyMargin });
					if (state.isOpen) expect(atMs).toBeLessThan(Math.min(lastInboundAtMs, atMs) + DAY_MS - marginMs);
					expect(state.closesAt!.toMillis()).toBeLessThanOrEqual(lastInboundAtMs + DAY_MS);
				},
			),
		);
	});
});
