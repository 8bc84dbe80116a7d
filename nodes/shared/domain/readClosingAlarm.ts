import type { ClosingAlarm } from './closingAlarm';
import { DEFAULT_SAFETY_MARGIN } from './customerServiceWindow';
import { InvalidInputError } from './InvalidInputError';
import { lengthOfNight, type Night } from './Night';
import { readTimeOfDay } from './readTimeOfDay';
import { readTimeZone } from './readTimeZone';

/** What the builder has entered, as it was entered. */
export interface ClosingAlarmInput {
	/** 'Before It Closes'. */
	lead: unknown;
	/** 'Unit': `minutes` or `hours`. */
	unit: unknown;
	/** 'Night From', 'Night Until' and 'Time Zone'; undefined where every hour will do. */
	night?: { from: unknown; until: unknown; zone: unknown };
}

const MINUTE_MS = 60_000;
const LONGEST_LEAD_MINUTES = 23 * 60;
const DAY_MINUTES = 24 * 60;

/**
 * Reads when the alarm before the end of a window shall ring.
 *
 * @throws {InvalidInputError} when the time before the end is not more than the safety margin of the sends and at most 23 hours, the
 * zone is none, a time is none, the night has no beginning, or no minute is left in which the alarm could ring
 */
export function readClosingAlarm({ lead, unit, night }: ClosingAlarmInput): ClosingAlarm {
	const leadMinutes = readLead(lead, unit);
	const leadMs = Math.round(leadMinutes * MINUTE_MS);
	if (!night) return { leadMs };
	const hours = readNight(night);
	const nightMinutes = lengthOfNight(hours);
	if (nightMinutes + leadMinutes < DAY_MINUTES) return { leadMs, night: hours };
	throw new InvalidInputError(
		'Before It Closes',
		`A night of ${nightMinutes} minutes and an alarm ${leadMinutes} minutes before leave no minute of the 24 hours.`,
		"Shorten 'Before It Closes', or the night.",
	);
}

function readLead(lead: unknown, unit: unknown): number {
	const value = typeof lead === 'string' && lead.trim() !== '' ? Number(lead) : lead;
	const minutes = typeof value === 'number' ? value * (unit === 'hours' ? 60 : 1) : NaN;
	const margin = DEFAULT_SAFETY_MARGIN.as('minutes');
	if (minutes > margin && minutes <= LONGEST_LEAD_MINUTES) return minutes;
	throw new InvalidInputError(
		'Before It Closes',
		`'Before It Closes' is not more than ${margin} minutes and at most 23 hours: ${show(lead)} ${unit === 'hours' ? 'hours' : 'minutes'}`,
		`A window lasts 24 hours from the person's last message, and Send Free-form holds messages back for its last ${margin} minutes. 2 hours are a good choice.`,
	);
}

function readNight({ from, until, zone }: NonNullable<ClosingAlarmInput['night']>): Night {
	const fromMinute = readTimeOfDay('Night From', from);
	const untilMinute = readTimeOfDay('Night Until', until);
	if (fromMinute === untilMinute) {
		throw new InvalidInputError(
			'Night Until',
			`A night from ${show(from)} until ${show(until)} leaves no minute of the day.`,
			"Enter the hours in which nobody shall be written to, for example 21:00 until 8:00, or remove 'Before the Night'.",
		);
	}
	return { fromMinute, untilMinute, zone: readTimeZone('Time Zone', zone, 'that of the workflow') };
}

function show(value: unknown): string {
	return String(JSON.stringify(value)).slice(0, 80);
}
