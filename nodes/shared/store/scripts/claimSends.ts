import { query } from '../query';
import type { SendClaim, SendRecord } from '../SendLog';
import { SessionStoreError } from '../SessionStoreError';
import type { SqlScript } from '../SqlScript';
import { findNamesOf, type NameRow } from './findNamesOf';
import { findSendToPerson } from './findSendsByName';
import type { SendRow } from './SendRow';
import { toKeyRow } from './toKeyRow';
import { toStoredSend } from './toStoredSend';

// Each turn after the first one needs somebody who claims a key and releases it just in between.
const MOST_TURNS = 10;

/**
 * Claims sends; see `SendLog.claimSends`. Of a key that occurs twice, the first occurrence claims.
 *
 * @throws {SessionStoreError} when a key can neither be claimed nor found, again and again; nothing is claimed then
 */
export function* claimSends(claims: SendClaim[]): SqlScript<Array<SendRecord | undefined>> {
	const groups = claims.flatMap(({ perPerson }) => (perPerson ? [perPerson.group] : []));
	if (groups.length > 0) yield* query('lockSendGroups', [...new Set(groups)]);
	// A message that failed on its way has reached nobody.
	if (claims.length > 0) yield* query('retireFailedSends', [...new Set(claims.map(({ sendOnceKey }) => sendOnceKey))]);
	const answers = new Map<SendClaim, SendRecord | undefined>();
	const open: SendClaim[] = [];
	for (const claim of claims) {
		if (claim.takesOver) answers.set(claim, yield* takeOver(claim));
		else if (claim.perPerson) answers.set(claim, yield* claimForPerson(claim));
		else open.push(claim);
	}
	for (const [claim, record] of yield* claimKeys(open)) answers.set(claim, record);
	return claims.map((claim) => answers.get(claim));
}

function* takeOver(claim: SendClaim): SqlScript<SendRecord | undefined> {
	const row = { ...toClaimRow(claim), former_claim_id: claim.takesOver?.claimId ?? null };
	const won = yield* query('takeOverSends', [row]);
	if (won.length > 0) return undefined;
	return (yield* claimKeys([claim])).get(claim);
}

/** One after the other: two claims of one call may name the same person in two ways. */
function* claimForPerson(claim: SendClaim): SqlScript<SendRecord | undefined> {
	if (!claim.perPerson) return undefined;
	const names = yield* findNamesOf(claim.perPerson.businessAccountId, claim.user);
	const earlier = yield* findSendToPerson(claim, claim.perPerson, names);
	return earlier ?? (yield* claimKeys([claim], names.find(({ bsuid, wa_id }) => bsuid && wa_id))).get(claim);
}

/**
 * Claims by the key alone; gives undefined for what is claimed now, else what is on record.
 *
 * @param person - both names of the person, where they are known
 */
function* claimKeys(claims: SendClaim[], person?: NameRow): SqlScript<Map<SendClaim, SendRecord | undefined>> {
	const onRecord = new Map<string, SendRecord>();
	const own = new Set<SendClaim>();
	let open = firstOfEachKey(claims);
	// More than one turn only when a claim was released between the two statements: then it is free after all.
	for (let turn = 1; open.length > 0; turn++) {
		if (turn > MOST_TURNS) throw toEndlessClaimError(open.length);
		const won = yield* query<{ send_once_key: string }>('claimSends', open.map((claim) => toClaimRow(claim, person)));
		const wonKeys = new Set(won.map((row) => row.send_once_key));
		for (const claim of open.filter(({ sendOnceKey }) => wonKeys.has(sendOnceKey))) {
			own.add(claim);
			onRecord.set(claim.sendOnceKey, toRecord(claim));
		}
		const lost = open.map(({ sendOnceKey }) => sendOnceKey).filter((key) => !wonKeys.has(key));
		const rows = lost.length > 0 ? yield* query<SendRow>('findSendsByKey', lost) : [];
		for (const row of rows) onRecord.set(row.send_once_key, toStoredSend(row).record);
		open = open.filter(({ sendOnceKey }) => !onRecord.has(sendOnceKey));
	}
	return new Map(claims.map((claim) => [claim, own.has(claim) ? undefined : onRecord.get(claim.sendOnceKey)]));
}

function toRecord({ sendOnceKey, phoneNumberId, user, claimId, sentAs, claimedAtMs, origin }: SendClaim): SendRecord {
	return { sendOnceKey, phoneNumberId, user, claimId, sentAs, claimedAtMs, origin, state: 'claimed', errorCodes: [] };
}

/** Does not name the keys: what a person wrote may be part of them. */
function toEndlessClaimError(count: number): SessionStoreError {
	return new SessionStoreError(`The session store can neither claim nor find ${count} send-once ${count === 1 ? 'key' : 'keys'}.`, {
		advice: "Nothing was sent for them. Run it again; if it happens again, write a simpler 'Send-Once Key'.",
	});
}

function firstOfEachKey(claims: SendClaim[]): SendClaim[] {
	const first = new Map<string, SendClaim>();
	for (const claim of claims) if (!first.has(claim.sendOnceKey)) first.set(claim.sendOnceKey, claim);
	return [...first.values()];
}

function toClaimRow(claim: SendClaim, person?: NameRow) {
	const [phone_number_id, bsuid, wa_id] = toKeyRow(claim);
	const countsForPerson = claim.perPerson !== undefined || claim.template !== undefined;
	return {
		send_once_key: claim.sendOnceKey,
		send_group: claim.perPerson?.group ?? null,
		person_bsuid: countsForPerson ? (bsuid ?? person?.bsuid ?? null) : null,
		person_wa_id: countsForPerson ? (wa_id ?? person?.wa_id ?? null) : null,
		claim_id: claim.claimId ?? null,
		phone_number_id,
		bsuid,
		wa_id,
		sent_as: claim.sentAs,
		claimed_at_ms: claim.claimedAtMs,
		origin: claim.origin ? JSON.stringify(claim.origin) : null,
		business_account_id: claim.template?.businessAccountId ?? null,
		template_category: claim.template?.category ?? null,
		counts_as: claim.countsAs ?? null,
	};
}
