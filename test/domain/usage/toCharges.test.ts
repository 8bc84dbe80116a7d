import fc from 'fast-check';

import type { ChargeKind } from '../../../nodes/shared/domain/usage/Charges';
import { fitsBudget, spentOf } from '../../../nodes/shared/domain/usage/fitsBudget';
import { toCharges, type ChargeEvidence, type UnderWayCount } from '../../../nodes/shared/domain/usage/toCharges';

const FREE = { type: 'free_customer_service', isBillable: false };
const ENTRY = { type: 'free_entry_point', isBillable: false };
const PAID = { type: 'regular', isBillable: true };
const evidence = (more: Partial<ChargeEvidence>): ChargeEvidence => ({ delivered: [], underWay: [], isTierUsedUp: false, ...more });

describe('what is taken of a month', () => {
	test.each<[string, Partial<ChargeEvidence>, { charged: number; service: number }]>([
		['nothing where nothing was sent', {}, { charged: 0, service: 0 }],
		['what was charged and what was free', { delivered: [{ ...PAID, count: 3 }, { ...FREE, count: 5 }, { ...ENTRY, count: 7 }] }, { charged: 3, service: 5 }],
		['a template under way is charged', { underWay: [{ countsAs: 'template', count: 2 }] }, { charged: 2, service: 0 }],
		['a free-form message under way is one of the free ones', { underWay: [{ countsAs: 'service', count: 2 }] }, { charged: 0, service: 2 }],
		['what Meta says of one under way counts more', { underWay: [{ countsAs: 'service', price: PAID, count: 2 }, { countsAs: 'service', price: FREE, count: 3 }, { countsAs: 'template', price: ENTRY, count: 4 }] }, { charged: 2, service: 3 }],
		['a price that says nothing counts as none', { underWay: [{ countsAs: 'template', price: {}, count: 2 }] }, { charged: 2, service: 0 }],
		['what arrived without a price is left to the sends', { delivered: [{ count: 9 }] }, { charged: 0, service: 0 }],
		['free ones of groups count among them', { delivered: [{ type: 'free_group_customer_service', isBillable: false, count: 4 }] }, { charged: 0, service: 4 }],
		['a charged free-form message tells that no free one is left', { isTierUsedUp: true, delivered: [{ ...FREE, count: 5 }], underWay: [{ countsAs: 'service', count: 1 }] }, { charged: 0, service: 1_001 }],
	])('%s', (_, known, expected) => {
		expect(toCharges(evidence(known))).toEqual(expected);
	});
});

interface Message {
	kind: ChargeKind;
	/** What Meta has made of it. */
	state: 'underWay' | 'priced' | 'delivered' | 'failed';
	isCharged?: boolean;
}

/** What the store would know of them; all but 997 + 3 of the free ones were used before. */
function knownOf(messages: Message[]): ChargeEvidence {
	const priceOf = ({ isCharged }: Message) => (isCharged ? PAID : FREE);
	const delivered = messages.filter(({ state }) => state === 'delivered').map((message) => ({ ...priceOf(message), count: 1 }));
	const underWay = messages.filter(({ state }) => state === 'underWay').map(({ kind }): UnderWayCount => ({ countsAs: kind, count: 1 }));
	const priced = messages.filter(({ state }) => state === 'priced').map((message): UnderWayCount => ({ countsAs: message.kind, price: priceOf(message), count: 1 }));
	return { delivered: [{ ...FREE, count: 997 }, ...delivered], underWay: [...underWay, ...priced], isTierUsedUp: false };
}

test('never more is charged than the budget, in whatever order messages are claimed, priced, delivered and fail', () => {
	const event = fc.record({ what: fc.constantFrom('template', 'service', 'service', 'price', 'deliver', 'fail'), which: fc.nat(30) });
	fc.assert(
		fc.property(fc.nat(4), fc.array(event, { maxLength: 60 }), (mostCharged, events) => {
			const messages: Message[] = [];
			const price = (message: Message) => {
				// As Meta counts: the free ones that were not lost on their way.
				const used = 997 + messages.filter(({ kind, isCharged, state }) => kind === 'service' && isCharged === false && state !== 'failed').length;
				message.isCharged ??= message.kind === 'template' || used >= 1_000;
			};
			for (const { what, which } of events) {
				const alive = messages.filter(({ state }) => state === 'underWay' || state === 'priced');
				const one = alive[which % Math.max(1, alive.length)];
				if (what === 'template' || what === 'service') {
					if (fitsBudget(toCharges(knownOf(messages)), { countsAs: what, count: 1, mostCharged })) messages.push({ kind: what, state: 'underWay' });
				} else if (one && what === 'fail') one.state = 'failed';
				else if (one) {
					price(one);
					one.state = what === 'price' ? 'priced' : 'delivered';
				}
				const charged = messages.filter(({ isCharged, state }) => isCharged && state !== 'failed').length;
				expect(charged).toBeLessThanOrEqual(mostCharged);
				expect(spentOf(toCharges(knownOf(messages)))).toBeLessThanOrEqual(Math.max(mostCharged, charged));
			}
		}),
		{ numRuns: 500 },
	);
});
