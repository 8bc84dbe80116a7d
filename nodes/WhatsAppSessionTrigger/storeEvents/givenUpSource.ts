import type { INodeExecutionData } from 'n8n-workflow';

import type { Account } from '../../shared/n8n/account/openAccount';
import { readKeptContent } from '../../shared/sending/outbox/KeptContent';
import { OUTBOX_LEASE_MS } from '../../shared/sending/outbox/sendKept';
import type { KeptMessage } from '../../shared/store/Outbox';
import type { SendRecord } from '../../shared/store/SendLog';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { toGivenUpItem } from '../items/toGivenUpItem';
import type { StoreEventSource } from './StoreEventSource';

const BATCH_SIZE = 500;

/**
 * Finds the messages of the outbox that are given up, a minute after their end: the clock of a sender may be behind.
 *
 * A message that WhatsApp has, though its process died before it could say so, is none of them.
 */
export function givenUpSource(chosen: Pick<TriggerSettings, 'registeredPhoneNumberId' | 'phoneNumberIds'>): StoreEventSource {
	return {
		kind: 'givenUp',
		async find({ store, credentials }, receiver, atMs) {
			const { businessAccountId } = credentials;
			const look = { receiver, businessAccountId, phoneNumberIds: toNumbers(chosen), atMs, endedByMs: atMs - OUTBOX_LEASE_MS, limit: BATCH_SIZE };
			while ((await store().addGivenUp(look)) === BATCH_SIZE);
		},
		async toItem({ store, credentials }, key, atMs): Promise<INodeExecutionData | undefined> {
			const [kept] = await store().findKeptMessages([key], atMs);
			if (kept?.state !== 'givenUp') return undefined;
			const tries = await findTries(store(), kept);
			if (tries.length > 0 && tries.every((send) => send?.state === 'sent' && send.status !== 'failed')) return undefined;
			const isUndecided = tries.some((send) => send !== undefined && send.status !== 'failed');
			return { json: toGivenUpItem(kept, isUndecided, credentials.businessAccountId) };
		},
	};
}

/** Undefined for all of the account. */
function toNumbers({ registeredPhoneNumberId, phoneNumberIds }: Parameters<typeof givenUpSource>[0]): string[] | undefined {
	if (registeredPhoneNumberId === undefined) return phoneNumberIds.length === 0 ? undefined : phoneNumberIds;
	return phoneNumberIds.length === 0 || phoneNumberIds.includes(registeredPhoneNumberId) ? [registeredPhoneNumberId] : [];
}

/** What is on record of each of its parts. */
async function findTries(store: ReturnType<Account['store']>, { content }: KeptMessage): Promise<Array<SendRecord | undefined>> {
	return await store.findSendsByName(readKeptContent(content)?.names ?? []);
}
