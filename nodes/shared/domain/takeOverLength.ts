import { InvalidInputError } from './InvalidInputError';

/** How long a person who has taken over has the conversation after each sign, where the builder does not say. */
export const DEFAULT_TAKE_OVER_HOURS = 12;
const MOST_HOURS = 30 * 24;
const HOUR_MS = 3_600_000;
/** The same in milliseconds. */
export const DEFAULT_TAKE_OVER_MS = DEFAULT_TAKE_OVER_HOURS * HOUR_MS;

/**
 * Reads how long a take-over lasts.
 *
 * @param ends - what the parameter 'Take-Over Ends' holds; undefined means after hours
 * @param hours - what the parameter 'Take-Over Lasts (Hours)' holds; a fraction counts
 * @returns milliseconds; undefined until the conversation is given back
 * @throws {InvalidInputError} when it ends in neither way, or the hours are not above 0 and up to 720
 */
export function takeOverLength(ends: unknown, hours: unknown): number | undefined {
	if (ends === 'whenGivenBack') return undefined;
	if (ends !== 'afterHours' && ends !== undefined && ends !== null && ends !== '') {
		throw new InvalidInputError(
			'Take-Over Ends',
			`'Take-Over Ends' is unknown: ${show(ends)}`,
			"Choose 'After Hours' (afterHours) or 'When Given Back' (whenGivenBack).",
		);
	}
	const value = typeof hours === 'string' && hours.trim() !== '' ? Number(hours) : hours;
	if (typeof value === 'number' && value > 0 && value <= MOST_HOURS) return Math.ceil(value * HOUR_MS);
	throw new InvalidInputError(
		'Take-Over Lasts (Hours)',
		`'Take-Over Lasts (Hours)' is not a number above 0 and up to ${MOST_HOURS}: ${show(hours)}`,
		"Give hours, for example 12, or 0.5 for half an hour; for no end choose 'When Given Back' in 'Take-Over Ends'.",
	);
}

function show(value: unknown): string {
	return String(JSON.stringify(value)).slice(0, 40);
}
