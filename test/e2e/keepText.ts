import { openStore } from '../../nodes/shared/store/openStore';
import type { StoreConfig } from '../../nodes/shared/store/StoreConfig';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID } from '../support/openStage';

/** A text that waits for its person to write. */
export interface KeptText {
	key: string;
	waId: string;
	text: string;
	/** When it is given up; epoch milliseconds, UTC. */
	expiresAtMs: number;
}

/** Keeps a text in the outbox, as 'Keep It and Nudge' does, with any end: builders count in days. */
export async function keepText(config: StoreConfig, { key, waId, text, expiresAtMs }: KeptText): Promise<void> {
	const content = { type: 'text', payloads: [{ type: 'text', text: { body: text } }], names: [], safetyMarginMs: 0, nodeName: 'Send' };
	const of = { businessAccountId: BUSINESS_ACCOUNT_ID, phoneNumberId: PHONE_NUMBER_ID, user: { waId } };
	const store = openStore(config);
	try {
		await store.keepMessage({ key, label: key, ...of, content: JSON.stringify(content), keptAtMs: expiresAtMs - 1, expiresAtMs });
	} finally {
		await store.close();
	}
}
