import type { DateTime, Duration } from 'luxon';
import type { INodeExecutionData } from 'n8n-workflow';

import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { parseInstant } from '../shared/domain/parseInstant';
import type { Session } from '../shared/domain/Session';
import type { ParameterReader } from '../shared/n8n/parameters/createParameterReader';
import { isLeftEmpty } from '../shared/n8n/parameters/isLeftEmpty';
import { toSafetyMargin } from '../shared/n8n/parameters/toSafetyMargin';

/** What one item asks: is this window open at that instant? */
export interface Question {
	at: DateTime;
	safetyMargin: Duration;
	/** Undefined when the session store is asked. */
	lastInboundAt?: DateTime;
}

/**
 * Reads from the node's parameters when the window of one item shall be open; see `findWindows` for whose window it is.
 *
 * A 'Timestamp' that was left empty is the item's own `lastInboundAt`.
 *
 * @param grounds - `now`: the instant to judge where the builder chose none; `zone`: the workflow's time zone, IANA
 * @throws {InvalidInputError} naming the parameter that cannot be read
 */
export function readQuestion(
	read: ParameterReader,
	item: INodeExecutionData | undefined,
	itemIndex: number,
	grounds: { now: DateTime; zone: string },
): Question {
	const { now, zone } = grounds;
	const question = {
		at: isLeftEmpty(read.stored('options.evaluateAt')) ? now : parseInstant(read('options.evaluateAt', itemIndex), 'Evaluate At', zone),
		safetyMargin: toSafetyMargin(read('options.safetyMarginMinutes', itemIndex, 5)),
	};
	if (read('source', itemIndex) !== 'timestamp') return question;
	const given = isLeftEmpty(read.stored('lastInboundAt')) ? item?.json.lastInboundAt : read('lastInboundAt', itemIndex);
	const lastInboundAt = parseInstant(given, 'Timestamp', zone);
	refuseFuture(lastInboundAt, now);
	return { ...question, lastInboundAt };
}

// Clocks differ by seconds; hours mean that a time zone was lost on the way.
const CLOCK_DIFFERENCE_MS = 5 * 60 * 1000;

function refuseFuture(lastInboundAt: DateTime, now: DateTime): void {
	if (lastInboundAt.toMillis() <= now.toMillis() + CLOCK_DIFFERENCE_MS) return;
	throw new InvalidInputError(
		'Timestamp',
		`'Timestamp' lies in the future, so nobody can have written then: ${lastInboundAt.toUTC().toISO()}`,
		'Give the time zone with it (2026-11-22T09:30:00Z), or set the right one in the settings of the workflow.',
	);
}

/**
 * Refuses to judge an instant before the newest inbound message: the store no longer knows what was there before it.
 *
 * @throws {InvalidInputError} naming both instants
 */
export function refusePast({ at }: Question, session: Pick<Session, 'lastInboundAtMs'> | undefined): void {
	const lastInboundAtMs = session?.lastInboundAtMs ?? 0;
	if (lastInboundAtMs <= at.toMillis() + CLOCK_DIFFERENCE_MS) return;
	throw new InvalidInputError(
		'Evaluate At',
		`'Evaluate At' (${at.toUTC().toISO()}) lies before the newest message of this person, so the window of then is not known.`,
		"Give an instant from now on, or leave 'Evaluate At' empty for now.",
	);
}
