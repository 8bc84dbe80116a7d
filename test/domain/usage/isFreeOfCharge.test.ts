import { DateTime } from 'luxon';

import type { Session } from '../../../nodes/shared/domain/Session';
import { isFreeOfCharge } from '../../../nodes/shared/domain/usage/isFreeOfCharge';

const NOON_MS = Date.UTC(2026, 10, 26, 12);
const HOUR_MS = 3_600_000;
const at = DateTime.fromMillis(NOON_MS, { zone: 'utc' });

test.each<[string, boolean, Partial<Session> | undefined]>([
	['nobody who is not on record', false, undefined],
	['nobody who came by themselves', false, { lastInboundAtMs: NOON_MS }],
	['the first answer to an ad', true, { referralAtMs: NOON_MS - 23 * HOUR_MS }],
	['not a day after it', false, { referralAtMs: NOON_MS - 24 * HOUR_MS }],
	['not what follows the answer, while Meta has said nothing', false, { referralAtMs: NOON_MS - HOUR_MS, answeredAtMs: NOON_MS - 1 }],
	['until the end that Meta has said', true, { freeSaidAtMs: NOON_MS - HOUR_MS, freeUntilMs: NOON_MS + 1 }],
	['not at that end', false, { freeSaidAtMs: NOON_MS - HOUR_MS, freeUntilMs: NOON_MS }],
	['not who has the number by now', false, { freeSaidAtMs: NOON_MS - HOUR_MS, freeUntilMs: NOON_MS + 1, referralAtMs: NOON_MS - HOUR_MS, renamedAtMs: NOON_MS - 1 }],
])('%s', (_, expected, session) => {
	expect(isFreeOfCharge(session, at)).toBe(expected);
});
