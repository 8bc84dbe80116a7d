import type { MessagePrice } from '../../domain/MessageStatus';
import type { ChargedMonth } from '../../domain/usage/ChargedMonth';
import type { ChargeKind, Charges, ChargeWish } from '../../domain/usage/Charges';
import { fitsBudget } from '../../domain/usage/fitsBudget';
import { toCharges, type ChargeEvidence } from '../../domain/usage/toCharges';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toHourRanges } from './toHourRanges';

/** So long a count is good for a message that fits. */
const COUNT_HOLDS_MS = 60_000;
/** The same for one that does not: a message may have failed since. */
const REFUSAL_HOLDS_MS = 5_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

interface CountedRow {
	charged: number;
	service: number;
	/** 0 while it was never counted. */
	counted_at_ms: number;
}

interface ChargeRow {
	source: 'delivered' | 'underWay' | 'tierUsedUp';
	price_type: string | null;
	billable: number | null;
	counts_as: ChargeKind | null;
	/** JSON of a `MessagePrice`. */
	price: string | null;
	messages: number;
}

/** Gives what was counted last, see `Budgets.findCharges`; undefined where it has to be counted anew. */
export function* findCharges(month: ChargedMonth, wish: ChargeWish, atMs: number): SqlScript<Charges | undefined> {
	const [row] = yield* query<CountedRow>('findCharges', ...keyOf(month));
	return row && isGoodFor(row, wish, atMs) ? toFigures(row) : undefined;
}

/** Keeps everybody else away from the month until the transaction ends, and gives what is taken of it, counted anew where that is due. */
export function* lockCharges(month: ChargedMonth, wish: ChargeWish, atMs: number): SqlScript<Charges> {
	const key = keyOf(month);
	let [row] = yield* query<CountedRow>('lockCharges', ...key);
	if (!row) {
		yield* query('makeCharges', ...key);
		[row] = yield* query<CountedRow>('lockCharges', ...key);
	}
	if (row && isGoodFor(row, wish, atMs)) return toFigures(row);
	const charges = yield* countCharges(month, atMs);
	yield* query('saveCharges', ...key, charges.charged, charges.service, atMs);
	return charges;
}

export function keyOf({ phoneNumberId, fromMs, untilMs }: ChargedMonth): [string, number, number] {
	return [phoneNumberId, fromMs, untilMs];
}

/** A count from a clock that is ahead is as good as one of the same age. */
function isGoodFor(row: CountedRow, wish: ChargeWish, atMs: number): boolean {
	const ageMs = Math.abs(atMs - Number(row.counted_at_ms));
	return ageMs < REFUSAL_HOLDS_MS || (ageMs < COUNT_HOLDS_MS && fitsBudget(toFigures(row), wish));
}

function toFigures({ charged, service }: CountedRow): Charges {
	return { charged: Number(charged), service: Number(service) };
}

/**
 * What went out on the last day before the month and has not arrived may be charged in it. That the free service messages are used up is believed from
 * the second day on: what is charged on the first one may be of the month before, in the time zone in which Meta counts.
 */
function* countCharges({ phoneNumberId, fromMs, untilMs }: ChargedMonth, atMs: number): SqlScript<Charges> {
	const ranges = [...toHourRanges(fromMs, untilMs), ...toHourRanges(fromMs + DAY_MS, untilMs)];
	const rows = yield* query<ChargeRow>('countCharges', phoneNumberId, ...ranges, Math.min(fromMs, atMs - DAY_MS), untilMs);
	return toCharges({
		delivered: rows.filter(({ source }) => source === 'delivered').map(toDelivered),
		underWay: rows.filter(({ source }) => source === 'underWay').map(toUnderWay),
		isTierUsedUp: rows.some(({ source, messages }) => source === 'tierUsedUp' && Number(messages) > 0),
	});
}

function toDelivered({ price_type, billable, messages }: ChargeRow): ChargeEvidence['delivered'][number] {
	return { type: price_type ?? undefined, isBillable: billable === null ? undefined : Number(billable) !== 0, count: Number(messages) };
}

function toUnderWay({ counts_as, price, messages }: ChargeRow): ChargeEvidence['underWay'][number] {
	return { countsAs: counts_as ?? 'template', price: price === null ? undefined : (JSON.parse(price) as MessagePrice), count: Number(messages) };
}
