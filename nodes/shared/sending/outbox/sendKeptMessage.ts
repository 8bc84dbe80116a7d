import { Duration } from 'luxon';

import { toRecipientAddress } from '../../cloudApi/client/toRecipientAddress';
import { AuthorizationError, CloudApiError } from '../../cloudApi/errors/CloudApiError';
import { isMediaGone } from '../../cloudApi/media/isMediaGone';
import type { Recipient } from '../../domain/parseRecipient';
import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import type { KeptMessage } from '../../store/Outbox';
import type { Outbound, SendResult } from '../Outbound';
import type { Sender } from '../Sender';
import { sendOutbound } from '../sendOutbound';
import { readKeptContent, type KeptContent } from './KeptContent';
import type { OutboxSender } from './OutboxSender';

// Long enough for what has failed to pass, short enough within a window of a day.
const PAUSE_MS = 5 * 60_000;

/** What became of a kept message: it is over, or it waits, and with it all that follow. */
export type KeptOutcome =
	| { kind: 'over'; ended: { state: 'sent'; messageId: string } | { state: 'notSent'; reason: string } }
	/** `isForTime`: true where time alone lets it go. */
	| { kind: 'wait'; dueAtMs: number; isForTime: boolean };

/**
 * Sends one kept message by the way of all others, under the name that it had when it was kept, and says what became of it. Never throws.
 *
 * It is over with an opt-out (`optedOut`), where what it is for needs an opt-in that does not count any more (`noOptIn`), and when WhatsApp
 * refuses it for good: because its file is gone (`fileGone`), or else (`refused`). Everything else passes. A try that nobody knows the end of is repeated where statuses say that it did not arrive.
 */
export async function sendKeptMessage(sender: OutboxSender, message: KeptMessage): Promise<KeptOutcome> {
	try {
		const content = readKeptContent(message.content);
		if (!content) return notSent('contentGone');
		return toOutcome(sender, await sendOutbound(toSender(sender, content), toOutbound(message, content)));
	} catch (error) {
		const reason = toFinalReason(error);
		sender.logger.error(
			reason ? 'WhatsApp Session: a kept message was refused and is not sent' : 'WhatsApp Session: a kept message could not be sent; it is tried again',
			{ error, reason },
		);
		return reason ? notSent(reason) : { kind: 'wait', dueAtMs: sender.now() + PAUSE_MS, isForTime: true };
	}
}

function toOutcome({ now }: OutboxSender, result: SendResult): KeptOutcome {
	if (result.outcome === 'sent') return { kind: 'over', ended: { state: 'sent', messageId: result.message.id } };
	if (result.outcome === 'dryRun') throw new Error('A kept message has no dry run.');
	const { objections, sendAt } = result.decision;
	const reasons = objections.map(({ reason }) => reason);
	const withoutConsent = reasons.find((reason) => reason === 'optedOut' || reason === 'noOptIn');
	if (withoutConsent) return notSent(withoutConsent);
	// The person has to write again, or whoever has the conversation to give it back.
	if (['windowClosed', 'anotherResponder', 'takenOver'].some((reason) => reasons.includes(reason))) return { kind: 'wait', dueAtMs: now() + PAUSE_MS, isForTime: false };
	return { kind: 'wait', dueAtMs: sendAt?.toMillis() ?? now() + PAUSE_MS, isForTime: true };
}

function notSent(reason: string): KeptOutcome {
	return { kind: 'over', ended: { state: 'notSent', reason } };
}

function toFinalReason(thrown: unknown): string | undefined {
	// Of a later part of a long text it is told what became of those before it as well.
	const error = thrown instanceof WhatsAppSessionError && thrown.cause instanceof CloudApiError ? thrown.cause : thrown;
	if (isMediaGone(error)) return 'fileGone';
	const isFinal = error instanceof CloudApiError && error.retry === 'no' && !(error instanceof AuthorizationError);
	return isFinal ? 'refused' : undefined;
}

function toSender(sender: OutboxSender, content: KeptContent): Sender {
	const { workflowId, nodeName, executionId } = content;
	return {
		...sender,
		// It counts items, and these messages are none.
		onPassedOn: undefined,
		origin: { workflowId, nodeName, executionId },
		files: { upload: noFiles, forget: noFiles },
		async nameOf(_outbound, _session, part) {
			const name = content.names[part - 1];
			if (!name) throw new Error(`A kept message has no name for its part ${part}.`);
			return name;
		},
	};
}

function toOutbound({ phoneNumberId, user, keptAtMs }: KeptMessage, content: KeptContent): Outbound {
	const { payloads, safetyMarginMs, quietHours, purpose, keepsBackWhenTakenOver, budget, type, workflowId, nodeName } = content;
	const recipient: Recipient = { ...user, ...(user.waId && { phoneNumber: `+${user.waId}` }) };
	const address = toRecipientAddress(recipient);
	return {
		item: {},
		node: { workflowId, nodeName },
		destination: { itemIndex: 0, phoneNumberId, recipient },
		message: {
			...{ sentAs: 'freeForm', whenClosed: 'keep', keptAtMs, whenUndecided: 'sendAgain' },
			...{ purpose, keepsBackWhenTakenOver, budget, isReaction: type === 'reaction', manners: quietHours && { quietHours } },
		},
		safetyMargin: Duration.fromMillis(safetyMarginMs),
		content: undefined,
		count: payloads.length,
		bringsFiles: false,
		// Whether it went out before is to be known before anything speaks against it.
		pause: async () => false,
		makePayloads: async () => payloads.map((payload) => ({ ...address, ...payload })),
	};
}

async function noFiles(): Promise<never> {
	throw new Error('The files of a kept message went up when it was kept.');
}
