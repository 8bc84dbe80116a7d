import { DateTime } from 'luxon';

import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import { freeEntryPoint } from '../../nodes/shared/domain/freeEntryPoint';

const HOUR_MS = 3_600_000;
const REFERRAL_MS = Date.UTC(2026, 10, 22, 9, 30);
const at = (millis: number) => DateTime.fromMillis(millis, { zone: 'utc' });

describe('freeEntryPoint', () => {
	const answered = { referralAtMs: REFERRAL_MS, answeredAtMs: REFERRAL_MS + HOUR_MS };

	it('runs as long as Meta says, be it longer or shorter than 72 hours', () => {
		for (const hours of [24, 168]) {
			const freeUntilMs = REFERRAL_MS + hours * HOUR_MS;
			const said = { ...answered, freeSaidAtMs: REFERRAL_MS + HOUR_MS, freeUntilMs };
			expect(freeEntryPoint(said, at(freeUntilMs - 1))).toEqual({ isOpen: true, closesAt: at(freeUntilMs) });
			expect(freeEntryPoint(said, at(freeUntilMs))).toEqual({ isOpen: false, closesAt: at(freeUntilMs) });
		}
	});

	it('runs as long as Meta says, also where nobody is known to have come through an ad', () => {
		const freeUntilMs = REFERRAL_MS + 168 * HOUR_MS;
		expect(freeEntryPoint({ freeSaidAtMs: REFERRAL_MS, freeUntilMs }, at(REFERRAL_MS))?.closesAt).toEqual(at(freeUntilMs));
	});

	it('believes a status that is dated in whole seconds, just before the answer it is about', () => {
		const said = { ...answered, freeSaidAtMs: REFERRAL_MS + HOUR_MS - 999, freeUntilMs: REFERRAL_MS + 2 * HOUR_MS };
		expect(freeEntryPoint(said, at(REFERRAL_MS + HOUR_MS))?.closesAt).toEqual(at(REFERRAL_MS + 2 * HOUR_MS));
	});

	it('is not shortened by what Meta said of an earlier one', () => {
		const said = { ...answered, freeSaidAtMs: REFERRAL_MS - HOUR_MS, freeUntilMs: REFERRAL_MS + 2 * HOUR_MS };
		expect(freeEntryPoint(said, at(REFERRAL_MS + HOUR_MS))?.closesAt).toEqual(at(REFERRAL_MS + 73 * HOUR_MS));
	});

	it('ends with the IDs that Meta said it of', () => {
		const said = { freeSaidAtMs: REFERRAL_MS, freeUntilMs: REFERRAL_MS + 168 * HOUR_MS, renamedAtMs: REFERRAL_MS };
		expect(freeEntryPoint(said, at(REFERRAL_MS))).toBeUndefined();
	});

	it('runs 72 hours from the answer until Meta says something', () => {
		const end = REFERRAL_MS + 73 * HOUR_MS;
		expect(freeEntryPoint(answered, at(end - 1))).toEqual({ isOpen: true, closesAt: at(end) });
		expect(freeEntryPoint(answered, at(end))).toEqual({ isOpen: false, closesAt: at(end) });
	});

	test.each([
		['nobody came through an ad', undefined],
		['there was no answer', { referralAtMs: REFERRAL_MS }],
		['the answer came after exactly 24 hours', { referralAtMs: REFERRAL_MS, answeredAtMs: REFERRAL_MS + 24 * HOUR_MS }],
		['the answer was to something earlier', { referralAtMs: REFERRAL_MS, answeredAtMs: REFERRAL_MS - 1 }],
		['the user left these IDs with the message', { ...answered, renamedAtMs: REFERRAL_MS }],
		['the user left these IDs later', { ...answered, renamedAtMs: REFERRAL_MS + 2 * HOUR_MS }],
	])('does not exist when %s', (_, session) => {
		expect(freeEntryPoint(session, at(REFERRAL_MS + 30 * HOUR_MS))).toBeUndefined();
	});

	it('stays when the user took these IDs before', () => {
		expect(freeEntryPoint({ ...answered, renamedAtMs: REFERRAL_MS - 1 }, at(REFERRAL_MS + 2 * HOUR_MS))?.isOpen).toBe(true);
	});

	it('never opens the customer service window', () => {
		const session = { ...answered, lastInboundAtMs: REFERRAL_MS };
		const now = at(REFERRAL_MS + 48 * HOUR_MS);
		expect(freeEntryPoint(session, now)?.isOpen).toBe(true);
		expect(customerServiceWindow(session, now).isOpen).toBe(false);
	});
});
