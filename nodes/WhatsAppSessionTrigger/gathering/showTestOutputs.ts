import type { INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { toNodeError } from '../../shared/n8n/items/toNodeError';
import { openAccount } from '../../shared/n8n/account/openAccount';
import { testReceiverOf } from './testReceiverOf';

const LEASE_MS = 60_000;
const MOST = 100;

/** Gives n8n the items of the webhook that was posted last for a test; see `keepTestOutputs`. What is left of earlier ones is removed. */
export function showTestOutputs(context: ITriggerFunctions): ITriggerResponse {
	const show = async () => {
		const store = (await openAccount(context)).store();
		const atMs = Date.now();
		const kept = await store.claimGatherings({ receiver: testReceiverOf(context), atMs, leaseUntilMs: atMs + LEASE_MS, limit: MOST });
		await store.removeGatherings(kept.map(({ gatheringId }) => gatheringId));
		const event = kept.at(-1)?.messages[0]?.event;
		context.emit(event === undefined ? [] : (JSON.parse(event) as INodeExecutionData[][]));
	};
	return {
		manualTriggerFunction: async () =>
			await show().catch((error: unknown) => {
				throw toNodeError(context.getNode(), error);
			}),
	};
}
