import { InvalidInputError } from './InvalidInputError';

// In pieces that cannot be mistaken for each other: 21:00, 8.30, 21, 8 am, 8:30 p.m.
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?([ap])\.?m\.?)?$/i;

/**
 * Reads a time of day.
 *
 * @param parameter - its label, for the error
 * @param value - `21:00`, `8.30`, `8`, `8 am`, `8:30 PM`; `24:00` is midnight
 * @returns minutes since midnight, 0 to 1439
 * @throws {InvalidInputError} when it is none
 */
export function readTimeOfDay(parameter: string, value: unknown): number {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	const [, hours = '', minutes = '0', half] = (text.length < 20 && TIME.exec(text)) || [];
	const minute = toMinute(hours, Number(minutes), half?.toLowerCase());
	if (minute !== undefined) return minute;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is not a time of day: ${String(JSON.stringify(value)).slice(0, 40)}`,
		'Give hours and minutes on the clock, for example 21:00 or 8:30.',
	);
}

function toMinute(hours: string, minutes: number, half: string | undefined): number | undefined {
	const hour = Number(hours);
	if (hours === '' || minutes > 59) return undefined;
	if (half) return hour >= 1 && hour <= 12 ? ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minutes : undefined;
	return hour < 24 || (hour === 24 && minutes === 0) ? (hour % 24) * 60 + minutes : undefined;
}
