import type { DateTime } from 'luxon';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { parseInstant } from '../../shared/domain/parseInstant';
import type { RegisterRun } from './openRegisterRun';

const PARAMETER = 'When';

// Clocks differ by seconds; hours mean that a time zone was lost on the way.
const CLOCK_DIFFERENCE = { minutes: 5 };

/**
 * Reads when something happened, which cannot lie ahead: up to five minutes from now are taken as now.
 *
 * @param value - what the parameter holds
 * @throws {InvalidInputError} when it is no instant, or lies further ahead
 */
export function readWhen(value: unknown, { now, zone }: Pick<RegisterRun, 'now' | 'zone'>): DateTime<true> {
	const at = parseInstant(value, PARAMETER, zone);
	if (at <= now) return at;
	if (at <= now.plus(CLOCK_DIFFERENCE)) return now;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' lies in the future, so it cannot have happened: ${at.toISO()}`,
		'Give the time zone with it (2026-11-22T09:30:00Z), or set the right one in the settings of the workflow.',
	);
}
