import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { AcceptedMessage, CloudApi, SendEndpoint } from '../cloudApi/client/CloudApi';
import { CloudApiError, ReEngagementError } from '../cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../cloudApi/errors/CloudApiNoAnswerError';
import { groupOf } from '../domain/groupAsUser';
import type { BudgetClaim } from '../store/Budgets';
import type { SendClaim, SendRecord } from '../store/SendLog';
import type { Store } from '../store/Store';
import { LONGEST_CLAIM_MS } from './longestClaim';
import type { Sender } from './Sender';
import type { SentMessage } from './SentMessage';
import { toEarlierMessage } from './toEarlierMessage';

const CLAIM_PAUSE_MS = 200;

/** One message on its way out. */
export interface OutboundMessage {
	claim: Omit<SendClaim, 'claimedAtMs' | 'claimId'>;
	/** The templates that a template was judged by, see `JudgedClaim`; undefined where it does not depend on them. */
	historyVersion?: string;
	/** The budget that it has to fit; undefined for none. */
	budget?: BudgetClaim['budget'];
	/** Makes the body of the request, as the Cloud API wants it, with the name of this try in it. */
	toPayload(claimId: string): Record<string, unknown>;
	/** `messages` where it is undefined. */
	endpoint?: SendEndpoint;
	/** See `Outbound.beforePost`. */
	beforePost?(atMs: number): Promise<void>;
}

/** What a send needs. */
export type SendContext = Pick<Sender, 'store' | 'logger' | 'now' | 'signal'> & { cloudApi: Pick<CloudApi, 'sendMessage'> };

/** What became of a message: Meta has it, or nobody knows whether it does. */
export type OnceResult = { message: SentMessage } | UndecidedTry;

/** The same, or nothing was sent because the person has got another template, or the budget another message, since this one was judged. */
export type ClaimResult = OnceResult | 'overtaken';

/** A request that nobody knows the end of. */
export interface UndecidedTry {
	/** When it went out; epoch milliseconds, UTC. */
	undecidedSinceMs: number;
	/** What became of it, as a sentence; undefined where it was not made now. */
	happened?: string;
}

/**
 * Claims a send, posts the message and records the outcome, so that one key sends one message at the most.
 *
 * A send that Meta refuses gives its key free. One that was not answered, or answered with a fault on Meta's side, keeps it:
 * nobody knows whether the person got the message, and that is an outcome of its own, not an error.
 *
 * While another run is at work on the same send, its outcome is waited for.
 *
 * @throws {CloudApiNoAnswerError} when the request has certainly not reached Meta
 * @throws {CloudApiError} when Meta refused it; a {@link ReEngagementError} has then closed the session in the store
 */
export async function sendOnce(context: SendContext, asking: OutboundMessage): Promise<ClaimResult> {
	const { claim: asked, historyVersion, budget, toPayload, endpoint, beforePost } = asking;
	const { cloudApi, store } = context;
	const claim = { ...asked, claimId: randomUUID() };
	const earlier = await claimSend(context, claim, { historyVersion, budget });
	if (earlier === 'overtaken') return earlier;
	if (earlier) return toResult(earlier);
	const sentAtMs = context.now();

	const post = async () => {
		await beforePost?.(sentAtMs);
		return await cloudApi.sendMessage(claim.phoneNumberId, toPayload(claim.claimId), endpoint);
	};
	const attempt = await post().then(
		(accepted) => ({ accepted, error: undefined }),
		(error: unknown) => ({ accepted: undefined, error }),
	);
	const { accepted, error } = attempt;
	await recordSafely(context, claim, async () =>
		accepted ? await recordAccepted(store, claim, accepted, sentAtMs) : await recordFailure(store, { ...claim, budget }, error, sentAtMs),
	);
	if (accepted) return { message: toMessage(claim, accepted) };
	if (!wasPossiblySent(error)) throw error;
	// A status may have been quicker than the answer that did not come.
	const [known] = await store.findSendsByName([claim]).catch(() => []);
	const message = known && toEarlierMessage(known);
	return message ? { message } : { undecidedSinceMs: sentAtMs, happened: error instanceof Error ? error.message : undefined };
}

