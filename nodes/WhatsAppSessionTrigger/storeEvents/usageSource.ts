import { DateTime } from 'luxon';
import type { INodeExecutionData } from 'n8n-workflow';

import { reachedThresholds, type ReachedThreshold } from '../../shared/domain/usage/reachedThresholds';
import { readMonth, type Month } from '../../shared/domain/usage/readMonth';
import { summarizeUsage } from '../../shared/domain/usage/summarizeUsage';
import { watchedMonths } from '../../shared/domain/usage/watchedMonths';
import type { CountedUsage } from '../../shared/domain/usage/UsageThresholds';
import { createNumberList } from '../../shared/n8n/account/createNumberList';
import type { Account } from '../../shared/n8n/account/openAccount';
import { isOfChosenNumber } from '../choice/isWanted';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { toUsageReachedItem } from '../items/toUsageReachedItem';
import type { StoreEventSource } from './StoreEventSource';
import type { UsageSettings } from './UsageSettings';

/** What is chosen of the business numbers. */
type ChosenNumbers = Pick<TriggerSettings, 'registeredPhoneNumberId' | 'phoneNumberIds'>;

/**
 * Finds the thresholds that business numbers have reached. Where all of a month are on record its messages are not even counted.
 *
 * @param now - the clock; epoch milliseconds
 */
export function usageSource(chosen: ChosenNumbers, { thresholds, timeZone }: UsageSettings, now: () => number): StoreEventSource {
	const kind = 'usageReached';
	const numbersOf = createNumberList(now);
	const all = reachedThresholds({ freeUsed: Infinity, charged: Infinity }, thresholds);

	/** Gives the subjects of a month that are not on record. */
	async function findNew(account: Account, receiver: string, phoneNumberIds: string[], month: Month): Promise<string[]> {
		const store = account.store();
		const wanted = phoneNumberIds.flatMap((id) => all.map((reached) => toSubject(id, month, reached)));
		const known = new Set(await store.findStoreEvents({ receiver, kind }, wanted));
		const open = phoneNumberIds.filter((id) => all.some((reached) => !known.has(toSubject(id, month, reached))));
		if (open.length === 0) return [];
		const counts = await store.countUsage(open, month.fromMs, month.untilMs);
		return summarizeUsage(counts, open)
			.flatMap((usage) => reachedThresholds(usage, thresholds).map((reached) => toSubject(usage.phoneNumberId, month, reached)))
			.filter((subject) => !known.has(subject));
	}

	return {
		kind,
		async find(account, receiver, atMs) {
			const beganAtMs = await account.store().watchStoreEvents({ receiver, kind }, atMs);
			const numbers = (await numbersOf(account)).map(({ id }) => id).filter((phoneNumberId) => isOfChosenNumber({ phoneNumberId }, chosen));
			for (const month of watchedMonths(toInstant(atMs), timeZone, beganAtMs)) {
				await account.store().addStoreEvents({ receiver, kind }, await findNew(account, receiver, numbers, month), atMs);
			}
		},
		async toItem(account, subject, atMs): Promise<INodeExecutionData> {
			const { phoneNumberId, month: name, ...reached } = readSubject(subject);
			const month = readMonth(name, toInstant(atMs), timeZone);
			const [usage] = summarizeUsage(await account.store().countUsage([phoneNumberId], month.fromMs, month.untilMs), [phoneNumberId]);
			if (!usage) throw new Error('There are no figures of a business number.');
			const phoneNumber = (await numbersOf(account)).find(({ id }) => id === phoneNumberId)?.displayPhoneNumber;
			const { businessAccountId } = account.credentials;
			return { json: toUsageReachedItem(reached, usage, { month: name, timeZone, phoneNumber }, businessAccountId) };
		},
	};
}

function toSubject(phoneNumberId: string, { name }: Month, { counted, threshold }: ReachedThreshold): string {
	return JSON.stringify([phoneNumberId, name, counted, threshold]);
}

function readSubject(subject: string): ReachedThreshold & { phoneNumberId: string; month: string } {
	const [phoneNumberId, month, counted, threshold] = JSON.parse(subject) as [string, string, CountedUsage, number];
	return { phoneNumberId, month, counted, threshold };
}

function toInstant(atMs: number): DateTime<true> {
	return DateTime.fromMillis(atMs, { zone: 'utc' }) as DateTime<true>;
}
