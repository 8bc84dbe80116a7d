import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import { openStore } from '../../shared/store/openStore';
import type { AnswerClaim, AnswerOutcome, AnswerReceipt } from '../../shared/store/AnswerWaits';
import { WebhookRejectedError } from '../../shared/webhook/WebhookRejectedError';
import { toInboundAnswers } from '../../shared/webhook/evidence/toInboundAnswers';
import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { LEASE_MS } from '../delivery/beginDelivery';
import { findEventRecords } from '../items/findEventRecords';
import type { RecordedEvents } from '../items/makeOutputs';
import { toEventItem } from '../items/toEventItem';
import { judgePost } from './judgePost';
import { postAnswer, type PostedAnswer } from './postAnswer';
import { toAnswerJson } from './toAnswerJson';

/** Tries while n8n has not put the execution to wait yet; together about three seconds. */
const PAUSES_MS = [100, 200, 400, 800, 1_600];

/** Messages that executions may wait for. */
export interface AnsweringWebhook extends RecordedEvents {
	deliveryId: string;
	answers: AnswerReceipt;
}

/**
 * Continues the executions that wait for messages of a webhook.
 *
 * An execution that waits no more (it was stopped, or its time is over) ends the wait, and another one that the message may answer gets
 * its turn. What has continued an execution is in the store before anything else happens.
 *
 * @returns the IDs of the events that have continued an execution, now or in an earlier delivery
 * @throws {WebhookRejectedError} when n8n could not be asked: nothing of the webhook may count as handled then
 * @throws {SessionStoreError} when the store could not be read or written
 */
export async function continueExecutions(context: IWebhookFunctions, webhook: AnsweringWebhook): Promise<Set<string>> {
	const continued = new Set(webhook.answers.continued);
	const results = await Promise.all(
		webhook.answers.claimed.map(async (claim) => ({ claim, outcome: await giveAway(context, webhook, claim) })),
	);
	for (const { claim, outcome } of results) if (outcome === 'continued') continued.add(claim.eventId);
	if (results.some(({ outcome }) => isUndecided(outcome))) throw new WebhookRejectedError('answerNotTaken');
	return continued;
}

/** Whether the message has to come again. */
function isUndecided(outcome: AnswerOutcome): boolean {
	return outcome === 'free' || outcome === 'unknown';
}

/** Gives a message to one execution after the other, until one takes it or none is left. */
async function giveAway(context: IWebhookFunctions, webhook: AnsweringWebhook, first: AnswerClaim): Promise<AnswerOutcome> {
	const { deliveryId, credentials, events } = webhook;
	const store = openStore(credentials.store);
	const event = events.find(({ eventId }) => eventId === first.eventId) as MessageEvent;
	for (let claim: AnswerClaim | undefined = first; claim; ) {
		const outcome = await give(context, webhook, event, claim);
		await store.settleAnswers(deliveryId, [{ claim, outcome }]);
		if (outcome !== 'gone') return outcome;
		const atMs = Date.now();
		const next = await store.claimAnswers(toInboundAnswers([event]), { deliveryId, atMs, leaseUntilMs: atMs + LEASE_MS });
		[claim] = next.claimed;
	}
	return 'gone';
}

async function give(
	context: IWebhookFunctions,
	{ credentials, receivedAt, settings }: AnsweringWebhook,
	event: MessageEvent,
	claim: AnswerClaim,
): Promise<AnswerOutcome> {
	const [record = {}] = await findEventRecords(openStore(credentials.store), credentials.businessAccountId, [event]);
	const { json } = toEventItem(event, record, receivedAt, settings);
	const body = { questionId: claim.wait.questionId, answer: toAnswerJson(event, json) };
	const post = async () => {
		const answer: PostedAnswer & { error?: unknown } = await postAnswer(context, claim.wait, body).catch((error: unknown) => ({ error }));
		const outcome = judgePost(answer, claim, Date.now());
		if (isUndecided(outcome)) warn(context, claim, answer);
		return { outcome, isSettling: answer.status === 409 || answer.status === 404 };
	};
	let posted = await post();
	for (const pauseMs of PAUSES_MS) {
		if (!isUndecided(posted.outcome) || !posted.isSettling) break;
		await sleep(pauseMs);
		posted = await post();
	}
	return posted.outcome;
}

/** Without the address: with it anybody could continue the execution. */
function warn(context: IWebhookFunctions, { wait }: AnswerClaim, { status, error }: { status?: number; error?: unknown }): void {
	context.logger.warn('WhatsApp Session Trigger could not continue an execution that waits for an answer; it tries again', {
		executionId: wait.executionId,
		status,
		...(error instanceof Error && { cause: error.cause instanceof Error ? error.cause.message : error.message }),
	});
}
