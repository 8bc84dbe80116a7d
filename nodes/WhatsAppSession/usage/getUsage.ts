import type { IDataObject } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readTimeZone } from '../../shared/domain/readTimeZone';
import type { RateTable } from '../../shared/domain/usage/RateTable';
import { readMonth } from '../../shared/domain/usage/readMonth';
import { readRateFile } from '../../shared/domain/usage/readRateFile';
import { readRateTable } from '../../shared/domain/usage/readRateTable';
import { summarizeUsage } from '../../shared/domain/usage/summarizeUsage';
import { findBinary } from '../../shared/n8n/files/findFile';
import { toChosenId } from '../../shared/n8n/account/resolvePhoneNumberId';
import { toUsageJson } from '../../shared/n8n/items/toUsageJson';
import type { RegisterRun } from '../register/openRegisterRun';

/**
 * Counts the messages of a month, one object for each business number; what the store has seen no status of is not among them.
 *
 * @throws {InvalidInputError} when the month, the time zone or the rates cannot be read
 * @throws {SessionStoreError} when the store cannot be read
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 */
export async function getUsage(run: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const { account, store, read, now, zone } = run;
	const timeZone = readZone(read('options.timeZone', itemIndex, ''), zone);
	const month = readMonth(read('month', itemIndex, ''), now, timeZone);
	const rates = await readRates(run, itemIndex);
	const chosen = toChosenId(read('businessNumberId', itemIndex, ''));
	const numbers = await account.listPhoneNumbers();
	const phoneNumberIds = chosen === undefined ? numbers.map(({ id }) => id) : [chosen];
	const counts = await store.countUsage(phoneNumberIds, month.fromMs, month.untilMs);
	return summarizeUsage(counts, phoneNumberIds).map((usage) => {
		const displayed = numbers.find(({ id }) => id === usage.phoneNumberId)?.displayPhoneNumber;
		return toUsageJson(usage, { month: month.name, timeZone, phoneNumber: displayed, rates });
	});
}

function readZone(value: unknown, zoneOfWorkflow: string): string {
	return value === '' || value === undefined || value === null ? zoneOfWorkflow : readTimeZone('Time Zone', value, "the workflow's time zone");
}

async function readRates({ context, read }: RegisterRun, itemIndex: number): Promise<RateTable | undefined> {
	const file = String(read('options.rateFile', itemIndex, '')).trim();
	const table = read('options.rateTable', itemIndex, '');
	if (file === '') return table === '' || table === undefined || table === null ? undefined : readRateTable(table);
	if (findBinary(context, itemIndex, file) === undefined) {
		throw new InvalidInputError('Rate File', `The item has no file in the field '${file}' of 'Rate File'.`, 'Give the name of the file field, for example data, as the node that reads the file calls it.');
	}
	const content = await context.helpers.getBinaryDataBuffer(itemIndex, file);
	return readRateTable(readRateFile(content.toString('utf8')));
}
