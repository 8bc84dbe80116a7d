import type { DateTime, Duration } from 'luxon';

import { parseInstant } from '../shared/domain/parseInstant';
import { parseRecipient, type Recipient } from '../shared/domain/parseRecipient';
import type { ParameterReader } from '../shared/n8n/createParameterReader';
import { toSafetyMargin } from '../shared/n8n/toSafetyMargin';

/** What one item asks: is this window open at that instant? */
export interface Question {
	at: DateTime;
	safetyMargin: Duration;
	/** Undefined when the item brings its own timestamp. */
	recipient?: Recipient;
	/** Undefined when the session store is asked. */
	lastInboundAt?: DateTime;
}

/**
 * Reads the question of one item from the node's parameters.
 *
 * @param now - the instant to judge where the builder chose none
 * @param zone - the workflow's time zone
 * @throws {InvalidInputError} naming the parameter that cannot be read
 */
export function readQuestion(read: ParameterReader, itemIndex: number, now: DateTime, zone: string): Question {
	const evaluateAt = read('options.evaluateAt', itemIndex, '');
	const question = {
		at: evaluateAt === '' ? now : parseInstant(evaluateAt, 'Evaluate At', zone),
		safetyMargin: toSafetyMargin(read('options.safetyMarginMinutes', itemIndex, 5)),
	};
	return read('source', itemIndex) === 'timestamp'
		? { ...question, lastInboundAt: parseInstant(read('lastInboundAt', itemIndex), 'Timestamp', zone) }
		: { ...question, recipient: parseRecipient(read('recipient', itemIndex)) };
}
