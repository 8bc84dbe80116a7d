import type { INodeExecutionData } from 'n8n-workflow';

import { asWrittenByWhatsApp } from '../../domain/asWrittenByWhatsApp';
import type { RecipientReading } from '../../domain/interpretRecipient';
import type { Recipient } from '../../domain/Recipient';
import { settleRecipient } from '../../domain/settleRecipient';
import type { PersonOnRecord } from '../../store/People';
import { createPhoneNumberResolver } from '../account/createPhoneNumberResolver';
import type { Account } from '../account/openAccount';
import { readPhoneNumberId } from '../account/readPhoneNumberId';
import type { ParameterReader } from '../parameters/createParameterReader';
import { readAddress, readRecipient } from '../parameters/readRecipient';

/** Between whom the window of an item is, and what is on record of it. */
export interface AskedWindow extends Partial<PersonOnRecord> {
	phoneNumberId: string;
	recipient: Recipient;
}

interface Asked {
	phoneNumberId: string;
	/** The person as the address stands; undefined where the numbering plan has to be asked first. */
	written?: Recipient;
	/** What the numbering plan makes of it. @throws {InvalidInputError} */
	interpret(): RecipientReading;
}

type Failed = { error: unknown };

/**
 * Finds out between whom the window of each item is, and reads from the store what is on record of it.
 *
 * The store is asked once for all items; once more only where the numbering plan makes another number of what was written.
 *
 * @returns for each item, in the order of the items, the window or what is wrong with the item
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function findWindows(
	items: INodeExecutionData[],
	account: Account,
	read: ParameterReader,
): Promise<Array<AskedWindow | Failed>> {
	const asked = await readItems(items, account, read);
	const written = await lookUp(account, asked.map(asWritten));
	const left = asked.map((item, index) => (written[index]?.some(isOnRecord) ? undefined : interpret(item)));
	const possible = await lookUp(account, left.map((item) => (item ? asInterpreted(item) : [])));
	return left.map((item, index) => (item ? settle(item, [...written[index]!, ...possible[index]!]) : written[index]![0]!));
}

async function readItems(items: INodeExecutionData[], account: Account, read: ParameterReader): Promise<Array<Asked | Failed>> {
	const resolve = createPhoneNumberResolver(account);
	const asked: Array<Asked | Failed> = [];
	for (const [itemIndex, item] of items.entries()) {
		try {
			const interpret = () => readRecipient(read, item, itemIndex, account.credentials.numberCountry);
			const written = asWrittenByWhatsApp(readAddress(read, item, itemIndex));
			// What is wrong with the person is said before what is wrong with the business number.
			const reading = written ? undefined : interpret();
			const phoneNumberId = await resolve(readPhoneNumberId(read, item, itemIndex));
			asked.push({ phoneNumberId, written, interpret: reading ? () => reading : interpret });
		} catch (error) {
			asked.push({ error });
		}
	}
	return asked;
}

type Interpreted = (Asked & { reading: RecipientReading }) | Failed;

function interpret(item: Asked | Failed): Interpreted {
	if ('error' in item) return item;
	try {
		return { ...item, reading: item.interpret() };
	} catch (error) {
		return { error };
	}
}

function asWritten(item: Asked | Failed): AskedWindow[] {
	return 'error' in item || !item.written ? [] : [{ phoneNumberId: item.phoneNumberId, recipient: item.written }];
}

/** Those whom the plan makes of it, but for the one who was looked up already. */
function asInterpreted(item: Interpreted): AskedWindow[] {
	if ('error' in item) return [];
	const { phoneNumberId, reading, written } = item;
	const candidates = 'recipient' in reading ? [reading.recipient] : reading.candidates;
	return candidates.filter((candidate) => !isSame(candidate, written)).map((recipient) => ({ phoneNumberId, recipient }));
}

function isSame(one: Recipient, other: Recipient | undefined): boolean {
	return one.bsuid === other?.bsuid && one.waId === other?.waId;
}

/** Adds to possible windows what is on record of them, in one statement for all; in none where there are none. */
async function lookUp({ credentials, store }: Account, possible: AskedWindow[][]): Promise<AskedWindow[][]> {
	const keys = possible.flatMap((windows) => windows.map(({ phoneNumberId, recipient: { bsuid, waId } }) => ({ phoneNumberId, user: { bsuid, waId } })));
	const people = keys.length === 0 ? [] : await store().findPeople(credentials.businessAccountId, keys);
	let next = 0;
	return possible.map((windows) => windows.map((window) => ({ ...window, ...people[next++] })));
}

function isOnRecord({ session }: AskedWindow): boolean {
	return session !== undefined;
}

function settle(item: Interpreted, possible: AskedWindow[]): AskedWindow | Failed {
	if ('error' in item) return item;
	const windowOf = (candidate: Recipient) => possible.find(({ recipient }) => isSame(recipient, candidate));
	try {
		const recipient = settleRecipient(item.reading, (candidate) => windowOf(candidate)?.session !== undefined);
		return windowOf(recipient) ?? { phoneNumberId: item.phoneNumberId, recipient };
	} catch (error) {
		return { error };
	}
}
