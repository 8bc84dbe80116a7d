import { randomUUID } from 'node:crypto';

import type { IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { openStore } from '../../shared/store/openStore';
import type { AnswerReceipt, WaitClaim } from '../../shared/store/AnswerWaits';
import type { WebhookReceipt } from '../../shared/store/SessionStore';
import type { Store } from '../../shared/store/Store';
import { toConsentEntries } from '../../shared/webhook/evidence/toConsentEntries';
import { toInboundAnswers } from '../../shared/webhook/evidence/toInboundAnswers';
import { toMessageStatuses } from '../../shared/webhook/evidence/toMessageStatuses';
import { toRenamings } from '../../shared/webhook/evidence/toRenamings';
import { toSessionEvidence, type TakeOverRule } from '../../shared/webhook/evidence/toSessionEvidence';
import { toTemplateChanges } from '../../shared/webhook/evidence/toTemplateChanges';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { acknowledgeWithAnswer } from './acknowledgeWithAnswer';
import { howGathered } from '../gathering/howGathered';
import { receiverOf } from '../gathering/receiverOf';
import { waitForTurn } from './waitForTurn';

/** How long other deliveries of the same events wait for this one, should its process die. */
export const LEASE_MS = 30_000;
/** Often enough that two renewals may fail before the lease is over. */
const RENEWAL_PAUSE_MS = 10_000;
/** Longer than any execution waits for its turn in an n8n that works at all. */
const LONGEST_ANSWER_MS = 24 * 60 * 60 * 1000;

const NOT_MARKED =
	'handled events could not be marked as such; should Meta deliver them again, they start the workflow again';
const NOT_RENEWED =
	'events that n8n has not answered for yet could not be kept; should Meta deliver them again, they may start the workflow again';
const NOT_FREED = 'the events of a refused webhook could not be given free; their redelivery waits half a minute';

const NO_ANSWERS: AnswerReceipt = { claimed: [], gathered: [], continued: [], asides: [], underWay: [] };

/** A webhook on its way in. */
export interface Delivery {
	credentials: SessionCredentials;
	/** Everything it reports. */
	events: WebhookEvent[];
	/** IDs of the events that the builder wants to see, without repetition. */
	eventIds: string[];
	/** True when its messages may continue executions that wait for them. */
	mayAnswer: boolean;
	/** True when messages that follow each other are combined, also as an answer. */
	combines?: boolean;
	/** How long a person who has taken over has a conversation; the usual length where it is undefined. */
	takeOver?: TakeOverRule;
}

/**
 * - `recorded`: it is in the store; the leased events are new, and are acknowledged when n8n has answered; `answers` says which
 *   executions wait for its messages, `ended` which ones wait no more and have to be told;
 * - `underWay`: it is in the store, and another process is handling the same events;
 * - `abandoned`: nobody waits for the answer any more, so that Meta delivers it again: starting now would start twice.
 */
export type DeliveryStart =
	| { state: 'recorded'; deliveryId: string; leased: string[]; answers: AnswerReceipt; ended: WaitClaim[] }
	| { state: 'underWay' }
	| { state: 'abandoned' };

/**
 * Waits for other deliveries of the same events in this process, records the webhook, and leases its events.
 *
 * @throws {SessionStoreError} when it could not be recorded
 */
export async function beginDelivery(context: IWebhookFunctions, delivery: Delivery): Promise<DeliveryStart> {
	const { eventIds } = delivery;
	const deliveryId = randomUUID();
	const receiver = toReceiver(context, deliveryId);
	const endTurn = await waitForTurn(eventIds.map((eventId) => `${receiver}/${eventId}`));
	if (eventIds.length > 0 && context.getResponseObject().destroyed) {
		endTurn();
		return { state: 'abandoned' };
	}
	let isLeased = false;
	try {
		const { leased, underWay, answers = NO_ANSWERS, ended = [] } = await record(delivery, receiver, deliveryId);
		if (underWay.length > 0) return { state: 'underWay' };
		isLeased = leased.length > 0;
		if (isLeased) awaitAnswer(context, delivery, { receiver, deliveryId, leased, endTurn });
		return { state: 'recorded', deliveryId, leased, answers, ended };
	} finally {
		if (!isLeased) endTurn();
	}
}

async function record(
	{ credentials, events, eventIds, mayAnswer, combines, takeOver }: Delivery,
	receiver: string,
	deliveryId: string,
): Promise<WebhookReceipt> {
	// Not the arrival: a delivery that had to wait for its turn would get what is left of a lease.
	const receivedAtMs = Date.now();
	return await openStore(credentials.store).recordWebhook({
		receiver,
		receivedAtMs,
		deliveryId,
		leaseUntilMs: receivedAtMs + LEASE_MS,
		eventIds,
		evidence: toSessionEvidence(events, takeOver),
		statuses: toMessageStatuses(events),
		consent: toConsentEntries(events),
		renamings: toRenamings(events),
		templateChanges: toTemplateChanges(events, receivedAtMs),
		answers: mayAnswer ? toInboundAnswers(events, combines ? howGathered : undefined) : undefined,
	});
}

interface Lease {
	receiver: string;
	deliveryId: string;
	leased: string[];
	endTurn: () => void;
}

function awaitAnswer(
	context: IWebhookFunctions,
	{ credentials }: Delivery,
	{ receiver, deliveryId, leased, endTurn }: Lease,
): void {
	const { logger } = context;
	const orLog = async (message: string, work: (store: Store) => Promise<void>) => {
		const attempt = async () => await work(openStore(credentials.store));
		await attempt().catch((error: unknown) => logger.error(`WhatsApp Session Trigger: ${message}`, { error }));
	};
	acknowledgeWithAnswer(context.getResponseObject(), {
		acknowledge: () => orLog(NOT_MARKED, (store) => store.acknowledgeEvents(receiver, leased, Date.now())),
		release: () => orLog(NOT_FREED, (store) => store.releaseEvents(receiver, deliveryId, leased)),
		renew: () => orLog(NOT_RENEWED, (store) => store.renewLease(receiver, deliveryId, leased, Date.now() + LEASE_MS)),
		ended: endTurn,
		renewEveryMs: RENEWAL_PAUSE_MS,
		longestMs: LONGEST_ANSWER_MS,
	});
}

// Somebody who listens for a test event may post the same one again and again, and must not use up one that the live
// workflow waits for: each of these deliveries is a receiver of its own.
function toReceiver(context: IWebhookFunctions, deliveryId: string): string {
	return context.getMode() === 'manual' ? `test/${deliveryId}` : receiverOf(context);
}
