import type { InboundAnswer } from '../../domain/InboundAnswer';
import type { AnsweringDelivery, AnswerReceipt } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { AnswerWaitRow } from './AnswerWaitRow';
import { holdOf } from './gatheringHold';
import { planAnswers } from './planAnswers';
import { toKeyRow } from './toKeyRow';

/** A wait, and the position of the message that may answer it. */
export interface WaitPair {
	position: number;
	wait_id: string;
}

const NOTHING: AnswerReceipt = { claimed: [], gathered: [], continued: [], asides: [], underWay: [] };

/** Claims the waits that messages answer; see `AnswerWaits.claimAnswers`. */
export function* claimAnswers(answers: InboundAnswer[], delivery: AnsweringDelivery): SqlScript<AnswerReceipt> {
	if (answers.length === 0) return NOTHING;
	const pairs = yield* findAnswerWaits(answers);
	return yield* claimFound(answers, pairs.filter(({ position }) => position >= 0), delivery);
}

/** Finds the waits that messages may answer. One that has ended, whosever it is, stands at position -1. */
export function* findAnswerWaits(answers: InboundAnswer[]): SqlScript<WaitPair[]> {
	return yield* query<WaitPair>('findAnswerWaits', answers.map(toAnswerRow));
}

/** Claims of the waits that were found for messages those that they do answer. */
export function* claimFound(answers: InboundAnswer[], pairs: WaitPair[], delivery: AnsweringDelivery): SqlScript<AnswerReceipt> {
	if (pairs.length === 0) return NOTHING;
	const rows = yield* query<AnswerWaitRow>('lockAnswerWaits', [...new Set(pairs.map(({ wait_id }) => wait_id))]);
	const arrivals = yield* query<{ event_id: string; arrived_at_ms: number }>('findArrivals', answers.map(({ eventId }) => eventId));
	const arrivedAtMs = new Map(arrivals.map(({ event_id, arrived_at_ms }) => [event_id, Number(arrived_at_ms)]));
	const candidates = answers.map((answer, position) => {
		const theirs = new Set(pairs.flatMap((pair) => (pair.position === position ? [pair.wait_id] : [])));
		return { answer, arrivedAtMs: arrivedAtMs.get(answer.eventId), waits: rows.filter(({ wait_id }) => theirs.has(wait_id)) };
	});
	const receipt = planAnswers(candidates, delivery);
	const claims = receipt.claimed.map(({ eventId, wait }) => ({ wait_id: wait.waitId, answered_by: eventId }));
	if (claims.length > 0) yield* query('claimAnswerWaits', delivery.deliveryId, delivery.leaseUntilMs, delivery.atMs, claims);
	const held = receipt.gathered.flatMap(({ eventId, wait, isFirst }) => (isFirst ? [{ wait_id: wait.waitId, answered_by: eventId }] : []));
	if (held.length > 0 && delivery.receiver !== undefined) yield* query('holdAnswerWaits', holdOf(delivery.receiver), held);
	return receipt;
}

function toAnswerRow(answer: InboundAnswer) {
	const [phone_number_id, bsuid, wa_id] = toKeyRow(answer);
	return { event_id: answer.eventId, phone_number_id, bsuid, wa_id, replies_to: answer.repliesTo ?? null };
}
