import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { NO_CONSENT_ON_RECORD, type ConsentEntry } from '../../shared/domain/Consent';
import { groupOf } from '../../shared/domain/groupAsUser';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { findPerson } from '../register/findPerson';
import { openRegisterRun, type RegisterRun } from '../register/openRegisterRun';
import { readRow, runRows } from '../register/runRows';
import { toPersonJson } from '../register/toPersonJson';
import { toFactJson, toStatesJson } from './toConsentJson';

/** What an item says about its person's consent. */
export type EntryReader = (run: RegisterRun, itemIndex: number) => Omit<ConsentEntry, 'businessAccountId' | 'user'>;

/**
 * Enters what every item says into the ledger. What is there already is not entered again.
 *
 * @returns each item with `consentEntry`, what was entered and of whom, and `consent`, the states that follow from all that is on record
 */
export async function recordEntries(context: IExecuteFunctions, readEntry: EntryReader): Promise<INodeExecutionData[]> {
	const run = await openRegisterRun(context);
	const { account, store, items } = run;
	const { businessAccountId } = account.credentials;
	const rows = [];
	for (const itemIndex of items.keys()) {
		rows.push(
			await readRow(async (): Promise<ConsentEntry> => {
				const person = await findPerson(run, itemIndex);
				if (groupOf(person) !== undefined) throw isNoPerson();
				const { bsuid, waId } = person;
				return { businessAccountId, user: { bsuid, waId }, ...readEntry(run, itemIndex) };
			}),
		);
	}
	return await runRows(context, rows, async (entries) => {
		await store.recordConsent(entries);
		const consents = await store.findConsent(businessAccountId, entries.map(({ user }) => user));
		return entries.map((entry, position) => ({
			consentEntry: { recipient: toPersonJson(entry.user), kind: entry.kind, ...toFactJson(entry) },
			consent: toStatesJson(consents[position] ?? NO_CONSENT_ON_RECORD),
		}));
	});
}

function isNoPerson(): InvalidInputError {
	return new InvalidInputError(
		'Recipient',
		"'Recipient' is a group, and consent is given by each person alone, so nothing was recorded.",
		"Record it for each person of the group, by a phone number or business-scoped user ID (BSUID) in 'Recipient'.",
	);
}
