import fc from 'fast-check';

import type { MessageStatus } from '../../nodes/shared/domain/MessageStatus';
import type { ChargeKind } from '../../nodes/shared/domain/usage/Charges';
import type { BudgetClaim } from '../../nodes/shared/store/Budgets';
import { moveStore } from '../../nodes/shared/store/moving/moveStore';
import type { SendClaim } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const MONTH = { fromMs: Date.UTC(2026, 10, 1), untilMs: Date.UTC(2026, 11, 1) };
const FREE = { category: 'service', type: 'free_customer_service', isBillable: false };
const PAID = { category: 'marketing', type: 'regular', isBillable: true };
const PAID_SERVICE = { category: 'service', type: 'regular', isBillable: true };
const wish = (mostCharged: number, countsAs: ChargeKind = 'template', count = 1) => ({ countsAs, count, mostCharged });

/** How much of a month is taken, and claims that have to fit into what is left. */
export function describeBudgets(open: OpenStore): void {
	describe('budgets', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => ({ store } = opened = await open()));
		afterEach(() => store.close());

		const charges = async (atMs = NOON_MS, mostCharged = 1_000) => await store.findCharges({ phoneNumberId: '1', ...MONTH }, wish(mostCharged), atMs);
		/** Long enough after the last count for another one. */
		let later = NOON_MS;
		const countAnew = async () => await charges((later += 2 * HOUR_MS));
		const report = async (...statuses: Array<Partial<MessageStatus>>) =>
			void (await store.recordWebhook(toWebhookRecord({ statuses: statuses.map((one) => ({ messageId: 'wamid.1', phoneNumberId: '1', user: {}, status: 'delivered', atMs: NOON_MS, errorCodes: [], ...one })) })));
		const send = async (key: string, more: Partial<SendClaim> = {}) => {
			await store.claimSends([{ ...claim(key), ...more }]);
			await store.recordOutcomes([{ sendOnceKey: key, state: 'sent', messageId: `wamid.${key}`, sentAtMs: NOON_MS }]);
		};

		it('know by a message to a group as well that the free service messages are used up, and count it for each member', async () => {
			const inGroup = { groupId: 'group', price: { ...PAID_SERVICE, category: 'group_service' } };
			await report({ ...inGroup, participantId: '1' }, { ...inGroup, participantId: '2' });
			expect(await countAnew()).toEqual({ charged: 2, service: 1_000 });
		});

		it('have nothing taken of them where nothing was sent', async () => {
			expect(await charges()).toEqual({ charged: 0, service: 0 });
		});

		it('count what is charged, and what may yet be', async () => {
			await report({ messageId: 'of another app', price: PAID }, { messageId: 'free', price: FREE });
			for (const key of ['under way', 'sent', 'arrived', 'priced', 'failed', 'reaction']) await send(key, key === 'reaction' ? { countsAs: undefined } : {});
			await store.claimSends([claim('claimed'), claim('answer', { sentAs: 'freeForm', countsAs: 'service', template: undefined }), claim('other', { phoneNumberId: '2' }), claim('refused')]);
			await store.recordOutcomes([{ sendOnceKey: 'refused', state: 'released' }]);
			await report(
				{ messageId: 'wamid.sent', status: 'sent', price: PAID },
				{ messageId: 'wamid.arrived', status: 'delivered' },
				{ messageId: 'wamid.priced', status: 'read', price: PAID },
				{ messageId: 'wamid.failed', status: 'failed', errorCodes: [131026] },
			);
			// Of another app, priced; and under way, sent, arrived, claimed.
			expect(await charges()).toEqual({ charged: 6, service: 2 });
		});

		it('count a month that begins and ends within an hour, as in Kathmandu', async () => {
			const month = { fromMs: MONTH.fromMs - 5.75 * HOUR_MS, untilMs: MONTH.untilMs - 5.75 * HOUR_MS };
			const instants = [month.fromMs - 1, month.fromMs, month.fromMs + HOUR_MS, month.untilMs - 1, month.untilMs];
			await report(...instants.map((atMs, index) => ({ messageId: `paid ${index}`, atMs, price: PAID })), ...instants.map((atMs, index) => ({ messageId: `free ${index}`, atMs, price: FREE })));
			expect(await store.findCharges({ phoneNumberId: '1', ...month }, wish(1_000), NOON_MS)).toEqual({ charged: 3, service: 3 });
		});

		it('give a place back for what turns out to be free, or failed', async () => {
			for (const key of ['a', 'b', 'c']) await send(key);
			expect(await charges()).toEqual({ charged: 3, service: 0 });
			await report({ messageId: 'wamid.a', status: 'failed', errorCodes: [131026] }, { messageId: 'wamid.b', price: { ...FREE, type: 'free_entry_point' } });
			expect(await charges()).toEqual({ charged: 3, service: 0 });
			expect(await charges(NOON_MS + 61 * SECOND_MS)).toEqual({ charged: 1, service: 0 });
		});

		it('are counted anew after five seconds where they would keep a message back', async () => {
			await send('a');
			expect(await store.claimWithinBudget(judged('b', 1))).toBe('overtaken');
			await report({ messageId: 'wamid.a', status: 'failed', errorCodes: [131026] });
			expect(await store.claimWithinBudget(judged('b', 1, { claimedAtMs: NOON_MS + 4 * SECOND_MS }))).toBe('overtaken');
			expect(await store.claimWithinBudget(judged('b', 1, { claimedAtMs: NOON_MS + 5 * SECOND_MS }))).toBeUndefined();
			expect(await store.claimWithinBudget(judged('c', 1, { claimedAtMs: NOON_MS + 11 * SECOND_MS }))).toBe('overtaken');
		});

		it('give the place of what WhatsApp refuses back at once', async () => {
			const first = judged('a', 1, { claimId: 'try' });
			expect(await store.claimWithinBudget(first)).toBeUndefined();
			expect(await store.claimWithinBudget(judged('b', 1))).toBe('overtaken');
			const place = { phoneNumberId: '1', ...MONTH, countsAs: 'template' as const };
			await store.recordOutcomes([{ sendOnceKey: 'a', claimId: 'somebody else', state: 'released', place }]);
			expect(await charges()).toEqual({ charged: 1, service: 0 });
			await store.recordOutcomes([{ sendOnceKey: 'a', claimId: 'try', state: 'released', place }]);
			expect(await charges()).toEqual({ charged: 0, service: 0 });
			expect(await store.claimWithinBudget(judged('b', 1))).toBeUndefined();
		});

		it.each([1, 7])('let as many win of 24 that claim at once as there is room for: %d', async (most) => {
			const answers = await Promise.all(Array.from({ length: 24 }, (_, rival) => store.claimWithinBudget(judged(`rival ${rival}`, most, { user: { waId: `1555${rival}` } }))));
			expect(answers.filter((answer) => answer === undefined)).toHaveLength(most);
			expect(answers.filter((answer) => answer === 'overtaken')).toHaveLength(24 - most);
			expect(await opened.countRows('sends')).toBe(most);
		});

		it('let free-form messages out beyond it while free ones are left', async () => {
			await report(...Array.from({ length: 996 }, (_, index) => ({ messageId: `free ${index}`, price: FREE })));
			const service = (index: number) => judged(`answer ${index}`, 2, { sentAs: 'freeForm', countsAs: 'service', template: undefined, user: { waId: `1555${index}` } });
			const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => store.claimWithinBudget(service(index))));
			expect(answers.filter((answer) => answer === undefined)).toHaveLength(4 + 2);
			expect(await store.claimWithinBudget(judged('offer', 2))).toBe('overtaken');
		});

		it('ask for room for all parts of a text, and take one for each', async () => {
			const part = (key: string, count: number) => store.claimWithinBudget(judged(key, 3, {}, wish(3, 'template', count)));
			expect(await part('a', 4)).toBe('overtaken');
			expect([await part('a', 3), await part('b', 2), await part('c', 1), await part('d', 1)]).toEqual([undefined, undefined, undefined, 'overtaken']);
		});

		it('know that no free one is left where one was charged, from the second day of the month on', async () => {
			const sentAtMs = MONTH.fromMs + DAY_MS;
			await report({ messageId: 'a', atMs: sentAtMs - 1, price: PAID_SERVICE });
			expect(await charges()).toEqual({ charged: 1, service: 0 });
			await report({ messageId: 'b', status: 'sent', atMs: sentAtMs, price: PAID_SERVICE });
			expect(await countAnew()).toEqual({ charged: 1, service: 1_000 });
		});

		it('keep the place of what no status comes of until the month is over, and that of its last day for a day', async () => {
			await send('early', { claimedAtMs: MONTH.fromMs });
			await send('late', { claimedAtMs: MONTH.untilMs - HOUR_MS });
			const next = { fromMs: MONTH.untilMs, untilMs: Date.UTC(2027, 0, 1) };
			const taken = async (atMs: number) => (await store.findCharges({ phoneNumberId: '1', ...next }, wish(9), atMs)).charged;
			expect((await charges(MONTH.untilMs - 1)).charged).toBe(2);
			expect(await taken(next.fromMs)).toBe(1);
			expect(await taken(next.fromMs + 22 * HOUR_MS)).toBe(1);
			expect(await taken(next.fromMs + 24 * HOUR_MS)).toBe(0);
		});

		it('have a claim judged again whose month is over', async () => {
			expect(await store.claimWithinBudget(judged('a', 9, { claimedAtMs: MONTH.untilMs }))).toBe('overtaken');
			expect(await store.claimWithinBudget(judged('a', 9, { claimedAtMs: MONTH.untilMs - 1 }))).toBeUndefined();
		});

		it('see sends without one at the next count', async () => {
			expect(await store.claimWithinBudget(judged('a', 2))).toBeUndefined();
			await store.claimSends([claim('without')]);
			expect(await charges(NOON_MS + 59 * SECOND_MS)).toEqual({ charged: 1, service: 0 });
			expect(await charges(NOON_MS + 60 * SECOND_MS)).toEqual({ charged: 2, service: 0 });
		});

		it('show the same send instead, where it is that which has the last place', async () => {
			await store.claimWithinBudget(judged('a', 1));
			expect(await store.claimWithinBudget(judged('a', 1))).toMatchObject({ sendOnceKey: 'a', state: 'claimed' });
			expect(await charges()).toEqual({ charged: 1, service: 0 });
		});

		it('hold a template to those that the person has got as well', async () => {
			const { version } = await store.findTemplateSends('waba', { waId: '2' });
			expect(await store.claimWithinBudget({ ...judged('a', 9), historyVersion: version })).toBeUndefined();
			expect(await store.claimWithinBudget({ ...judged('b', 9), historyVersion: version })).toBe('overtaken');
			expect(await charges()).toEqual({ charged: 1, service: 0 });
		});

		it('count a try that another one has taken over, as the message that it is by now', async () => {
			await store.claimSends([claim('a', { claimId: 'first', sentAs: 'freeForm', countsAs: 'service', template: undefined })]);
			await store.recordOutcomes([{ sendOnceKey: 'a', claimId: 'first', state: 'unanswered' }]);
			expect(await store.claimWithinBudget(judged('a', 9, { claimId: 'second', takesOver: { claimId: 'first' } }))).toBeUndefined();
			expect(await countAnew()).toEqual({ charged: 1, service: 0 });
		});

		it('go along into another store, and are forgotten when the month is long over', async () => {
			await send('a');
			await store.claimWithinBudget(judged('b', 9));
			const other = await open();
			await moveStore(store, other.store, { atMs: NOON_MS });
			expect(await other.store.findCharges({ phoneNumberId: '1', ...MONTH }, wish(9), NOON_MS)).toEqual({ charged: 2, service: 0 });
			await other.store.close();
			expect(await opened.countRows('charge_counts')).toBe(1);
			await store.prune(MONTH.untilMs + 2 * DAY_MS);
			expect(await opened.countRows('charge_counts')).toBe(0);
		});

		it('are never overdrawn, in whatever order workflows claim, and messages are refused, fail, are priced and arrive', async () => {
			let run = 0;
			const step = fc.record({ what: fc.constantFrom('claim', 'claim', 'claim', 'refuse', 'fail', 'price', 'deliver', 'wait'), which: fc.nat(20) });
			await fc.assert(
				fc.asyncProperty(fc.nat(4), fc.array(step, { maxLength: 40 }), async (most, steps) => {
					const phoneNumberId = `run ${run++}`;
					let atMs = NOON_MS;
					const alive = new Map<string, 'claimed' | 'sent' | 'delivered'>();
					for (const [index, { what, which }] of steps.entries()) {
						atMs += what === 'wait' ? which * 10 * SECOND_MS : 1;
						const open = [...alive.entries()].filter(([, state]) => state !== 'delivered');
						const [key = ''] = open[which % Math.max(1, open.length)] ?? [];
						const messageId = `wamid ${phoneNumberId} ${key}`;
						const status = { messageId, phoneNumberId, atMs };
						if (what === 'claim') {
							const name = `${phoneNumberId} ${index}`;
							const answer = await store.claimWithinBudget(judged(name, most, { phoneNumberId, claimId: name, claimedAtMs: atMs, user: { waId: `1555${which}` } }));
							if (answer === undefined) alive.set(name, 'claimed');
							else expect(answer).toBe('overtaken');
						} else if (key !== '' && what === 'refuse') {
							if (alive.get(key) !== 'claimed') continue;
							await store.recordOutcomes([{ sendOnceKey: key, claimId: key, state: 'released', place: { phoneNumberId, ...MONTH, countsAs: 'template' } }]);
							alive.delete(key);
						} else if (key !== '' && what !== 'wait') {
							// A status may come before the answer to the request.
							if (which % 2 === 0) await store.recordOutcomes([{ sendOnceKey: key, claimId: key, state: 'sent', messageId, sentAtMs: atMs }]);
							if (what === 'fail') await report({ ...status, claimId: key, status: 'failed', errorCodes: [131026] });
							else await report({ ...status, claimId: key, status: what === 'price' ? 'sent' : 'delivered', price: PAID });
							if (what === 'fail') alive.delete(key);
							else alive.set(key, what === 'price' ? 'sent' : 'delivered');
						}
						expect(alive.size).toBeLessThanOrEqual(most);
					}
					// Whoever waits for the next count gets all that is left.
					const left = await store.findCharges({ phoneNumberId, ...MONTH }, wish(most), atMs + HOUR_MS);
					expect(left).toEqual({ charged: alive.size, service: 0 });
				}),
				{ numRuns: 40 },
			);
		}, 60_000);
	});
}

function claim(sendOnceKey: string, more: Partial<SendClaim> = {}): SendClaim {
	const of = { businessAccountId: 'waba', category: 'marketing' as const };
	return { sendOnceKey, phoneNumberId: '1', user: { waId: '2' }, sentAs: 'template', countsAs: 'template', claimedAtMs: NOON_MS, template: of, ...more };
}

function judged(sendOnceKey: string, mostCharged: number, more: Partial<SendClaim> = {}, asked = wish(mostCharged, more.countsAs ?? 'template')): BudgetClaim {
	return { ...claim(sendOnceKey, more), budget: { ...MONTH, ...asked } };
}
