import type { MessageTemplate } from './MessageTemplate';

/** Whether a template can be sent, and in words why not. */
export interface TemplateState {
	isSendable: boolean;
	/** For example `it is paused because of low quality`; Meta's own word comes along. */
	words: string;
	/** What to do about it. */
	advice: string;
}

const CHOOSE = 'Choose another template';
const WORDS: Record<string, [words: string, advice: string]> = {
	PENDING: ['Meta is still reviewing it', 'Wait for the approval, which takes up to 24 hours, or choose another template.'],
	REJECTED: ["Meta's review refused it", `${CHOOSE}, or edit this one and submit it again.`],
	PAUSED: [
		'it is paused, because people reported or blocked it',
		`${CHOOSE}, or wait: a first pause lasts 3 hours, a second one 6; a pause by pacing ends in WhatsApp Manager.`,
	],
	DISABLED: ['it is disabled for good', `${CHOOSE}, or create a new one with other words.`],
	IN_APPEAL: ['an appeal about it is under way', 'Wait for the outcome, or choose another template.'],
	PENDING_DELETION: ['it is being deleted', `${CHOOSE}.`],
	DELETED: ['it was deleted', `${CHOOSE}; the name of a deleted template is blocked for 30 days.`],
	ARCHIVED: ['it is archived', `${CHOOSE}, or restore this one in WhatsApp Manager.`],
	LIMIT_EXCEEDED: ['the account has too many templates', 'Delete templates that are no longer needed.'],
};

/**
 * Says whether Meta would send a template. Every state that is not known yet counts as not sendable.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pausing (read 2026-09-11)
 */
export function templateState({ status, rejectedReason }: Pick<MessageTemplate, 'status' | 'rejectedReason'>): TemplateState {
	if (status === 'APPROVED') return { isSendable: true, words: 'it is approved', advice: '' };
	const [words, advice] = WORDS[status] ?? ['Meta does not send it in this state', `${CHOOSE}, or look at this one in WhatsApp Manager.`];
	const reason = rejectedReason === undefined ? '' : `, reason ${rejectedReason}`;
	return { isSendable: false, words: `${words} (its state is ${status}${reason})`, advice };
}
