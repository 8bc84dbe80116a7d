import fc from 'fast-check';
import { DateTime } from 'luxon';

import type { MessageStatus } from '../../nodes/shared/domain/MessageStatus';
import type { UsageCount } from '../../nodes/shared/domain/usage/MessageUsage';
import { readMonth } from '../../nodes/shared/domain/usage/readMonth';
import { summarizeUsage } from '../../nodes/shared/domain/usage/summarizeUsage';
import { toMessageUsage } from '../../nodes/shared/domain/usage/toMessageUsage';
import { moveStore } from '../../nodes/shared/store/moving/moveStore';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const FREE = { category: 'service', type: 'free_customer_service', isBillable: false };
const PAID = { category: 'marketing', type: 'regular', isBillable: true };
const ZONES = ['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'];
const NOW = DateTime.utc(2026, 12) as DateTime<true>;
const MONTH_END_MS = Date.UTC(2026, 9, 31, 18);
const status = (more: Partial<MessageStatus> = {}): MessageStatus => ({ messageId: 'wamid.1', phoneNumberId: '1', user: {}, status: 'delivered', atMs: NOON_MS, errorCodes: [], ...more });

/** A generator of its own, so that the story is the same each time. */
function createRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

interface Message {
	messageId: string;
	phoneNumberId: string;
	sentAtMs: number;
	deliveredAtMs?: number;
	price: typeof FREE;
}

/** What happened: 4,000 messages around a month's end, of which some never arrive. */
function makeMessages(random: (below: number) => number): Message[] {
	return Array.from({ length: 4_000 }, (_, index) => {
		const sentAtMs = MONTH_END_MS + (random(48 * 3600) - 24 * 3600) * SECOND_MS;
		return {
			messageId: `wamid.${index}`,
			phoneNumberId: String(random(2) + 1),
			sentAtMs,
			deliveredAtMs: random(10) === 0 ? undefined : sentAtMs + random(3 * 3600) * SECOND_MS,
			price: random(3) === 0 ? PAID : FREE,
		};
	});
}

/** What Meta reports of it: `delivered` may be missing where it was read, a third comes twice, and in any order. */
function report(messages: Message[], random: (below: number) => number): MessageStatus[] {
	const notices = messages.flatMap(({ messageId, phoneNumberId, sentAtMs, deliveredAtMs, price }) => {
		const of = { messageId, phoneNumberId, price };
		const sent = status({ ...of, status: 'sent', atMs: sentAtMs });
		if (deliveredAtMs === undefined) return [sent];
		if (random(5) === 0) return [sent, status({ ...of, status: 'read', atMs: deliveredAtMs })];
		return [sent, status({ ...of, atMs: deliveredAtMs }), ...(random(2) === 0 ? [status({ ...of, status: 'read', price: undefined, atMs: deliveredAtMs + HOUR_MS })] : [])];
	});
	const all = [...notices, ...notices.filter(() => random(10) < 3)];
	return all.map((one) => [random(1e9), one] as const).sort(([one], [other]) => one - other).map(([, one]) => one);
}

/** The month of an instant on the wall of a place, by Intl and not by what the code uses. */
function monthOf(atMs: number, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(atMs);
	const part = (type: string) => parts.find((one) => one.type === type)?.value;
	return `${part('year')}-${part('month')}`;
}

function expected(messages: Message[], phoneNumberId: string, month: string, zone: string) {
	const own = messages.filter((message) => message.phoneNumberId === phoneNumberId);
	const arrived = own.filter(({ deliveredAtMs }) => deliveredAtMs !== undefined && monthOf(deliveredAtMs, zone) === month);
	const free = arrived.filter(({ price }) => price === FREE).length;
	return { sent: own.filter(({ sentAtMs }) => monthOf(sentAtMs, zone) === month).length, delivered: arrived.length, free, charged: arrived.length - free, unpriced: 0, freeUsed: free };
}

/** Counts again what was counted, one message at a time. */
function countOneByOne(statuses: MessageStatus[], fromMs: number, untilMs: number): UsageCount[] {
	const isWithin = (atMs: number | undefined) => atMs !== undefined && atMs >= fromMs && atMs < untilMs;
	const counts = toMessageUsage(statuses).flatMap(({ phoneNumberId, sentAtMs, deliveredAtMs, price = {} }) => {
		const { category, type, isBillable } = price;
		const sent = { phoneNumberId, counted: 'sent' as const, ...(category !== undefined && { category }), count: 1 };
		const delivered = { ...sent, counted: 'delivered' as const, ...(type !== undefined && { type }), ...(isBillable !== undefined && { isBillable }) };
		return [...(isWithin(sentAtMs) ? [sent] : []), ...(isWithin(deliveredAtMs) ? [delivered] : [])];
	});
	return together(counts);
}

