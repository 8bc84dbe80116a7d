import { RETENTION } from '../retention';
import { toIso } from '../toIso';
import type { OnRecord, Policy } from './Policy';
import { GO } from './Verdict';

/** WhatsApp says only the second in which a message was written: a template of that second may have been answered by it. */
const SECOND_MS = 1_000;

/**
 * Keeps templates back from a person who has let so many go unanswered, until the person writes to any number of the account that they
 * came from. Authentication templates neither stop nor count: nobody answers a code. Neither do templates that the store no longer keeps
 * (`RETENTION`), whether it has got round to removing them or not.
 */
export const unansweredPolicy: Policy = {
	reasons: ['tooManyUnanswered'],
	judge({ message, onRecord }) {
		const cap = message?.manners?.unansweredCap;
		if (cap === undefined || !onRecord?.templates || message?.sentAs !== 'template' || message.category === 'authentication') return GO;
		const wroteMs = lastWroteMs(onRecord);
		const sinceMs = Math.max(wroteMs + SECOND_MS, onRecord.window.evaluatedAt.toMillis() - RETENTION.countedSendMs);
		const unanswered = onRecord.templates.sends.filter(({ category, sentAtMs }) => category !== 'authentication' && sentAtMs >= sinceMs);
		if (unanswered.length < cap) return GO;
		const lastInboundAt = wroteMs > -Infinity ? toIso(wroteMs) : null;
		return {
			kind: 'notSent',
			reason: 'tooManyUnanswered',
			message: `This person has not answered the last ${unanswered.length} templates, and no more than ${cap} go out without an answer, so nothing was sent.`,
			advice: 'Nothing more goes out until the person writes. Try another channel, or take the person off the list.',
			evidence: { unansweredCap: cap, templatesSentAt: unanswered.map(({ sentAtMs }) => toIso(sentAtMs)), lastInboundAt },
		};
	},
};

function lastWroteMs({ window, templates }: OnRecord): number {
	return Math.max(window.lastInboundAt?.toMillis() ?? -Infinity, templates?.lastInboundAtMs ?? -Infinity);
}
