import { IANAZone } from 'luxon';

/**
 * The hours of each day in which nobody is written to, as a clock on the wall shows them. It is night while the clock shows a minute of
 * them: an hour that it shows twice is night twice, and a night whose beginning or end it leaves out begins or ends with the leap.
 */
export interface Night {
	/** The first minute of the night, 0 to 1439 since midnight. */
	fromMinute: number;
	/** The first minute that is none of it any more, 0 to 1439; earlier than `fromMinute` where the night goes past midnight, never equal. */
	untilMinute: number;
	/** IANA zone whose clock counts. */
	zone: string;
}

/** One night. Epoch milliseconds, UTC. */
export interface NightHours {
	fromMs: number;
	/** The first instant after it. */
	untilMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** How long a night is on a day without a change of clocks; minutes. */
export function lengthOfNight({ fromMinute, untilMinute }: Pick<Night, 'fromMinute' | 'untilMinute'>): number {
	return (untilMinute - fromMinute + DAY_MINUTES) % DAY_MINUTES;
}

/** Whether it is night; `atMs` is epoch milliseconds, UTC. */
export function isNight(night: Night, atMs: number): boolean {
	return isMinuteOf(night, minuteOfDay(atMs, IANAZone.create(night.zone)));
}

/**
 * Gives the beginning of the minute until which it stays night, or day, for certain; from there on {@link isNight} decides anew.
 *
 * @param atMs - epoch milliseconds, UTC
 */
export function nextTurn(night: Night, atMs: number): number {
	const zone = IANAZone.create(night.zone);
	const shown = minuteOfDay(atMs, zone);
	const turn = isMinuteOf(night, shown) ? night.untilMinute : night.fromMinute;
	const left = (turn - shown + DAY_MINUTES) % DAY_MINUTES;
	const minute = Math.floor(atMs / MINUTE_MS);
	return Math.min(minute + left, changeOfClocks(zone, minute, minute + left)) * MINUTE_MS;
}

/**
 * Gives the nights around an instant whole, the earliest first: all that touch the two days before it and the two after it.
 *
 * @param atMs - epoch milliseconds, UTC
 */
export function nightsAround(night: Night, atMs: number): NightHours[] {
	const nights: NightHours[] = [];
	const firstMs = atMs - 3 * DAY_MS;
	for (let fromMs = firstMs, untilMs; fromMs < atMs + 2 * DAY_MS || isNight(night, fromMs); fromMs = untilMs) {
		untilMs = nextTurn(night, fromMs);
		const last = nights.at(-1);
		if (!isNight(night, fromMs)) continue;
		if (last?.untilMs === fromMs) last.untilMs = untilMs;
		else nights.push({ fromMs, untilMs });
	}
	// One that was under way at the first instant began before it.
	return nights.filter(({ fromMs }) => fromMs > firstMs);
}

function isMinuteOf(night: Night, minute: number): boolean {
	return (minute - night.fromMinute + DAY_MINUTES) % DAY_MINUTES < lengthOfNight(night);
}

/** The first minute since the epoch at which the zone's clocks show another time than they did; the last minute where they are not changed. */
function changeOfClocks(zone: IANAZone, firstMinute: number, lastMinute: number): number {
	const offset = zone.offset(firstMinute * MINUTE_MS);
	if (zone.offset(lastMinute * MINUTE_MS) === offset) return lastMinute;
	let [before, after] = [firstMinute, lastMinute];
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (zone.offset(middle * MINUTE_MS) === offset) before = middle;
		else after = middle;
	}
	return after;
}

function minuteOfDay(atMs: number, zone: IANAZone): number {
	return (((Math.floor(atMs / MINUTE_MS) + zone.offset(atMs)) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}
