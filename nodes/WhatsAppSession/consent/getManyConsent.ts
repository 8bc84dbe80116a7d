import type { IDataObject } from 'n8n-workflow';

import type { Consent, ConsentKind } from '../../shared/domain/Consent';
import { findDecidingFact } from '../../shared/domain/deriveConsent';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { parseInstant } from '../../shared/domain/parseInstant';
import type { UserIdentity } from '../../shared/domain/Session';
import { addressOfPerson } from '../../shared/n8n/parameters/addressOfPerson';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import type { RegisterRun } from '../register/openRegisterRun';
import { readLimit } from '../register/readLimit';
import { readKind } from './optInOrOut';
import { toDetailJson, toStatesJson } from './toConsentJson';

/** Entries that are read in one statement. */
const PAGE_SIZE = 1_000;
const STATES = ['optedIn', 'optedOut', 'any'] as const;

interface ConsentFilters {
	kind: ConsentKind;
	state: (typeof STATES)[number];
	sinceMs: number;
}

/**
 * Lists the people whose consent to a kind of message is on record, each once, in the order in which the first of it came on record.
 *
 * @returns items that Send Template takes as they are
 */
export async function getManyConsent(run: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const { account, store, context } = run;
	const { businessAccountId } = account.credentials;
	const limit = readLimit(run.read, itemIndex);
	const filters = readFilters(run, itemIndex);
	const kinds: ConsentKind[] = [...new Set<ConsentKind>([filters.kind, 'everything'])];
	const seen = new Set<string>();
	const jsons: IDataObject[] = [];
	let after = 0;
	for (;;) {
		context.getExecutionCancelSignal()?.throwIfAborted();
		const holders = await store.listConsentHolders(businessAccountId, kinds, after, PAGE_SIZE);
		const people = holders.map(({ user }) => user).filter((user) => isNew(user, seen));
		const consents = await store.findConsent(businessAccountId, people);
		jsons.push(...people.flatMap((user, position) => toJson(user, consents[position], filters)));
		after = holders.at(-1)?.entryId ?? after;
		if (holders.length < PAGE_SIZE || jsons.length >= limit) return jsons.slice(0, limit);
	}
}

function readFilters(run: RegisterRun, itemIndex: number): ConsentFilters {
	const { read, zone } = run;
	const state = STATES.find((known) => known === read('state', itemIndex, 'optedIn'));
	if (!state) {
		throw new InvalidInputError('State', `'State' is unknown: ${String(read('state', itemIndex)).slice(0, 40)}`, 'Choose one of: optedIn, optedOut, any.');
	}
	const sinceMs = isLeftEmpty(read.stored('filters.since')) ? 0 : parseInstant(read('filters.since', itemIndex), 'Since', zone).toMillis();
	return { kind: readKind(run, itemIndex), state, sinceMs };
}

/** Under either name: entries may name one of the two alone. */
function isNew({ bsuid, waId }: UserIdentity, seen: Set<string>): boolean {
	const names = [bsuid, waId].filter((name) => name !== undefined);
	const isKnown = names.some((name) => seen.has(name));
	for (const name of names) seen.add(name);
	return !isKnown;
}

function toJson(user: UserIdentity, consent: Consent | undefined, { kind, state, sinceMs }: ConsentFilters): IDataObject[] {
	const fact = consent && findDecidingFact(consent.facts, kind);
	if (!consent || !fact || (state !== 'any' && fact.state !== state) || fact.atMs < sinceMs) return [];
	const recipient = addressOfPerson({ ...user, phoneNumber: user.waId && `+${user.waId}` }) ?? null;
	return [{ recipient, ...toDetailJson(kind, fact), consent: toStatesJson(consent) }];
}
