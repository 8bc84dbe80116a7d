import { finished } from 'node:stream';

import { DateTime } from 'luxon';
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { SessionCredentials } from '../shared/n8n/SessionCredentials';
import { openStore } from '../shared/store/openStore';
import { parseWebhook } from '../shared/webhook/parseWebhook';
import { toMessageStatuses } from '../shared/webhook/toMessageStatuses';
import { toSessionEvidence } from '../shared/webhook/toSessionEvidence';
import type { WebhookEvent } from '../shared/webhook/WebhookEvent';
import { WebhookRejectedError } from '../shared/webhook/WebhookRejectedError';
import { rejectWebhook } from './rejectWebhook';
import { toMessageItem } from './toMessageItem';
import { verifyRequest } from './verifyRequest';
import { waitForTurn } from './waitForTurn';

type Message = Extract<WebhookEvent, { event: 'message' }>;

// Answers 200 and starts no execution: nothing in this webhook is for the workflow.
const ACCEPTED: IWebhookResponseData = { webhookResponse: 'EVENT_RECEIVED' };

/**
 * Verifies, parses and records a webhook, and gives one item for each inbound message that is new to this trigger.
 *
 * Everything it says is in the store before n8n starts an execution, and n8n has the execution before Meta gets its 200.
 * A message counts as handled only when that answer has gone out; until then a redelivery runs again.
 */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const verified = await verifyRequest(context).catch((cause: unknown) => ({ cause }));
	if ('cause' in verified) return rejectWebhook(context, new WebhookRejectedError('credentialUnavailable', verified));
	const { rawBody, credentials, verdict } = verified;
	if (!verdict.isValid) return rejectWebhook(context, new WebhookRejectedError(verdict.reason));

	const receivedAt = DateTime.utc();
	const { events, skipped } = parseWebhook(parseJson(rawBody), receivedAt.toMillis());
	if (skipped > 0 || events.length === 0) warnOfSkipped(context, skipped);
	const messageIds = [...new Set(events.filter(isMessage).map(({ messageId }) => messageId))];
	const isAwaited = await beginDelivery(context, credentials, messageIds);
	if (!isAwaited) return { noWebhookResponse: true };
	const items = await recordEvents(context, credentials, events, receivedAt).catch((cause: unknown) => ({ cause }));
	if ('cause' in items) return rejectWebhook(context, new WebhookRejectedError('storeUnavailable', items));
	return items.length > 0 ? { workflowData: [items] } : ACCEPTED;
}

// The bytes that were verified, and not what n8n made of them: that depends on a header which is not signed.
function parseJson(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8'));
	} catch {
		return undefined;
	}
}

function warnOfSkipped(context: IWebhookFunctions, skipped: number): void {
	context.logger.warn(
		'WhatsApp Session Trigger received a genuine webhook with parts that it cannot read; they start nothing',
		{ skipped, workflowId: context.getWorkflow().id, node: context.getNode().name },
	);
}

/**
 * Waits for other deliveries of the same messages, and arranges that these count as handled once 200 has gone out.
 *
 * @returns false when nobody waits for the answer any more: Meta delivers again, and starting now would start twice
 */
async function beginDelivery(
	context: IWebhookFunctions,
	credentials: SessionCredentials,
	messageIds: string[],
): Promise<boolean> {
	if (messageIds.length === 0) return true;
	const receiver = receiverOf(context);
	const response = context.getResponseObject();
	const endDelivery = await waitForTurn(messageIds.map((messageId) => `${receiver}/${messageId}`));
	const acknowledge = async () => await openStore(credentials.store).acknowledgeMessages(receiver, messageIds, Date.now());
	finished(response, (failure) => {
		const isAnswered = !failure && response.statusCode === 200;
		void (isAnswered ? acknowledge() : Promise.resolve())
			.catch((error: unknown) =>
				context.logger.error('WhatsApp Session Trigger: handled messages could not be marked as such', { error }),
			)
			.finally(endDelivery);
	});
	return !response.destroyed;
}

async function recordEvents(
	context: IWebhookFunctions,
	credentials: SessionCredentials,
	events: WebhookEvent[],
	receivedAt: DateTime,
): Promise<INodeExecutionData[]> {
	const store = openStore(credentials.store);
	const messages = new Map(events.filter(isMessage).map((message) => [message.messageId, message]));
	const newIds = await store.recordWebhook({
		receiver: receiverOf(context),
		receivedAtMs: receivedAt.toMillis(),
		messageIds: [...messages.keys()],
		evidence: toSessionEvidence(events),
		statuses: toMessageStatuses(events),
	});
	const newMessages = newIds.flatMap((id) => messages.get(id) ?? []);
	if (newMessages.length === 0) return [];

	const [sessions, consents] = await Promise.all([
		store.findSessions(newMessages),
		store.findConsent(
			credentials.businessAccountId,
			newMessages.map(({ user }) => user),
		),
	]);
	return newMessages.map((message, index) =>
		toMessageItem(message, { session: sessions[index], consent: consents[index] }, receivedAt),
	);
}

// Listening for a test event is a receiver of its own: it must not use up a message that the live workflow waits for.
function receiverOf(context: IWebhookFunctions): string {
	const mode = context.getMode() === 'manual' ? 'test' : 'live';
	return `${mode}/${context.getWorkflow().id}/${context.getNode().id}`;
}

function isMessage(event: WebhookEvent): event is Message {
	return event.event === 'message';
}
