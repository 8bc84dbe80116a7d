import fc from 'fast-check';

import { gatheringDueAtMs, mayJoinGathering } from '../../nodes/shared/domain/gathering';
import type { GatheredMessage, GatheringDelivery } from '../../nodes/shared/store/Gatherings';
import { toGathering, type GatheringRow } from '../../nodes/shared/store/scripts/GatheringRow';
import { planGatherings } from '../../nodes/shared/store/scripts/planGatherings';
import { NOON_MS, SECOND_MS } from './instants';

const LIMITS = { waitMs: 5 * SECOND_MS, mostMessages: 3, mostMs: 12 * SECOND_MS };
const deliveryOf = (messages: GatheredMessage[]): GatheringDelivery => ({
	receiver: 'trigger',
	deliveryId: 'delivery',
	atMs: NOON_MS,
	leaseUntilMs: NOON_MS + 30 * SECOND_MS,
	limits: LIMITS,
	messages,
});
const plan = (open: GatheringRow[], messages: GatheredMessage[]) => planGatherings(open, messages, deliveryOf(messages));

/** The rule as it is said: each message looks at everything that is being gathered, the newest first. */
function planOneByOne(open: GatheringRow[], messages: GatheredMessage[]): GatheringRow[] {
	const rows = open.map((row) => ({ row, isNew: false }));
	for (const message of messages) {
		const { bsuid = null, waId = null } = message.user;
		const isOf = (row: GatheringRow) =>
			row.phone_number_id === message.phoneNumberId &&
			(row.bsuid !== null && bsuid !== null ? row.bsuid === bsuid : row.wa_id !== null && row.wa_id === waId);
		const joins = ({ row }: (typeof rows)[0]) => {
			const { messages: known } = toGathering(row);
			const mayJoin = mayJoinGathering({ beganAtMs: row.began_at_ms, dueAtMs: row.due_at_ms, messages: known }, NOON_MS, LIMITS);
			const wait = known[0]?.answer?.waitId;
			return mayJoin && wait === message.answer?.waitId && (wait !== undefined || isOf(row));
		};
		const begun = { gathering_id: '', receiver: 'trigger', phone_number_id: message.phoneNumberId, bsuid, wa_id: waId, began_at_ms: NOON_MS };
		let one = rows.findLast(joins);
		if (!one) rows.push((one = { row: { ...begun, due_at_ms: NOON_MS, is_closed: false, messages: '[]' }, isNew: true }));
		const { row } = one;
		const { eventId, event, answer } = message;
		const known = [...toGathering(row).messages, { eventId, event, ...(answer && { answer }) }];
		const latestAtMs = answer?.isComplete ? NOON_MS : (answer?.latestAtMs ?? Infinity);
		const due_at_ms = Math.min(gatheringDueAtMs(row.began_at_ms, known.length, NOON_MS, LIMITS), latestAtMs);
		one.row = { ...row, bsuid: row.bsuid ?? bsuid, wa_id: row.wa_id ?? waId, due_at_ms, messages: JSON.stringify(known) };
		one.isNew = true;
	}
	return rows.filter(({ isNew }) => isNew).map(({ row }) => row);
}

const userArbitrary = fc
	.record({ bsuid: fc.option(fc.constantFrom('US.1', 'US.2'), { nil: undefined }), waId: fc.option(fc.constantFrom('1', '2'), { nil: undefined }) })
	.filter(({ bsuid, waId }) => bsuid !== undefined || waId !== undefined);
const answerArbitrary = fc.record({
	waitId: fc.constantFrom('w1', 'w2'),
	latestAtMs: fc.integer({ min: NOON_MS - SECOND_MS, max: NOON_MS + 10 * SECOND_MS }),
	isComplete: fc.boolean(),
});
const messagesArbitrary = fc
	.array(fc.tuple(userArbitrary, fc.constantFrom('1', '2'), fc.option(answerArbitrary, { nil: undefined, freq: 2 })), { maxLength: 20 })
	.map((list) => list.map(([user, phoneNumberId, answer], index) => ({ eventId: `e${index}`, phoneNumberId, user, event: '{}', ...(answer && { answer }) })));
/** What an earlier delivery has left, with its instants moved. */
const openArbitrary = fc.tuple(messagesArbitrary, fc.integer({ min: -6_000, max: 0 })).map(([messages, afterMs]) =>
	planOneByOne([], messages).map((row, index) => ({
		...row,
		gathering_id: `earlier ${index}`,
		began_at_ms: Number(row.began_at_ms) + afterMs,
		due_at_ms: Number(row.due_at_ms) + afterMs,
	})),
);

/** A new row has a name of its own, whatever it is. */
const unnamed = (rows: GatheringRow[]) => rows.map((row) => ({ ...row, gathering_id: row.gathering_id.startsWith('earlier') ? row.gathering_id : '' }));

describe('messages that arrive together', () => {
	it('join and begin what each would if it looked at everything', () => {
		fc.assert(
			fc.property(openArbitrary, messagesArbitrary, (open, messages) => {
				const planned = plan(open, messages);
				expect(unnamed(planned)).toEqual(planOneByOne(open, messages));
				expect(new Set(planned.map(({ gathering_id }) => gathering_id)).size).toBe(planned.length);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('are read once each, however many people there are', () => {
		let reads = 0;
		const messages = Array.from({ length: 1_000 }, (_, index): GatheredMessage => {
			const user = { get waId() {
				reads += 1;
				return String(index);
			} };
			return { eventId: `e${index}`, phoneNumberId: '1', user, event: '{}' };
		});
		expect(plan([], messages)).toHaveLength(1_000);
		expect(reads).toBeLessThan(10_000);
	});
});
