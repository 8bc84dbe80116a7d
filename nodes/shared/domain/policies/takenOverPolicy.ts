import { toIso } from '../toIso';
import type { Policy } from './Policy';
import { GO } from './Verdict';

const HOW = {
	businessApp: 'wrote to them in the WhatsApp Business app',
	keyword: 'was asked for by them',
	operation: 'has taken over, as a workflow said',
};

/** Keeps a message back while a person of the business has the conversation, where the builder wants that. */
export const takenOverPolicy: Policy = {
	reasons: ['takenOver'],
	judge({ message, onRecord }) {
		const conversation = onRecord?.conversation;
		if (!message?.keepsBackWhenTakenOver || conversation?.owner !== 'human') return GO;
		const { source, sinceMs, untilMs } = conversation;
		if (source === 'anotherResponder') return GO;
		const until = untilMs === undefined ? 'until somebody gives the conversation back' : `until ${toIso(untilMs)}`;
		return {
			kind: 'notSent',
			reason: 'takenOver',
			message: `A person of the business ${HOW[source]} and has the conversation ${until}, so nothing was sent.`,
			advice: "Let the person answer. 'Give Back' of the node WhatsApp Session (resource Conversation) returns it to the bot at once.",
			evidence: { conversation: { owner: 'human', source, since: toIso(sinceMs), until: toIso(untilMs) } },
		};
	},
};
