import { DateTime, Duration } from 'luxon';

import { CUSTOMER_SERVICE_WINDOW } from './customerServiceWindow';
import type { Session } from './Session';
import { sinceRenaming } from './sinceRenaming';

/**
 * How long messages are free of charge at least after the business answered somebody who came through an ad. Since 2026-09-28 it may be
 * up to 7 days; how long it is in each case Meta says in the statuses of the messages.
 */
const SHORTEST_FREE_ENTRY_POINT = Duration.fromObject({ hours: 72 });

// Meta's statuses carry whole seconds.
const SECOND_MS = 1_000;

/** A free entry point: a price rule, nothing else. */
export interface FreeEntryPoint {
	isOpen: boolean;
	/** The first instant at which messages cost again. UTC. */
	closesAt: DateTime<true>;
}

/**
 * Says whether messages are free because the user came through a click-to-WhatsApp ad.
 *
 * It lasts as long as a status of a message says (`conversation.expiration_timestamp`). Until one does, it lasts 72 hours from the business's
 * answer, if that came within 24 hours of the user's message. What Meta said about an earlier one, before the answer, shortens nothing.
 *
 * **WARNING:** this is a price rule. It never opens the customer service window: once that has closed only templates
 * may be sent, free entry point or not.
 *
 * @param at - the instant to judge; the clock is never read here
 * @returns undefined when Meta never named an end and there was no referral, no answer, or the answer came too late; also when the user
 * has left these IDs since
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing "Free entry point conversations" (read 2026-10-10)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-14)
 */
export function freeEntryPoint(session: EntryPointRecord | undefined, at: DateTime): FreeEntryPoint | undefined {
	const closesAtMs = session && closingOf(session);
	if (closesAtMs === undefined) return undefined;
	return {
		isOpen: at.toMillis() < closesAtMs,
		closesAt: DateTime.fromMillis(closesAtMs, { zone: 'utc' }) as DateTime<true>,
	};
}

type EntryPointRecord = Pick<Session, 'referralAtMs' | 'answeredAtMs' | 'renamedAtMs' | 'freeSaidAtMs' | 'freeUntilMs'>;

function closingOf(session: EntryPointRecord): number | undefined {
	const saidAtMs = sinceRenaming(session, session.freeSaidAtMs);
	const saidEndMs = saidAtMs === undefined ? undefined : session.freeUntilMs;
	const expected = expectedEnd(session);
	if (!expected || saidAtMs === undefined || saidEndMs === undefined) return saidEndMs ?? expected?.endMs;
	return saidAtMs > expected.answeredAtMs - SECOND_MS ? saidEndMs : Math.max(saidEndMs, expected.endMs);
}

function expectedEnd(session: EntryPointRecord): { answeredAtMs: number; endMs: number } | undefined {
	const { answeredAtMs } = session;
	const referralAtMs = sinceRenaming(session, session.referralAtMs);
	if (referralAtMs === undefined || answeredAtMs === undefined) return undefined;
	const delayMs = answeredAtMs - referralAtMs;
	if (delayMs < 0 || delayMs >= CUSTOMER_SERVICE_WINDOW.toMillis()) return undefined;
	return { answeredAtMs, endMs: answeredAtMs + SHORTEST_FREE_ENTRY_POINT.toMillis() };
}
