import type { IDataObject } from 'n8n-workflow';

import { deriveConsent } from '../../shared/domain/deriveConsent';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import type { ContactKey, ForgottenContact } from '../../shared/store/Contacts';
import { findPerson } from '../register/findPerson';
import type { RegisterRun } from '../register/openRegisterRun';
import { toContactJson } from './toContactJson';

/**
 * Gives all that is on record of the person of an item.
 *
 * @returns the item with `contact`
 */
export async function exportContact(run: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const record = await run.store.exportContact(await findKey(run, itemIndex));
	return [{ ...run.items[itemIndex]?.json, contact: toContactJson(record) }];
}

/**
 * Removes all that is on record of the person of an item; a dry run only says what that would be.
 *
 * @returns `forgotten`, the counts; nothing else of the item, which would carry the person's data on
 */
export async function forgetContact(run: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const isDryRun = readSwitch(run.read, 'options.dryRun', 'Dry Run', itemIndex);
	const key = await findKey(run, itemIndex);
	const forgotten = isDryRun ? await countContact(run, key) : await run.store.forgetContact(key);
	return [{ forgotten: { ...forgotten, isDryRun } }];
}

async function countContact({ store }: RegisterRun, key: ContactKey): Promise<ForgottenContact> {
	const { sessions, consent, sends, waits, gatherings, outbox, renamings } = await store.exportContact(key);
	const optOuts = deriveConsent(consent).facts.filter(({ state }) => state === 'optedOut');
	return {
		sessions: sessions.length,
		consent: consent.length,
		sends: sends.length,
		waits: waits.length,
		gatherings: gatherings.length,
		outbox: outbox.length,
		renamings: renamings.length,
		keptOptOuts: optOuts.map(({ kind }) => kind),
	};
}

async function findKey(run: RegisterRun, itemIndex: number): Promise<ContactKey> {
	const { account } = run;
	const { bsuid, waId } = await findPerson(run, itemIndex);
	const phoneNumberIds = (await account.listPhoneNumbers()).map(({ id }) => id);
	return { businessAccountId: account.credentials.businessAccountId, phoneNumberIds, user: { bsuid, waId } };
}
