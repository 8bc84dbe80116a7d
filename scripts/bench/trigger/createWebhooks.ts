import { signWebhook, type SignedWebhook } from '../load/signWebhook.ts';
import { toMessagesWebhook } from '../load/toMessagesWebhook.ts';
import { toStatusesWebhook } from '../load/toStatusesWebhook.ts';
import type { TriggerCase } from './triggerCases.ts';

const CUSTOMERS = 10_000;

/** A webhook, and the IDs of the messages that it is about. */
export interface NewWebhook extends SignedWebhook {
	ids: string[];
}

/** Makes webhooks in which everything is new: no message ID comes twice, in no case. */
export interface WebhookSource {
	next(each: TriggerCase): NewWebhook;
	/** Numbers of the customers who have written to this pack's trigger. */
	writers: ReadonlySet<number>;
}

/** @param appSecret - signs the webhooks */
export function createWebhooks(appSecret: string): WebhookSource {
	let count = 0;
	const writers = new Set<number>();
	const toUpdate = (inARow: number) => {
		count += 1;
		const id = `wamid.BENCH${String(count).padStart(8, '0')}`;
		return { id, customer: Math.floor(count / inARow) % CUSTOMERS, text: 'Where is my order?' };
	};
	return {
		writers,
		next({ kind, update, updates, inARow = 1 }) {
			const all = Array.from({ length: updates }, () => toUpdate(inARow));
			const ids = all.map(({ id }) => id);
			if (update === 'status') return { ...signWebhook(toStatusesWebhook(all), appSecret), ids };
			if (kind === 'trigger' || kind === 'combining') for (const { customer } of all) writers.add(customer);
			return { ...signWebhook(toMessagesWebhook(all), appSecret), ids };
		},
	};
}
