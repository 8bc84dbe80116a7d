import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { openStore } from '../../shared/store/openStore';
import { testReceiverOf } from './testReceiverOf';

/** Each is complete as soon as it is there. */
const AT_ONCE = { waitMs: 0, mostMessages: 1, mostMs: 0 };
const LEASE_MS = 60_000;

/**
 * Keeps the items of a webhook that was posted for a test, until n8n asks for them a moment later: for a test it takes what a trigger
 * emits in place of what its webhook gave, and may run it in another process.
 *
 * @throws {SessionStoreError} when the store could not be written
 */
export async function keepTestOutputs(
	context: IWebhookFunctions,
	{ credentials, deliveryId }: { credentials: Pick<SessionCredentials, 'store'>; deliveryId: string },
	outputs: INodeExecutionData[][],
): Promise<void> {
	const atMs = Date.now();
	const kept = { eventId: `outputs of ${deliveryId}`, phoneNumberId: '', user: { waId: 'test' }, event: JSON.stringify(outputs) };
	const delivery = { receiver: testReceiverOf(context), deliveryId, atMs, leaseUntilMs: atMs + LEASE_MS, limits: AT_ONCE, messages: [kept] };
	await openStore(credentials.store).gatherMessages(delivery);
}
