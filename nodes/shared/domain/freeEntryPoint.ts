import { DateTime, Duration } from 'luxon';

import { CUSTOMER_SERVICE_WINDOW } from './customerServiceWindow';
import type { Session } from './Session';
import { sinceRenaming } from './sinceRenaming';

/** How long messages are free of charge after the business answered somebody who came through an ad. */
export const FREE_ENTRY_POINT = Duration.fromObject({ hours: 72 });

/** A free entry point: a price rule, nothing else. */
export interface FreeEntryPoint {
	isOpen: boolean;
	/** The first instant at which messages cost again. UTC. */
	closesAt: DateTime<true>;
}

/**
 * Says whether messages are free because the user came through a click-to-WhatsApp ad.
 *
 * The 72 hours run from the business's answer, and only if it came within 24 hours of the user's message.
 *
 * **WARNING:** this is a price rule. It never opens the customer service window: once that has closed only templates
 * may be sent, free entry point or not.
 *
 * @param at - the instant to judge; the clock is never read here
 * @returns undefined when there was no referral, no answer, the answer came too late, or the user has left these IDs since
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing "Free entry point conversations" (read 2026-09-11)
 */
export function freeEntryPoint(
	session: Pick<Session, 'referralAtMs' | 'answeredAtMs' | 'renamedAtMs'> | undefined,
	at: DateTime,
): FreeEntryPoint | undefined {
	const referralAtMs = session && sinceRenaming(session, session.referralAtMs);
	const answeredAtMs = session?.answeredAtMs;
	if (referralAtMs === undefined || answeredAtMs === undefined) return undefined;
	const delayMs = answeredAtMs - referralAtMs;
	if (delayMs < 0 || delayMs >= CUSTOMER_SERVICE_WINDOW.toMillis()) return undefined;
	const closesAtMs = answeredAtMs + FREE_ENTRY_POINT.toMillis();
	return {
		isOpen: at.toMillis() < closesAtMs,
		closesAt: DateTime.fromMillis(closesAtMs, { zone: 'utc' }) as DateTime<true>,
	};
}
