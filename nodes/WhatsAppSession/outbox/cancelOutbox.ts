import type { IDataObject } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { toOutboxItem } from '../../shared/n8n/items/toOutboxItem';
import { asObject } from '../../shared/n8n/parameters/asObject';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import type { KeptMessage } from '../../shared/store/Outbox';
import type { RegisterRun } from '../register/openRegisterRun';

const NAME = 'outboxKey';
const PARAMETER = 'Outbox Key';
const PAGE_SIZE = 500;

/**
 * Takes back all messages that wait under a key, whoever they are for.
 *
 * @returns the item with `outbox`: the key, how many were cancelled, and each of them
 * @throws {InvalidInputError} when the key is empty
 */
export async function cancelOutbox({ account, store, read, items, now }: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const given = isLeftEmpty(read.stored(NAME)) ? asObject(items[itemIndex]?.json.outbox).key : read(NAME, itemIndex, '');
	const label = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
	if (label === '') {
		throw new InvalidInputError(
			PARAMETER,
			`'${PARAMETER}' is empty or no text.`,
			"Give the 'Send-Once Key' with which the message was kept, or the outbox.key that Send Free-form has put out.",
		);
	}
	const wanted = { businessAccountId: account.credentials.businessAccountId, state: 'kept' as const, label, atMs: now.toMillis() };
	const cancelled: KeptMessage[] = [];
	for (let after = 0, page: KeptMessage[]; ; after = page.at(-1)?.outboxId ?? after) {
		page = await store.listOutbox({ ...wanted, after, limit: PAGE_SIZE });
		if (page.length === 0) break;
		cancelled.push(...(await store.cancelOutbox(page.map(({ outboxId }) => outboxId), now.toMillis())));
	}
	return [{ ...items[itemIndex]?.json, outbox: { key: label, cancelled: cancelled.length, messages: cancelled.map(toOutboxItem) } }];
}
