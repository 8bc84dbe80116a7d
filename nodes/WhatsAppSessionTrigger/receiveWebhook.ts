import { DateTime } from 'luxon';
import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { SessionCredentials } from '../shared/n8n/SessionCredentials';
import { openStore } from '../shared/store/openStore';
import type { Store } from '../shared/store/Store';
import { parseWebhook } from '../shared/webhook/parseWebhook';
import { toMessageStatuses } from '../shared/webhook/toMessageStatuses';
import { toSessionEvidence } from '../shared/webhook/toSessionEvidence';
import { verifySignature, type SignatureVerdict } from '../shared/webhook/verifySignature';
import type { WebhookEvent } from '../shared/webhook/WebhookEvent';
import { WebhookRejectedError } from '../shared/webhook/WebhookRejectedError';
import { rejectWebhook } from './rejectWebhook';
import { rememberCredentials, rereadCredentials } from './rememberCredentials';
import { toMessageItem } from './toMessageItem';

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
	const request = context.getRequestObject();
	if (!request.rawBody) await request.readRawBody();
	const header = request.headers['x-hub-signature-256'];
	const { credentials, verdict } = await verify(context, request.rawBody, String(header ?? ''));
	if (!verdict.isValid) return rejectWebhook(context, new WebhookRejectedError(verdict.reason));

	const receivedAt = DateTime.utc();
	const { events } = parseWebhook(context.getBodyData(), receivedAt.toMillis());
	const items = await recordEvents(context, credentials, events, receivedAt).catch((cause: unknown) => ({ cause }));
	if ('cause' in items) return rejectWebhook(context, new WebhookRejectedError('storeUnavailable', items));
	return items.length > 0 ? { workflowData: [items] } : ACCEPTED;
}

async function verify(
	context: IWebhookFunctions,
	rawBody: Buffer,
	header: string,
): Promise<{ credentials: SessionCredentials; verdict: SignatureVerdict }> {
	const credentials = await rememberCredentials(context);
	const verdict = verifySignature(rawBody, header, credentials.appSecrets);
	if (verdict.isValid || verdict.reason === 'noHeader' || verdict.reason === 'malformedHeader') {
		return { credentials, verdict };
	}
	// The secret may have been changed a moment ago; a changed one works at once.
	const changed = await rereadCredentials(context);
	if (!changed) return { credentials, verdict };
	return { credentials: changed, verdict: verifySignature(rawBody, header, changed.appSecrets) };
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

	acknowledgeWhenAnswered(context, store, newIds);
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

function acknowledgeWhenAnswered(context: IWebhookFunctions, store: Store, messageIds: string[]): void {
	const response = context.getResponseObject();
	const receiver = receiverOf(context);
	response.once('finish', () => {
		if (response.statusCode !== 200) return;
		store
			.acknowledgeMessages(receiver, messageIds, Date.now())
			.catch((error: unknown) =>
				context.logger.error('WhatsApp Session Trigger: handled messages could not be marked as such', { error }),
			);
	});
}

// Listening for a test event is a receiver of its own: it must not use up a message that the live workflow waits for.
function receiverOf(context: IWebhookFunctions): string {
	const mode = context.getMode() === 'manual' ? 'test' : 'live';
	return `${mode}/${context.getWorkflow().id}/${context.getNode().id}`;
}

function isMessage(event: WebhookEvent): event is Message {
	return event.event === 'message';
}
