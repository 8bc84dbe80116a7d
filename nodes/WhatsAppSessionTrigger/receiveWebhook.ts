import { DateTime } from 'luxon';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { AnswerReceipt } from '../shared/store/AnswerWaits';
import { parseWebhook } from '../shared/webhook/parsing/parseWebhook';
import type { WebhookEvent } from '../shared/webhook/parsing/WebhookEvent';
import { WebhookRejectedError } from '../shared/webhook/WebhookRejectedError';
import { continueExecutions } from './answers/continueExecutions';
import { tellEndedWaits } from './answers/tellEndedWaits';
import { isOutdated } from './choice/isOutdated';
import { isWanted } from './choice/isWanted';
import { readTriggerSettings } from './choice/readTriggerSettings';
import type { TriggerSettings } from './choice/TriggerSettings';
import { withTakeOvers } from './choice/withTakeOvers';
import { confirmConsent } from './consent/confirmConsent';
import { withConsentChanges } from './consent/withConsentChanges';
import { beginDelivery, LEASE_MS, type Delivery } from './delivery/beginDelivery';
import { readBody } from './delivery/readBody';
import { rejectWebhook } from './delivery/rejectWebhook';
import { verifyRequest } from './delivery/verifyRequest';
import { gatherMessages } from './gathering/gatherMessages';
import { isGathered } from './gathering/isGathered';
import { keepTestOutputs } from './gathering/keepTestOutputs';
import { receiverOf } from './gathering/receiverOf';
import { toAnswerPart } from './gathering/toAnswerPart';
import { makeOutputs } from './items/makeOutputs';
import { sendOutbox } from './outbox/sendOutbox';

// Answers 200 and starts no execution: nothing in this webhook is for the workflow.
const ACCEPTED: IWebhookResponseData = { webhookResponse: 'EVENT_RECEIVED' };

/**
 * Verifies, parses and records a webhook, and gives one item for each event that the builder chose and that is new to this
 * trigger, on the output of its kind.
 *
 * Everything it says is in the store before n8n starts an execution, and n8n has the execution before Meta gets its 200.
 * An event counts as handled only then; until that moment a redelivery runs again. What nobody chose to see starts
 * nothing.
 *
 * An event that is older than Meta repeats starts nothing either, unless the builder wants that or posts it for a test.
 *
 * Where messages are combined, one that may be followed by others waits for them in the store, and counts as handled as soon as it is there;
 * so does one that an execution waits for, unless it is a tap.
 *
 * A message on standby, which another responder is to answer, is recorded like any other; it continues nothing, nothing is answered to it, and
 * it starts the workflow only where the builder wants that.
 *
 * A message that an execution waits for continues that execution, and starts the workflow only where the builder wants both. So
 * does a sticker or a reaction to the question, which continues nothing where the builder did not ask for it.
 */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const verified = await verifyRequest(context).catch((cause: unknown) => ({ cause }));
	if ('cause' in verified) return rejectWebhook(context, new WebhookRejectedError('credentialUnavailable', verified));
	const { rawBody, credentials, verdict } = verified;
	if (!verdict.isValid) return rejectWebhook(context, new WebhookRejectedError(verdict.reason));

	const receivedAt = DateTime.utc();
	const { businessAccountId } = credentials;
	const { events: reported, skipped } = parseWebhook(readBody(context.getRequestObject(), rawBody), receivedAt.toMillis(), businessAccountId);
	if (skipped > 0 || reported.length === 0) warnOfSkipped(context, skipped);
	const settings = readTriggerSettings(context);
	const events = withConsentChanges(withTakeOvers(reported, settings.takeOver.words), settings.consent);
	// A webhook that somebody posts for a test may be of any age, and must continue nothing that is live.
	const isLive = context.getMode() !== 'manual';
	const chosen = events.filter((event) => isWanted(event, settings, businessAccountId));
	const isLeftOut = (event: WebhookEvent) => isLive && !settings.startsForOutdated && isOutdated(event, receivedAt.toMillis());
	const outdated = chosen.filter(isLeftOut);
	if (outdated.length > 0) warnOfOutdated(context, outdated);
	const wanted = new Map(chosen.filter((event) => !isLeftOut(event)).map((event) => [event.eventId, event]));
	const delivery: Delivery = { credentials, events, eventIds: [...wanted.keys()], mayAnswer: isLive, combines: settings.combining !== undefined, takeOver: settings.takeOver };

	const begun = await beginDelivery(context, delivery).catch((cause: unknown) => ({ cause }));
	if ('cause' in begun) return rejectWebhook(context, new WebhookRejectedError('storeUnavailable', begun));
	if (begun.state === 'underWay') return rejectWebhook(context, new WebhookRejectedError('deliveryUnderWay'));
	if (begun.state === 'abandoned') return { noWebhookResponse: true };

	const webhook = { credentials, receivedAt, settings };
	void tellEndedWaits(context, { ...webhook, ...begun });
	if (isLive) void confirmConsent(context, { credentials, events, settings, receivedAtMs: receivedAt.toMillis() });
	if (isLive) void sendOutbox(context, { credentials, events });
	const placed = await continueExecutions(context, { ...webhook, ...begun, events }).catch((cause: unknown) => ({ cause }));
	if ('cause' in placed) return rejectWebhook(context, toRejection(placed.cause));
	const meant = settings.startsForAnswers ? begun.leased : begun.leased.filter((eventId) => !placed.has(eventId));
	const due = meant.flatMap((eventId) => wanted.get(eventId) ?? []);
	const holding = { ...webhook, ...begun, placed, isLive };
	const starting = await withoutGathered(context, holding, { due, events }).catch((cause: unknown) => ({ cause }));
	if ('cause' in starting) return rejectWebhook(context, toRejection(starting.cause));
	if (starting.length === 0) return ACCEPTED;

	const recorded = { ...webhook, events: starting };
	const outputs = await makeOutputs(context, recorded).catch((cause: unknown) => ({ cause }));
	if ('cause' in outputs) return rejectWebhook(context, new WebhookRejectedError('storeUnavailable', outputs));
	if (!isLive) {
		const kept = await keepTestOutputs(context, { credentials, deliveryId: begun.deliveryId }, outputs).catch((cause: unknown) => ({ cause }));
		if (kept) return rejectWebhook(context, new WebhookRejectedError('storeUnavailable', kept));
	}
	return { workflowData: outputs };
}

