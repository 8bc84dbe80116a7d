import { DateTime } from 'luxon';

/** The hours of each night in which nobody shall be written to. */
export interface Night {
	/** When it begins, in minutes since midnight by the clock of the zone. */
	fromMinutes: number;
	/** The first minute after it; earlier than `fromMinutes` where the night goes past midnight. */
	untilMinutes: number;
	/** IANA zone whose clock counts. */
	zone: string;
}

/** One night. Epoch milliseconds, UTC. */
export interface NightHours {
	fromMs: number;
	/** The first instant after it. */
	untilMs: number;
}

/** How long a night is on a day without a change of clocks. */
export function lengthOfNight({ fromMinutes, untilMinutes }: Night): number {
	return (untilMinutes - fromMinutes + 24 * 60) % (24 * 60);
}

/**
 * Gives the nights around an instant, the earliest first: those that began up to three days before it, and the next one.
 *
 * A time of day that a change of clocks leaves out is taken an hour later, one that comes twice the first time.
 */
export function nightsAround({ fromMinutes, untilMinutes, zone }: Night, atMs: number): NightHours[] {
	const today = DateTime.fromMillis(atMs, { zone }).startOf('day');
	const at = (day: number, minutes: number) =>
		today.plus({ days: day }).set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
	return [-3, -2, -1, 0, 1].map((day) => ({
		fromMs: at(day, fromMinutes),
		untilMs: at(untilMinutes > fromMinutes ? day : day + 1, untilMinutes),
	}));
}
