import { query } from '../query';
import type { SendClaim, SendRecord } from '../SendLog';
import { SessionStoreError } from '../SessionStoreError';
import type { SqlScript } from '../SqlScript';
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
	const onRecord = new Map<string, SendRecord>();
	const own = new Set<SendClaim>();
	let open = firstOfEachKey(claims);
	// A message that failed on its way has reached nobody.
	if (open.length > 0) yield* query('retireFailedSends', open.map(({ sendOnceKey }) => sendOnceKey));
	// More than one turn only when a claim was released between the two statements: then it is free after all.
	for (let turn = 1; open.length > 0; turn++) {
		if (turn > MOST_TURNS) throw toEndlessClaimError(open.length);
		const won = yield* query<{ send_once_key: string }>('claimSends', open.map(toClaimRow));
		const wonKeys = new Set(won.map((row) => row.send_once_key));
		for (const claim of open.filter(({ sendOnceKey }) => wonKeys.has(sendOnceKey))) {
			own.add(claim);
			onRecord.set(claim.sendOnceKey, { ...claim, state: 'claimed', errorCodes: [] });
		}
		const lost = open.map(({ sendOnceKey }) => sendOnceKey).filter((key) => !wonKeys.has(key));
		const rows = lost.length > 0 ? yield* query<SendRow>('findSendsByKey', lost) : [];
		for (const row of rows) onRecord.set(row.send_once_key, toStoredSend(row).record);
		open = open.filter(({ sendOnceKey }) => !onRecord.has(sendOnceKey));
	}
	return claims.map((claim) => (own.has(claim) ? undefined : onRecord.get(claim.sendOnceKey)));
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

function toClaimRow(claim: SendClaim) {
	const [phone_number_id, bsuid, wa_id] = toKeyRow(claim);
	return {
		send_once_key: claim.sendOnceKey,
		phone_number_id,
		bsuid,
		wa_id,
		sent_as: claim.sentAs,
		claimed_at_ms: claim.claimedAtMs,
		origin: claim.origin ? JSON.stringify(claim.origin) : null,
	};
}
