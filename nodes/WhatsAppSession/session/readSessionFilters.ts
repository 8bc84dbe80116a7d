import { Duration } from 'luxon';

import { CUSTOMER_SERVICE_WINDOW } from '../../shared/domain/customerServiceWindow';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import { toSafetyMargin } from '../../shared/n8n/parameters/toSafetyMargin';
import type { SessionQuery } from '../../shared/store/SessionList';
import type { RegisterRun } from '../register/openRegisterRun';

const CLOSING_WITHIN = 'Closing Within (Minutes)';
const WINDOWS = ['open', 'closed', 'any'] as const;

/** Which sessions are wanted. */
export interface SessionFilters {
	window: (typeof WINDOWS)[number];
	isUnansweredOnly: boolean;
	safetyMargin: Duration;
	/** What the store can tell by itself; the rest is judged of each session that it gives. */
	range: Pick<SessionQuery, 'fromMs' | 'untilMs' | 'order'>;
}

/**
 * Reads which sessions are wanted. Open ones begin with the window that closes first, all others with who wrote last.
 *
 * @throws {InvalidInputError} naming the parameter that cannot be read
 */
export function readSessionFilters({ read, now }: RegisterRun, itemIndex: number): SessionFilters {
	const window = WINDOWS.find((known) => known === read('window', itemIndex, 'open'));
	if (!window) {
		throw new InvalidInputError('Window', `'Window' is unknown: ${String(read('window', itemIndex)).slice(0, 40)}`, 'Choose one of: open, closed, any.');
	}
	const safetyMargin = toSafetyMargin(read('filters.safetyMarginMinutes', itemIndex, 5));
	const closingWithin = window === 'open' ? toClosingWithin(read('filters.closingWithinMinutes', itemIndex, ''), safetyMargin) : undefined;
	const begunMs = now.minus(CUSTOMER_SERVICE_WINDOW).toMillis();
	// A message may bear an instant ahead of this clock, and counts as of now then.
	const anyMs = now.plus(CUSTOMER_SERVICE_WINDOW).toMillis();
	return {
		window,
		isUnansweredOnly: readSwitch(read, 'filters.unanswered', 'Unanswered Only', itemIndex),
		safetyMargin,
		range: {
			fromMs: window === 'open' ? begunMs + safetyMargin.toMillis() : 0,
			untilMs: closingWithin ? begunMs + closingWithin.toMillis() + 1 : anyMs,
			order: window === 'open' ? 'oldestFirst' : 'newestFirst',
		},
	};
}

/** Undefined where it was left empty. */
function toClosingWithin(given: unknown, safetyMargin: Duration): Duration | undefined {
	if (given === '' || given === null || given === undefined) return undefined;
	const minutes = Number(given);
	if (!Number.isFinite(minutes) || minutes <= 0) {
		throw new InvalidInputError(
			CLOSING_WITHIN,
			`'${CLOSING_WITHIN}' is not a number of minutes: ${String(given).slice(0, 40)}`,
			'Give a number above 0, for example 120 for two hours.',
		);
	}
	const within = Duration.fromMillis(Math.floor(minutes * 60_000));
	if (within > safetyMargin) return within;
	throw new InvalidInputError(
		CLOSING_WITHIN,
		`'${CLOSING_WITHIN}' is ${minutes}, and a window counts as closed ${safetyMargin.as('minutes')} minutes before its end, so no window would ever be found.`,
		"Give a larger number, or set 'Safety Margin (Minutes)' to a smaller one.",
	);
}