function toResult(earlier: SendRecord): OnceResult {
	const message = toEarlierMessage(earlier);
	return message ? { message } : { undecidedSinceMs: earlier.claimedAtMs };
}

function toMessage({ sentAs, sendOnceKey }: OutboundMessage['claim'], { messageId, messageStatus }: AcceptedMessage): SentMessage {
	return { id: messageId, status: messageStatus ?? 'accepted', sentAs, sendOnceKey, alreadySent: false };
}

type UndatedClaim = Omit<SendClaim, 'claimedAtMs'>;
/** What the claim was judged by, and is held to. */
type JudgedBy = Pick<OutboundMessage, 'historyVersion' | 'budget'>;

async function claimSend({ store, now, signal }: SendContext, claim: UndatedClaim, judgedBy: JudgedBy): Promise<SendRecord | 'overtaken' | undefined> {
	for (let waitedMs = 0; ; waitedMs += CLAIM_PAUSE_MS) {
		// A request that begins now would be cut off, and nobody would know whether the message went out.
		signal?.throwIfAborted();
		const claimedAtMs = now();
		const earlier = await claimOnce(store, { ...claim, claimedAtMs }, judgedBy);
		if (earlier === 'overtaken') return earlier;
		const ageMs = earlier?.state === 'claimed' ? Math.max(waitedMs, claimedAtMs - earlier.claimedAtMs) : Infinity;
		if (ageMs >= LONGEST_CLAIM_MS) return earlier;
		await sleep(CLAIM_PAUSE_MS);
	}
}

async function claimOnce(store: Store, claim: SendClaim, { historyVersion, budget }: JudgedBy): Promise<SendRecord | 'overtaken' | undefined> {
	if (budget) return await store.claimWithinBudget({ ...claim, budget, historyVersion });
	const { template } = claim;
	if (template && historyVersion !== undefined) return await store.claimTemplateSend({ ...claim, template, historyVersion });
	const [earlier] = await store.claimSends([claim]);
	return earlier;
}

/**
 * What happened at WhatsApp is what the caller has to know: a store that fails only now must neither hide it nor make n8n send an
 * accepted message again.
 */
async function recordSafely(
	{ logger }: SendContext,
	// Neither its key nor WhatsApp's ID of it: both may hold the person's number. By this name WhatsApp's statuses speak of it as well.
	{ claimId }: Pick<SendClaim, 'claimId'>,
	record: () => Promise<void>,
): Promise<void> {
	await record().catch((error: unknown) =>
		logger.error('WhatsApp Session: the outcome of a send could not be recorded', { error, claimId }),
	);
}

async function recordAccepted(
	store: Store,
	{ sendOnceKey, claimId, phoneNumberId, user }: Omit<SendClaim, 'claimedAtMs'>,
	{ messageId, bsuid }: AcceptedMessage,
	sentAtMs: number,
): Promise<void> {
	await store.recordOutcomes([{ sendOnceKey, claimId, state: 'sent', messageId, sentAtMs }]);
	const known = bsuid && groupOf(user) === undefined ? { ...user, bsuid } : user;
	await store.recordEvidence([{ kind: 'answer', phoneNumberId, user: known, atMs: sentAtMs }]);
}

async function recordFailure(
	store: Store,
	{ sendOnceKey, claimId, takesOver, phoneNumberId, user, budget }: UndatedClaim & JudgedBy,
	error: unknown,
	sentAtMs: number,
): Promise<void> {
	// A try that took over another one leaves it as undecided as it was: that message may have arrived.
	const isUndecided = wasPossiblySent(error) || takesOver !== undefined;
	const place = budget && { phoneNumberId, ...budget };
	await store.recordOutcomes([{ sendOnceKey, claimId, ...(isUndecided ? { state: 'unanswered' } : { state: 'released', place }) }]);
	if (error instanceof ReEngagementError) {
		await store.recordEvidence([{ kind: 'refusal', phoneNumberId, user, atMs: sentAtMs }]);
	}
}

function wasPossiblySent(error: unknown): boolean {
	return (error instanceof CloudApiNoAnswerError || error instanceof CloudApiError) && error.wasPossiblySent;
}
