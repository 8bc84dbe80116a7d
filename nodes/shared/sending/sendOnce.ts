import { setTimeout as sleep } from 'node:timers/promises';

import type { AcceptedMessage, SendEndpoint } from '../cloudApi/client/CloudApi';
import { CloudApiError } from '../cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../cloudApi/errors/CloudApiNoAnswerError';
import { GRAPH_REQUEST_TIMEOUT_MS } from '../cloudApi/client/graphApi';
import { ReEngagementError } from '../cloudApi/errors/ReEngagementError';
import type { SendClaim, SendRecord } from '../store/SendLog';
import type { Store } from '../store/Store';
import type { Sender } from './Sender';
import type { SentMessage } from './SentMessage';
import { toEarlierMessage } from './toEarlierMessage';

/** How long another run is waited for: the longest that a request without repetitions takes. */
const LONGEST_CLAIM_MS = GRAPH_REQUEST_TIMEOUT_MS + 5_000;
const CLAIM_PAUSE_MS = 200;

/** One message on its way out. */
export interface OutboundMessage {
	claim: Omit<SendClaim, 'claimedAtMs'>;
	/** Body of the request, as the Cloud API wants it. */
	payload: Record<string, unknown>;
	/** `messages` where it is undefined. */
	endpoint?: SendEndpoint;
}

/** What a send needs. */
export type SendContext = Pick<Sender, 'cloudApi' | 'store' | 'logger' | 'now' | 'signal'>;

/**
 * Claims a send, posts the message and records the outcome, so that one key sends one message at the most.
 *
 * A send that Meta refuses gives its key free. One that was not answered, or answered with a fault on Meta's side, keeps it:
 * nobody knows whether the person got the message, and a second one is worse than a question to the builder of the workflow.
 *
 * While another run is at work on the same send, its outcome is waited for.
 *
 * @throws {CloudApiNoAnswerError} when the same send, now or before, was not answered
 * @throws {CloudApiError} when Meta refused it; a {@link ReEngagementError} has then closed the session in the store
 */
export async function sendOnce(context: SendContext, { claim, payload, endpoint }: OutboundMessage): Promise<SentMessage> {
	const { cloudApi, store, logger } = context;
	const earlier = await claimSend(context, claim);
	if (earlier) return toEarlierMessage(earlier);
	const sentAtMs = context.now();

	const attempt = await cloudApi.sendMessage(claim.phoneNumberId, payload, endpoint).then(
		(accepted) => ({ accepted, error: undefined }),
		(error: unknown) => ({ accepted: undefined, error }),
	);
	const recorded = attempt.accepted
		? recordAccepted(store, claim, attempt.accepted, sentAtMs)
		: recordFailure(store, claim, attempt.error, sentAtMs);
	// What happened at WhatsApp is what the caller has to know: a store that fails only now must neither hide it nor make
	// n8n send an accepted message again.
	await recorded.catch((error: unknown) =>
		logger.error('WhatsApp Session: the outcome of a send could not be recorded', {
			error,
			messageId: attempt.accepted?.messageId,
			sendOnceKey: claim.sendOnceKey,
		}),
	);
	if (!attempt.accepted) throw attempt.error;
	return {
		id: attempt.accepted.messageId,
		status: attempt.accepted.messageStatus ?? 'accepted',
		sentAs: claim.sentAs,
		sendOnceKey: claim.sendOnceKey,
		alreadySent: false,
	};
}

async function claimSend({ store, now, signal }: SendContext, claim: OutboundMessage['claim']): Promise<SendRecord | undefined> {
	for (let waitedMs = 0; ; waitedMs += CLAIM_PAUSE_MS) {
		// A request that begins now would be cut off, and nobody would know whether the message went out.
		signal?.throwIfAborted();
		const claimedAtMs = now();
		const [earlier] = await store.claimSends([{ ...claim, claimedAtMs }]);
		const ageMs = earlier?.state === 'claimed' ? Math.max(waitedMs, claimedAtMs - earlier.claimedAtMs) : Infinity;
		if (ageMs >= LONGEST_CLAIM_MS) return earlier;
		await sleep(CLAIM_PAUSE_MS);
	}
}

async function recordAccepted(
	store: Store,
	{ sendOnceKey, phoneNumberId, user }: OutboundMessage['claim'],
	{ messageId, bsuid }: AcceptedMessage,
	sentAtMs: number,
): Promise<void> {
	await store.recordOutcomes([{ sendOnceKey, state: 'sent', messageId, sentAtMs }]);
	const known = bsuid ? { ...user, bsuid } : user;
	await store.recordEvidence([{ kind: 'answer', phoneNumberId, user: known, atMs: sentAtMs }]);
}

async function recordFailure(
	store: Store,
	{ sendOnceKey, phoneNumberId, user }: OutboundMessage['claim'],
	error: unknown,
	sentAtMs: number,
): Promise<void> {
	const isUnanswered =
		(error instanceof CloudApiNoAnswerError || error instanceof CloudApiError) && error.wasPossiblySent;
	await store.recordOutcomes([{ sendOnceKey, state: isUnanswered ? 'unanswered' : 'released' }]);
	if (error instanceof ReEngagementError) {
		await store.recordEvidence([{ kind: 'refusal', phoneNumberId, user, atMs: sentAtMs }]);
	}
}
