import { query } from '../query';
import type { PersonalKey, SendName, SendRecord } from '../SendLog';
import type { SqlScript } from '../SqlScript';
import { findNamesOf, type NameRow } from './findNamesOf';
import type { SendRow } from './SendRow';
import { toStoredSend } from './toStoredSend';

/** Looks sends up by what makes them unique; see `SendLog.findSendsByName`. */
export function* findSendsByName(names: SendName[]): SqlScript<Array<SendRecord | undefined>> {
	if (names.length === 0) return [];
	const rows = yield* query<SendRow>('findSendsByKey', [...new Set(names.map(({ sendOnceKey }) => sendOnceKey))]);
	const byKey = new Map(rows.map((row) => [row.send_once_key, toStoredSend(row).record]));
	const found: Array<SendRecord | undefined> = [];
	for (const name of names) {
		const own = byKey.get(name.sendOnceKey);
		const isFree = !own || own.status === 'failed';
		if (!isFree || !name.perPerson) found.push(own);
		else {
			const names = yield* findNamesOf(name.perPerson.businessAccountId, name.user);
			found.push((yield* findSendToPerson(name, name.perPerson, names)) ?? own);
		}
	}
	return found;
}

/**
 * Gives the send of a key of the builder's own under whatever name of the person, an accepted one first; none that failed.
 *
 * @param names - see `findNamesOf`
 */
export function* findSendToPerson(
	{ phoneNumberId }: Pick<SendName, 'phoneNumberId'>,
	{ group, formerGroup }: PersonalKey,
	names: NameRow[],
): SqlScript<SendRecord | undefined> {
	const rows = yield* query<SendRow>('findSendsOfPerson', group, formerGroup, phoneNumberId, names);
	const row = rows.find(({ state }) => state === 'sent') ?? rows[0];
	return row && toStoredSend(row).record;
}
