import { CUSTOMER_SERVICE_WINDOW, DEFAULT_SAFETY_MARGIN } from './customerServiceWindow';
import { nightsAround, type Night, type NightHours } from './Night';

/** When somebody wants to know that a customer service window is about to close. */
export interface ClosingAlarm {
	/** How long before the window closes; milliseconds. */
	leadMs: number;
	/** Hours in which nobody shall be written to; undefined where every hour will do. */
	night?: Night;
}

/** The instants of one window. Epoch milliseconds, UTC. */
export interface ClosingTimes {
	/** The first closed instant. */
	closesAtMs: number;
	/** From when on the sends hold free-form messages back. */
	heldFromMs: number;
	/** The last instant before that which is not at night. */
	lastHumaneAtMs: number;
	/** When the alarm rings; never before the message that opened the window. */
	ringsAtMs: number;
}

const WINDOW_MS = CUSTOMER_SERVICE_WINDOW.toMillis();
const MARGIN_MS = DEFAULT_SAFETY_MARGIN.toMillis();

/**
 * Says when a window closes, and when its alarm rings: as long before the end as the builder wants, and never at night. An alarm
 * that would ring at night, and one of a window that closes at night, rings as long before the night begins.
 *
 * @param lastInboundAtMs - when the person last wrote; epoch milliseconds, UTC
 */
export function closingTimes({ leadMs, night }: ClosingAlarm, lastInboundAtMs: number): ClosingTimes {
	const closesAtMs = lastInboundAtMs + WINDOW_MS;
	const heldFromMs = closesAtMs - MARGIN_MS;
	const nights = night ? nightsAround(night, closesAtMs) : [];
	const isEndOf = nights.find(({ fromMs, untilMs }) => heldFromMs > fromMs && heldFromMs <= untilMs);
	const isAlarmOf = joinNights(nights, leadMs).find(({ fromMs, untilMs }) => closesAtMs > fromMs && closesAtMs < untilMs + leadMs);
	return {
		closesAtMs,
		heldFromMs,
		lastHumaneAtMs: isEndOf?.fromMs ?? heldFromMs,
		ringsAtMs: Math.max(lastInboundAtMs, (isAlarmOf?.fromMs ?? closesAtMs) - leadMs),
	};
}

/**
 * Gives the latest instant at which a person may have written whose alarm has rung by now. Whoever wrote by then is due, and nobody
 * who wrote later; so all that are due are one range of an index.
 *
 * @param atMs - now; epoch milliseconds, UTC
 */
export function dueInboundMs({ leadMs, night }: ClosingAlarm, atMs: number): number {
	const closesAtMs = atMs + leadMs;
	const nights = night ? joinNights(nightsAround(night, closesAtMs), leadMs) : [];
	const reached = nights.find(({ fromMs, untilMs }) => closesAtMs >= fromMs && closesAtMs < untilMs + leadMs);
	const lastMs = reached ? reached.untilMs + leadMs - 1 : closesAtMs;
	return Math.min(lastMs - WINDOW_MS, atMs);
}

/** Makes one of nights so close that the alarm of the later one would ring in the earlier one, as where clocks are set back into a night. */
function joinNights(nights: NightHours[], leadMs: number): NightHours[] {
	const joined: NightHours[] = [];
	for (const { fromMs, untilMs } of nights) {
		const last = joined.at(-1);
		if (last && fromMs - last.untilMs < leadMs) joined[joined.length - 1] = { ...last, untilMs };
		else joined.push({ fromMs, untilMs });
	}
	return joined;
}
