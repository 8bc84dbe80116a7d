import type { Policy, SendingNode, SendQuestion } from './Policy';
import { GO } from './Verdict';

/**
 * Why an item is not sent:
 *
 * - `wouldFailAgain`: it is a failed message for which nothing else would help either, as the trigger found out;
 * - `wouldRepeatItself`: it is what became of a message that this very node sent.
 */
export type EndlessSend = 'wouldFailAgain' | 'wouldRepeatItself';

/** Keeps back what would start the same workflow again, and so on without end; see {@link findEndlessSend}. */
export const endlessSendPolicy: Policy = {
	reasons: ['wouldRepeatItself', 'wouldFailAgain'],
	judge({ item, node }) {
		const reason = findEndlessSend(item, node);
		return reason ? { kind: 'notSent', reason } : GO;
	},
};

/**
 * Says whether sending for an item would start the same workflow again, and so on without end.
 *
 * Every message has statuses, and a failed one has a notice: a wire from these outputs of the trigger to a send node
 * makes the node answer to its own messages. So does a wire that had been drawn for another output, once an event
 * above it is chosen.
 *
 * Other nodes and other workflows are not affected: one of them may well send because a message of this one failed.
 *
 * @param item - as it came in
 * @param node - the node that is about to send
 * @returns undefined when there is nothing against it
 */
export function findEndlessSend(item: SendQuestion['item'], { workflowId, nodeName }: SendingNode): EndlessSend | undefined {
	const { event, nextStep } = item;
	if (event === 'messageFailed' && nextStep === 'none') return 'wouldFailAgain';
	if (event !== 'messageFailed' && event !== 'messageStatus') return undefined;
	const message = (item.message ?? {}) as Record<string, unknown>;
	const isOwn = workflowId !== undefined && message.workflowId === workflowId && message.nodeName === nodeName;
	return isOwn ? 'wouldRepeatItself' : undefined;
}
