import { toIso } from '../toIso';
import type { Policy } from './Policy';
import { GO, type Objection } from './Verdict';

/**
 * Keeps a message back while another responder owns the conversation at WhatsApp, where the builder wants that. Without a word of the
 * builder WhatsApp decides: an escalation partner takes a conversation by sending, and everybody else is refused with 131070. What was kept
 * until the person writes waits in any case: it was written for this conversation, not to take it away from somebody.
 */
export const anotherResponderPolicy: Policy = {
	reasons: ['anotherResponder'],
	judge({ message, onRecord }) {
		const conversation = onRecord?.conversation;
		if (conversation?.owner !== 'human' || conversation.source !== 'anotherResponder') return GO;
		const isKept = message?.sentAs === 'freeForm' && message.keptAtMs !== undefined;
		if (!message?.keepsBackWhenTakenOver && !isKept) return GO;
		const { source, sinceMs, untilMs } = conversation;
		return {
			kind: 'notSent',
			...ownedElsewhere(),
			evidence: { conversation: { owner: 'human', source, since: toIso(sinceMs), until: toIso(untilMs) } },
		};
	},
};

/** The objection of a conversation that belongs to another responder, also where Meta itself said so (131070). */
export function ownedElsewhere(): Objection {
	return {
		reason: 'anotherResponder',
		message: 'Another system owns the conversation with this person at WhatsApp, another partner or Meta Business Agent, so nothing was sent.',
		advice:
			"Wait until it hands the conversation over, or take it: 'Take' of the node WhatsApp Session (resource Thread), if this app is the escalation partner. A template message can be sent all the same.",
	};
}
