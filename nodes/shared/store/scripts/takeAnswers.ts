import type { InboundAnswer } from '../../domain/InboundAnswer';
import type { WebhookReceipt, WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { claimFound, findAnswerWaits, type WaitPair } from './claimAnswers';
import { claimEndedWaits, MOST_ENDED_AT_ONCE } from './claimEndedWaits';
import { releaseEvents } from './releaseEvents';

/** A webhook whose messages may answer questions. */
interface Asking {
	record: WebhookRecord;
	receipt: WebhookReceipt;
	/** The messages that nobody has acknowledged. */
	open: InboundAnswer[];
	/** The waits that were found for them. */
	pairs: WaitPair[];
}

/**
 * Claims the waits that the messages of webhooks answer, and those that have ended, one webhook after the other.
 *
 * @param receipts - what was leased to each of the webhooks
 * @returns the whole receipts
 */
export function* takeAnswers(records: WebhookRecord[], receipts: WebhookReceipt[]): SqlScript<WebhookReceipt[]> {
	const whole = [...receipts];
	const asking = records.map((record, index) => toAsking(record, receipts[index]));
	// What nobody could claim by an instant may be free later, when the lease of somebody else is over.
	let noneLeftAtMs = (yield* findPairs(asking.filter((each) => each !== undefined))) ? -Infinity : Infinity;
	for (const [index, each] of asking.entries()) {
		if (!each) continue;
		const { receivedAtMs } = each.record;
		const receipt = yield* takeAnswersOf(each, receivedAtMs > noneLeftAtMs);
		if (receipt.ended && receipt.ended.length < MOST_ENDED_AT_ONCE) noneLeftAtMs = Math.max(noneLeftAtMs, receivedAtMs);
		whole[index] = receipt;
	}
	return whole;
}

/** A message that was acknowledged has had its effect, and is no answer to a question that came after it. */
function toAsking(record: WebhookRecord, receipt: WebhookReceipt | undefined): Asking | undefined {
	if (!record.answers || !receipt || receipt.underWay.length > 0) return undefined;
	const wanted = new Set(record.eventIds);
	const leased = new Set(receipt.leased);
	const open = record.answers.filter(({ eventId }) => leased.has(eventId) || !wanted.has(eventId));
	return { record, receipt, open, pairs: [] };
}

/** Finds the waits of all webhooks at once. @returns whether there are waits that have ended */
function* findPairs(asking: Asking[]): SqlScript<boolean> {
	if (asking.length === 0) return false;
	const places = asking.flatMap((each) => each.open.map((_, position) => ({ each, position })));
	const pairs = yield* findAnswerWaits(asking.flatMap(({ open }) => open));
	for (const { position, wait_id } of pairs) {
		const place = places[position];
		place?.each.pairs.push({ position: place.position, wait_id });
	}
	return pairs.some(({ position }) => position < 0);
}

function* takeAnswersOf({ record, receipt, open, pairs }: Asking, mayHaveEnded: boolean): SqlScript<WebhookReceipt> {
	const { receiver, deliveryId, receivedAtMs: atMs, leaseUntilMs } = record;
	const delivery = { deliveryId, atMs, leaseUntilMs, receiver };
	const answers = yield* claimFound(open, pairs, delivery);
	if (answers.underWay.length === 0) {
		return { ...receipt, answers, ended: mayHaveEnded ? yield* claimEndedWaits(delivery) : [] };
	}
	yield* releaseEvents(receiver, deliveryId, receipt.leased);
	return { leased: [], underWay: answers.underWay };
}
