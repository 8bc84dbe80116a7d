import type { IWebhookFunctions } from 'n8n-workflow';

import type { Continuation } from '../../shared/n8n/waits/Continuation';
import { openStore } from '../../shared/store/openStore';
import type { AnswerClaim, AnswerOutcome, AnswerReceipt } from '../../shared/store/AnswerWaits';
import { WebhookRejectedError } from '../../shared/webhook/WebhookRejectedError';
import { toInboundAnswers } from '../../shared/webhook/evidence/toInboundAnswers';
import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { LEASE_MS } from '../delivery/beginDelivery';
import { findEventRecords } from '../items/findEventRecords';
import { makeEventItem } from '../items/makeEventItem';
import type { RecordedEvents } from '../items/makeOutputs';
import { toCombinedItem } from '../gathering/toCombinedItem';
import { giveAnswer, isUndecided } from './giveAnswer';
import { placeOf } from './PostingPlace';
import { postAnswer } from './postAnswer';
import { toAnswerJson } from './toAnswerJson';

/** Messages that executions may wait for. */
export interface AnsweringWebhook extends RecordedEvents {
	deliveryId: string;
	answers: AnswerReceipt;
}

/**
 * Continues the executions that wait for messages of a webhook.
 *
 * An execution that waits no more (it was stopped, its time is over, or it could not be reached for too long) ends the wait, and
 * another one that the message may answer gets its turn. What has continued an execution is in the store before anything else happens.
 *
 * Messages that are gathered as an answer continue theirs later; see `GatheredAnswers`.
 *
 * @returns the IDs of the events that start no workflow by themselves: they have continued an execution, now or in an earlier
 * delivery, or belong to a question without being its answer
 * @throws {WebhookRejectedError} when n8n could not be asked: nothing of the webhook may count as handled then
 * @throws {SessionStoreError} when the store could not be read or written
 */
export async function continueExecutions(context: IWebhookFunctions, webhook: AnsweringWebhook): Promise<Set<string>> {
	const { claimed, continued, asides } = webhook.answers;
	const placed = new Set([...continued, ...asides]);
	const results = await Promise.all(claimed.map(async (claim) => ({ claim, outcome: await giveAway(context, webhook, claim) })));
	for (const { claim, outcome } of results) if (outcome === 'continued') placed.add(claim.eventId);
	if (results.some(({ outcome }) => isUndecided(outcome))) throw new WebhookRejectedError('answerNotTaken');
	return placed;
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
	const made = makeEventItem(context, event, record, receivedAt, settings);
	// One that did not wait for others has the same fields as one that did.
	const { json } = settings.combining ? toCombinedItem([made]) : made;
	const { waitId, questionIds: [questionId] } = claim.wait;
	const body: Continuation = { waitId, questionId, answer: toAnswerJson([event], json) };
	return await giveAnswer(context, claim, async () => await postAnswer(placeOf(context), claim.wait, body));
}
