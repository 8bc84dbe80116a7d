import { DateTime, Duration, FixedOffsetZone } from 'luxon';

import { InvalidInputError } from './InvalidInputError';
import type { Session } from './Session';
import { sinceRenaming } from './sinceRenaming';

/** How long a customer service window stays open after an inbound message. */
export const CUSTOMER_SERVICE_WINDOW = Duration.fromObject({ hours: 24 });

/** The longest time expected between a check and Meta handling the send that follows it. */
export const DEFAULT_SAFETY_MARGIN = Duration.fromObject({ minutes: 5 });

/** Why a window is open or closed. */
export type WindowReason =
	| 'open'
	| 'expired'
	| 'withinSafetyMargin'
	| 'noInboundOnRecord'
	| 'closedByPlatform';

/** The answer to "may a free-form message go out?", with its grounds. */
export interface WindowState {
	/** True only for reason `open`. */
	isOpen: boolean;
	reason: WindowReason;
	/** The inbound message or call that counts; undefined when none is on record. UTC. */
	lastInboundAt?: DateTime<true>;
	/** The first closed instant; undefined when no window was ever open. UTC. */
	closesAt?: DateTime<true>;
	/** Whole seconds from the judged instant to `closesAt`, rounded down; 0 once it has passed. */
	remainingSeconds: number;
	/** The instant that was judged. UTC. */
	evaluatedAt: DateTime<true>;
}

// WhatsApp did not exist before 2009; an earlier instant is a count of seconds taken for milliseconds.
const EARLIEST_INSTANT_MS = Date.UTC(2009, 0, 1);

/**
 * Says whether free-form messages are allowed at an instant.
 *
 * Open while `at < lastInboundAt + 24 h − safetyMargin`; `closesAt = lastInboundAt + 24 h` is the first closed instant.
 * An inbound instant ahead of `at` is taken as `at`. A refusal by Meta (131047) closes the window from the moment of the
 * refused send until a newer inbound message. An inbound instant that is not newer than `renamedAtMs` counts as none: the
 * IDs may belong to somebody else by now.
 *
 * **WARNING:** open is a prediction. Meta names rare cases in which a reply is refused inside the window, so a send
 * still has to handle 131047.
 *
 * @param session - what is on record; undefined when nothing is, which is closed
 * @param at - the instant to judge; passed in, so that the clock is never read here
 * @param options.safetyMargin - how long before `closesAt` the answer turns to closed; 5 minutes by default
 * @throws {InvalidInputError} when `at` or an instant of the session is not a valid one, or the margin is negative or 24 h or more
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages "Customer service windows" (read 2026-05)
 */
export function customerServiceWindow(
	session: Pick<Session, 'lastInboundAtMs' | 'closedByPlatformAtMs' | 'renamedAtMs'> | undefined,
	at: DateTime,
	options: { safetyMargin?: Duration } = {},
): WindowState {
	const atMs = toValidMillis('at', at.toMillis());
	const marginMs = toValidMargin(options.safetyMargin ?? DEFAULT_SAFETY_MARGIN);
	const evaluatedAt = at.toUTC() as DateTime<true>;

	const inboundAtMs = session && sinceRenaming(session, session.lastInboundAtMs);
	if (!session || inboundAtMs === undefined) {
		return { isOpen: false, reason: 'noInboundOnRecord', remainingSeconds: 0, evaluatedAt };
	}
	const lastInboundAtMs = Math.min(toValidMillis('lastInboundAtMs', inboundAtMs), atMs);
	const endMs = lastInboundAtMs + CUSTOMER_SERVICE_WINDOW.toMillis();
	const refusedAtMs = session.closedByPlatformAtMs;
	const isRefused = refusedAtMs !== undefined && refusedAtMs >= lastInboundAtMs && refusedAtMs <= atMs;
	const closesAtMs = isRefused ? Math.min(endMs, refusedAtMs) : endMs;

	const reason = reasonAt(atMs, closesAtMs, marginMs, isRefused && refusedAtMs < endMs);
	return {
		isOpen: reason === 'open',
		reason,
		lastInboundAt: utc(lastInboundAtMs),
		closesAt: utc(closesAtMs),
		remainingSeconds: Math.max(0, Math.floor((closesAtMs - atMs) / 1000)),
		evaluatedAt,
	};
}

function reasonAt(atMs: number, closesAtMs: number, marginMs: number, isRefused: boolean): WindowReason {
	if (isRefused) return 'closedByPlatform';
	if (atMs >= closesAtMs) return 'expired';
	return atMs < closesAtMs - marginMs ? 'open' : 'withinSafetyMargin';
}

function toValidMillis(name: string, millis: number): number {
	if (Number.isFinite(millis) && millis >= EARLIEST_INSTANT_MS) return millis;
	throw new InvalidInputError(
		name,
		`${name} is not an instant that a WhatsApp message can have: ${millis}`,
		'Give an instant after 2009; WhatsApp timestamps are seconds, this takes milliseconds.',
	);
}

function toValidMargin(margin: Duration): number {
	const millis = margin.toMillis();
	if (millis >= 0 && millis < CUSTOMER_SERVICE_WINDOW.toMillis()) return millis;
	throw new InvalidInputError(
		'Safety Margin',
		`The safety margin must be at least 0 and less than 24 hours; it is ${margin.as('minutes')} minutes.`,
		"Set 'Safety Margin' to a few minutes; 5 is a good choice.",
	);
}

function utc(millis: number): DateTime<true> {
	return DateTime.fromMillis(millis, { zone: FixedOffsetZone.utcInstance }) as DateTime<true>;
}