/** What is known when it is decided which messages wait for those that follow them. */
interface Holding {
	credentials: Delivery['credentials'];
	settings: TriggerSettings;
	deliveryId: string;
	answers: AnswerReceipt;
	/** IDs of events that an execution waits for. */
	placed: Set<string>;
	isLive: boolean;
}

/**
 * Puts messages that may be followed by others into the store, and gives the events that start the workflow now.
 *
 * @param events - all of the webhook: an answer is gathered whether or not it is one that the builder chose
 * @param due - those that start the workflow, now or later
 */
async function withoutGathered(
	context: IWebhookFunctions,
	{ credentials, settings, deliveryId, answers: { gathered }, placed, isLive }: Holding,
	{ due, events }: Record<'due' | 'events', WebhookEvent[]>,
): Promise<WebhookEvent[]> {
	const { combining: limits } = settings;
	if (!limits || !isLive) return due;
	const waits = new Map(gathered.map(({ eventId, wait }) => [eventId, wait]));
	const starting = new Set(due);
	const mayWait = (event: WebhookEvent) => waits.has(event.eventId) || (starting.has(event) && !placed.has(event.eventId));
	const waiting = events.filter((event) => isGathered(event)).filter(mayWait);
	const answers = waiting.map((event) => {
		const wait = waits.get(event.eventId);
		return wait && toAnswerPart(context, event, wait);
	});
	const known = new Set<WebhookEvent>(waiting);
	await gatherMessages({ credentials, deliveryId, receiver: receiverOf(context), limits, events: waiting, answers, leaseMs: LEASE_MS });
	return due.filter((event) => !known.has(event));
}

function toRejection(cause: unknown): WebhookRejectedError {
	return cause instanceof WebhookRejectedError ? cause : new WebhookRejectedError('storeUnavailable', { cause });
}

function warnOfSkipped(context: IWebhookFunctions, skipped: number): void {
	context.logger.warn(
		'WhatsApp Session Trigger received a genuine webhook with parts that it cannot read; they start nothing',
		{ skipped, workflowId: context.getWorkflow().id, node: context.getNode().name },
	);
}

function warnOfOutdated(context: IWebhookFunctions, outdated: WebhookEvent[]): void {
	context.logger.warn(
		"WhatsApp Session Trigger received a genuine webhook that is older than WhatsApp repeats (7 days). It is recorded and starts nothing; the option 'Also Start for Outdated Events' changes that",
		{ events: outdated.length, workflowId: context.getWorkflow().id, node: context.getNode().name },
	);
}
