import type { INodeExecutionData } from 'n8n-workflow';

import type { Recipient } from '../../domain/Recipient';
import { settleRecipient } from '../../domain/settleRecipient';
import { createPhoneNumberResolver } from '../account/createPhoneNumberResolver';
import type { Account } from '../account/openAccount';
import { readPhoneNumberId } from '../account/readPhoneNumberId';
import type { ParameterReader } from '../parameters/createParameterReader';
import { findCandidates, type AskedRecipient } from '../parameters/findCandidates';
import { readRecipient } from '../parameters/readRecipient';

/** Between whom the window of an item is. */
export interface AskedWindow {
	phoneNumberId: string;
	recipient: Recipient;
}

/**
 * Finds out between whom the window of each item is.
 *
 * The store is asked in one statement, and only where a number does not say by itself whose it is.
 *
 * @returns for each item, in the order of the items, the two sides or what is wrong with it
 * @throws {SessionStoreError} when the store has to be asked and cannot be read
 */
export async function findWindows(
	items: INodeExecutionData[],
	account: Account,
	read: ParameterReader,
): Promise<Array<AskedWindow | { error: unknown }>> {
	const resolve = createPhoneNumberResolver(account);
	const asked: Array<AskedRecipient | { error: unknown }> = [];
	for (const [itemIndex, item] of items.entries()) {
		try {
			const reading = readRecipient(read, item, itemIndex, account.credentials.numberCountry);
			asked.push({ reading, phoneNumberId: await resolve(readPhoneNumberId(read, item, itemIndex)) });
		} catch (error) {
			asked.push({ error });
		}
	}
	const isOnRecord = await findCandidates(account.store(), asked.filter((item) => 'reading' in item));
	return asked.map((item) => settle(item, isOnRecord));
}

function settle(
	asked: AskedRecipient | { error: unknown },
	isOnRecord: Awaited<ReturnType<typeof findCandidates>>,
): AskedWindow | { error: unknown } {
	if ('error' in asked) return asked;
	const { phoneNumberId, reading } = asked;
	try {
		return { phoneNumberId, recipient: settleRecipient(reading, (candidate) => isOnRecord(phoneNumberId, candidate)) };
	} catch (error) {
		return { error };
	}
}
