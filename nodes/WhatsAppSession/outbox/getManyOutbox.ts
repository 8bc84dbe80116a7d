import type { IDataObject } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { toOutboxItem } from '../../shared/n8n/items/toOutboxItem';
import type { OutboxState } from '../../shared/store/Outbox';
import type { RegisterRun } from '../register/openRegisterRun';
import { readLimit } from '../register/readLimit';
import { OUTBOX_STATES } from './outboxProperties';

const PAGE_SIZE = 500;

/**
 * Lists the messages of the account's outbox, oldest first.
 *
 * @throws {InvalidInputError} when the limit is none, or the state is unknown
 */
export async function getManyOutbox({ account, store, read, context, now }: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const limit = readLimit(read, itemIndex);
	const wanted = { businessAccountId: account.credentials.businessAccountId, state: readState(read('outboxState', itemIndex, 'any')), atMs: now.toMillis() };
	const jsons: IDataObject[] = [];
	for (let after = 0; jsons.length < limit; ) {
		context.getExecutionCancelSignal()?.throwIfAborted();
		const page = await store.listOutbox({ ...wanted, after, limit: Math.min(PAGE_SIZE, limit - jsons.length) });
		jsons.push(...page.map(toOutboxItem));
		if (page.length === 0) break;
		after = page.at(-1)?.outboxId ?? after;
	}
	return jsons;
}

function readState(value: unknown): OutboxState | undefined {
	if (value === 'any') return undefined;
	const state = OUTBOX_STATES.find((known) => known.value === value)?.value;
	if (state !== undefined) return state as OutboxState;
	throw new InvalidInputError('State', `'State' is unknown: ${String(value).slice(0, 40)}`, 'Choose one from the list.');
}
