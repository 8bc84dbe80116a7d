import type { DateTime } from 'luxon';

import type { Policy } from './Policy';
import { GO, type Objection, type Verdict } from './Verdict';

/**
 * From when on the silence about a message counts. WhatsApp sends the status `sent` within seconds of taking a message; minutes are for
 * a webhook that it had to repeat because n8n was just being started again.
 */
const STATUS_DUE = { minutes: 5 };

/**
 * Keeps back what the person may have got already, unless the builder would rather have it sent twice than not at all. Even then it
 * waits until a status would have come, and goes out only where statuses come at all.
 */
export const undecidedPolicy: Policy = {
	reasons: ['undecided'],
	judge({ message, onRecord, undecided }) {
		if (!undecided || !onRecord || !message) return GO;
		const objection = undecidedSend(undecided.attemptedAt);
		if (message.whenUndecided !== 'sendAgain') return { kind: 'notSent', ...objection };
		const dueAt = undecided.attemptedAt.plus(STATUS_DUE);
		if (onRecord.window.evaluatedAt < dueAt) return { kind: 'later', sendAt: dueAt, ...objection };
		return undecided.isHeard ? GO : notHeard(objection);
	},
};

/**
 * The objection against a message that may have gone out.
 *
 * @param happened - what became of the request, as a sentence; undefined where that was an earlier one
 */
export function undecidedSend(attemptedAt: DateTime<true>, happened = 'This message was handed to WhatsApp before, and no answer has come back.'): Objection {
	const at = attemptedAt.toUTC().toISO();
	return {
		reason: 'undecided',
		message: `${happened} It was handed over at ${at}, and the person may have it, so it is not sent again.`,
		advice:
			"A status of the message decides it where a WhatsApp Session Trigger listens; run it again then. To have it sent again when none comes, choose 'Send Again' in 'When Unknown Whether It Was Sent'.",
		evidence: { attemptedAt: at },
	};
}

function notHeard(objection: Objection): Verdict {
	return {
		kind: 'notSent',
		...objection,
		advice:
			'No status of any message of this business number has come in since, so that none of this one proves nothing. Publish a WhatsApp Session Trigger that hears the number, on the same session store.',
	};
}
