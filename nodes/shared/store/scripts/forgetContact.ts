import type { ConsentKind } from '../../domain/Consent';
import { deriveConsent } from '../../domain/deriveConsent';
import type { ContactKey, ForgottenContact } from '../Contacts';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toConsentFact } from './ConsentRow';
import { digestName } from './digestName';
import { findContact, type ContactRows } from './findContact';
import { findForgottenFacts } from './findForgottenFacts';

/**
 * Removes all that is on record of a person, and keeps the opt-outs; see `Contacts.forgetContact`.
 *
 * @param newKey - random; becomes the account's key for digests where it has none yet
 */
export function* forgetContact(contact: ContactKey, newKey: string): SqlScript<ForgottenContact> {
	const { businessAccountId } = contact;
	yield* query('lockConsent');
	const rows = yield* findContact(contact);
	const keptOptOuts = yield* keepOptOuts(businessAccountId, rows, newKey);
	const { sessions, entries, sends, waits, gatherings, outbox, renamings, wanted } = rows;
	yield* query('removeSessions', sessions.map(({ session_id }) => session_id));
	yield* query('removeConsent', entries.map(({ entry_id }) => entry_id));
	yield* query('removeSends', sends.map(({ send_once_key }) => send_once_key));
	yield* query('removeWaits', waits.map(({ wait_id }) => wait_id));
	yield* query('removeGatherings', gatherings.map(({ gathering_id }) => gathering_id));
	yield* query('removeStoreEvents', 'givenUp', outbox.map(({ outbox_key }) => outbox_key));
	yield* query('removeOutbox', outbox.map(({ outbox_id }) => Number(outbox_id)));
	yield* query('removeRenamings', businessAccountId, wanted);
	return {
		sessions: sessions.length,
		consent: entries.length,
		sends: sends.length,
		waits: waits.length,
		gatherings: gatherings.length,
		outbox: outbox.length,
		renamings: renamings.length,
		keptOptOuts,
	};
}

/**
 * Each name of the person keeps each opt-out, also the names that only an entry shows: one of them may be what the person writes under next.
 * What was kept when the person was forgotten before counts along.
 */
function* keepOptOuts(businessAccountId: string, { names, entries }: ContactRows, newKey: string): SqlScript<ConsentKind[]> {
	const all = new Set([...names, ...entries.map(({ bsuid, wa_id }) => ({ bsuid, waId: wa_id }))].flatMap(({ bsuid, waId }) => [bsuid, waId]).filter(isText));
	const earlier = yield* findForgottenFacts(businessAccountId, [...all]);
	const { facts } = deriveConsent([...entries.map(toConsentFact), ...earlier]);
	const optOuts = facts.filter(({ state }) => state === 'optedOut');
	if (optOuts.length === 0) return [];
	yield* query('makeForgettingKey', businessAccountId, newKey);
	const keys = yield* query<{ business_account_id: string; key: string }>('findForgettingKeys');
	const key = keys.find(({ business_account_id }) => business_account_id === businessAccountId)?.key ?? newKey;
	const kept = [...all].flatMap((name) =>
		optOuts.map(({ kind, atMs }) => ({
			business_account_id: businessAccountId,
			digest: digestName(key, businessAccountId, name),
			category: kind,
			at_ms: atMs,
		})),
	);
	yield* query('recordForgottenOptOuts', kept);
	return optOuts.map(({ kind }) => kind);
}

function isText(name: string | null | undefined): name is string {
	return typeof name === 'string' && name !== '';
}
