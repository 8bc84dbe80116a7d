import type { DateTime } from 'luxon';

import { CUSTOMER_SERVICE_WINDOW } from '../customerServiceWindow';
import type { Session } from '../Session';
import { sinceRenaming } from '../sinceRenaming';

/**
 * Says whether a message to a person is free because the person came through an ad, as surely as a budget asks for: Meta has said in a status that
 * it is, or the message is the first answer, which makes it so.
 *
 * How long it is free Meta alone says. The 72 hours that are expected otherwise (`freeEntryPoint`) begin for no click at a computer.
 *
 * @param at - the instant to judge; the clock is never read here
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing "Free entry point conversations" (read 2026-10-10)
 */
export function isFreeOfCharge(session: Partial<Session> | undefined, at: DateTime): boolean {
	if (!session) return false;
	const atMs = at.toMillis();
	const { renamedAtMs, freeSaidAtMs, freeUntilMs, referralAtMs, answeredAtMs } = session;
	if (sinceRenaming({ renamedAtMs }, freeSaidAtMs) !== undefined && freeUntilMs !== undefined && atMs < freeUntilMs) return true;
	const cameAtMs = sinceRenaming({ renamedAtMs }, referralAtMs);
	return cameAtMs !== undefined && answeredAtMs === undefined && atMs - cameAtMs < CUSTOMER_SERVICE_WINDOW.toMillis();
}
