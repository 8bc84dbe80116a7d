import { query } from '../query';
import type { SendOutcome } from '../SendLog';
import type { SqlScript } from '../SqlScript';
import { giveChargesBack, lockPlaces } from './claimWithinBudget';
import { planStatuses } from './planStatuses';
import { recordConsent } from './recordConsent';
import { recordEvidence } from './recordEvidence';
import type { SendRow } from './SendRow';
import { toStatusRow, toStoredStatus, type StatusRow } from './StatusRow';
import { toStoredSend } from './toStoredSend';

/**
 * Records how claimed sends ended; see `SendLog.recordOutcomes`.
 *
 * An outcome whose claim is not on record changes nothing: the message has gone out, and an error would only make
 * somebody send it again.
 */
export function* recordOutcomes(outcomes: SendOutcome[]): SqlScript<void> {
	const released = outcomes.filter(({ state }) => state === 'released');
	const settled = outcomes.filter(({ state }) => state !== 'released');
	const messageIds = settled.flatMap((outcome) => (outcome.state === 'sent' ? [outcome.messageId] : []));
	if (messageIds.length > 0) yield* query('lockMessages', messageIds);
	if (released.length > 0) {
		yield* lockPlaces(released);
		yield* giveChargesBack(released, yield* query<{ send_once_key: string }>('releaseSends', released.map(toTryRow)));
	}
	if (settled.length > 0) yield* query('settleSends', settled.map(toOutcomeRow));
	if (messageIds.length > 0) yield* takeEarlyStatuses(messageIds);
}

/** Statuses may overtake the answer to the request: those that did are now given to their sends. */
function* takeEarlyStatuses(messageIds: string[]): SqlScript<void> {
	const early = yield* query<StatusRow>('findEarlyStatuses', messageIds);
	if (early.length === 0) return;
	const sends = yield* query<SendRow>('findSendsByMessageId', early.map((row) => row.message_id));
	const statuses = early.map((row) => ({ ...toStoredStatus(row), phoneNumberId: '', user: {} }));
	const { ofSends, refusals, optOuts } = planStatuses(statuses, sends.map(toStoredSend), []);
	if (ofSends.length > 0) {
		yield* query('saveSendStatuses', ofSends.map(toStatusRow));
		yield* query('removeEarlyStatuses', ofSends.map(({ messageId }) => messageId));
	}
	yield* recordConsent(optOuts);
	yield* recordEvidence(refusals);
}

function toTryRow({ sendOnceKey, claimId }: SendOutcome) {
	return { send_once_key: sendOnceKey, claim_id: claimId ?? null };
}

function toOutcomeRow(outcome: SendOutcome) {
	const { messageId, sentAtMs } = outcome.state === 'sent' ? outcome : {};
	return {
		...toTryRow(outcome),
		state: outcome.state,
		message_id: messageId ?? null,
		sent_at_ms: sentAtMs ?? null,
	};
}