/** Puts counts of the same kind together, in one order. */
function together(counts: UsageCount[]): UsageCount[] {
	const sums = new Map<string, UsageCount>();
	for (const { count, ...kind } of counts) {
		const name = JSON.stringify(Object.entries(kind).sort());
		sums.set(name, { ...kind, count: count + (sums.get(name)?.count ?? 0) });
	}
	return [...sums.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

/** What messages cost. */
export function describeUsage(open: OpenStore): void {
	describe('usage', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => void ({ store } = opened = await open()));
		afterEach(() => store.close());

		const record = async (...statuses: MessageStatus[]) => void (await store.recordWebhook(toWebhookRecord({ statuses })));
		const count = async (fromMs = NOON_MS, untilMs = NOON_MS + HOUR_MS): Promise<UsageCount[]> => await store.countUsage(['1'], fromMs, untilMs);
		const delivered = async (fromMs?: number, untilMs?: number) => (await count(fromMs, untilMs)).filter(({ counted }) => counted === 'delivered');

		it('is nothing where nothing was sent', async () => {
			expect(await count()).toEqual([]);
			expect(await store.countUsage([], 0, NOON_MS)).toEqual([]);
		});

		it('counts a message once, by its first instant, with the price that any of its statuses says', async () => {
			await record(status({ status: 'read', atMs: NOON_MS + 2 * SECOND_MS }));
			await record(status({ atMs: NOON_MS + SECOND_MS, price: PAID }), status({ status: 'sent', atMs: NOON_MS }));
			await record(status({ atMs: NOON_MS + SECOND_MS, price: PAID }));
			expect(await delivered()).toEqual([{ phoneNumberId: '1', counted: 'delivered', category: 'marketing', type: 'regular', isBillable: true, count: 1 }]);
			expect((await count()).filter(({ counted }) => counted === 'sent')).toMatchObject([{ category: 'marketing', count: 1 }]);
			expect(await delivered(NOON_MS + SECOND_MS, NOON_MS + 2 * SECOND_MS)).toHaveLength(1);
			expect(await delivered(NOON_MS + 2 * SECOND_MS)).toEqual([]);
		});

		it('begins with the first instant of a time, and ends before the last', async () => {
			await record(status());
			expect(await delivered(NOON_MS, NOON_MS + 1)).toHaveLength(1);
			expect(await delivered(NOON_MS - 1, NOON_MS)).toEqual([]);
		});

		it('knows of a message without a price that it is one, and of one that failed nothing', async () => {
			await record(status(), status({ messageId: 'wamid.2', status: 'failed', errorCodes: [131049] }), status({ messageId: 'wamid.3', phoneNumberId: '2' }));
			expect(await delivered()).toEqual([{ phoneNumberId: '1', counted: 'delivered', count: 1 }]);
		});

		it('counts a message to a group once for each member that it reached, also where its statuses come twice and one by one', async () => {
			const price = { ...PAID, category: 'group_marketing' };
			const of = (participantId: string, more: Partial<MessageStatus> = {}) => status({ groupId: 'group', participantId, price, ...more });
			const notices = [status({ groupId: 'group', status: 'sent' }), of('1'), of('2'), of('2', { status: 'read', price: undefined }), of('3', { status: 'failed' })];
			await record(...notices);
			for (const notice of notices.toReversed()) await record(notice);
			expect(await delivered()).toEqual([{ phoneNumberId: '1', counted: 'delivered', category: 'group_marketing', type: 'regular', isBillable: true, count: 2 }]);
			expect((await count()).filter(({ counted }) => counted === 'sent')).toMatchObject([{ category: 'group_marketing', count: 2 }]);
		});

		it('is exact over a month end in three time zones, for late, doubled and unordered statuses', async () => {
			const random = createRandom(20_261_031);
			const messages = makeMessages(random);
			const statuses = report(messages, random);
			expect(statuses.length).toBeGreaterThan(10_000);
			for (let start = 0; start < statuses.length; start += 500) await record(...statuses.slice(start, start + 500));
			for (const zone of ZONES) {
				for (const name of ['2026-10', '2026-11']) {
					const { fromMs, untilMs } = readMonth(name, NOW, zone);
					const summary = summarizeUsage(await store.countUsage(['1', '2'], fromMs, untilMs), ['1', '2']);
					expect(summary).toMatchObject(['1', '2'].map((phoneNumberId) => ({ phoneNumberId, ...expected(messages, phoneNumberId, name, zone) })));
				}
			}
		});

		it('is exact for every time, whole hours or not, in whatever order and company statuses come', async () => {
			const prices = [undefined, FREE, PAID, { category: 'service' }, { isBillable: true }];
			// Often at the first or last instant of an hour, or of the time that is asked for.
			const instant = fc.integer({ min: -12, max: 12 }).chain((steps) => fc.constantFrom(-1, 0, 1).map((ms) => NOON_MS + steps * 15 * 60 * SECOND_MS + ms));
			const notice = fc.record({ message: fc.nat(4), status: fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed'), atMs: instant, isPriced: fc.boolean() });
			const story = fc.array(fc.array(notice, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
			let run = 0;
			await fc.assert(
				fc.asyncProperty(story, instant, instant, async (webhooks, one, other) => {
					const phoneNumberId = `run ${run++}`;
					const toStatus = ({ message, isPriced, ...more }: (typeof webhooks)[number][number]) => {
						const price = isPriced ? prices[message] : undefined;
						return status({ ...more, messageId: `wamid ${phoneNumberId} ${message}`, phoneNumberId, ...(price && { price }) });
					};
					const statuses = webhooks.map((notices) => notices.map(toStatus));
					for (const each of statuses) await record(...each);
					const [fromMs, untilMs] = [Math.min(one, other), Math.max(one, other)];
					expect(together(await store.countUsage([phoneNumberId], fromMs, untilMs))).toEqual(countOneByOne(statuses.flat(), fromMs, untilMs));
				}),
				{ numRuns: 60 },
			);
		}, 60_000);

		it('is counted right where two processes record statuses of the same messages at the same moment', async () => {
			const other = await opened.reopen();
			const notices = Array.from({ length: 40 }, (_, index) => {
				const of = { messageId: `wamid.${index}`, phoneNumberId: '1' };
				return [
					status({ ...of, status: 'sent', atMs: NOON_MS }),
					status({ ...of, atMs: NOON_MS + SECOND_MS, price: PAID }),
					status({ ...of, status: 'read', atMs: NOON_MS + 2 * SECOND_MS, price: PAID }),
				];
			}).flat();
			const by = async (one: Store, each: MessageStatus) => await one.recordWebhook(toWebhookRecord({ statuses: [each] }));
			await Promise.all(notices.flatMap((each, index) => [by(index % 2 === 0 ? store : other, each), by(index % 3 === 0 ? store : other, each)]));
			await other.close();
			const expected = countOneByOne(notices, NOON_MS, NOON_MS + HOUR_MS);
			// The hour as it was counted, and its two halves message by message.
			expect(together(await count())).toEqual(expected);
			expect(together([...(await count(NOON_MS, NOON_MS + HOUR_MS / 2)), ...(await count(NOON_MS + HOUR_MS / 2))])).toEqual(expected);
		});

		it('goes along into another store, which has heard of some of the messages itself', async () => {
			await record(status({ status: 'sent' }), status({ messageId: 'wamid.2', price: PAID }));
			const other = await open();
			await other.store.recordWebhook(toWebhookRecord({ statuses: [status({ atMs: NOON_MS + SECOND_MS, price: FREE })] }));
			for (let times = 0; times < 2; times++) await moveStore(store, other.store, { atMs: NOON_MS });
			const all = [status({ status: 'sent' }), status({ atMs: NOON_MS + SECOND_MS, price: FREE }), status({ messageId: 'wamid.2', price: PAID })];
			const found = await other.store.countUsage(['1'], NOON_MS, NOON_MS + HOUR_MS);
			await other.store.close();
			expect(together(found)).toEqual(countOneByOne(all, NOON_MS, NOON_MS + HOUR_MS));
		});

		it('is forgotten after 400 days', async () => {
			await record(status());
			await store.prune(NOON_MS + 400 * DAY_MS);
			expect(await delivered()).toHaveLength(1);
			await store.prune(NOON_MS + 401 * DAY_MS);
			expect(await count()).toEqual([]);
			expect([await opened.countRows('message_usage'), await opened.countRows('usage_counts')]).toEqual([0, 0]);
		});
	});
}
