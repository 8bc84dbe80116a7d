import type { IDataObject, INodeParameters, IRun } from 'n8n-workflow';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { receiverOf } from '../../nodes/WhatsAppSessionTrigger/gathering/receiverOf';
import { watchForStoreEvents } from '../../nodes/WhatsAppSessionTrigger/storeEvents/watchForStoreEvents';
import type { StoreEventKind } from '../../nodes/shared/store/StoreEvents';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { publishTrigger } from '../support/publishTrigger';
import { createWatchContext, startWatching, type WatchContext } from '../support/startWatching';
import { toWebhookRecord } from '../store/toWebhookRecord';
import { until } from '../support/until';

const NOON_MS = Date.UTC(2026, 10, 12, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FREE = { category: 'service', type: 'free_customer_service', isBillable: false };
const PAID = { category: 'marketing', type: 'regular', isBillable: true };
const node = new WhatsAppSessionTrigger();
const ofUsage: INodeParameters = { events: ['message', 'usageReached'], usageFreeUsed: '2, 3' };
const ofOutbox: INodeParameters = { events: ['givenUp', 'message'] };

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => {
	await stage.close();
});

function watch(parameters: INodeParameters, timezone = 'UTC'): WatchContext {
	return createWatchContext({ node, readCredential: () => stage.credential, parameters, timezone });
}

/** Lets a trigger look once, by a clock of the test's own, and not again. */
async function look(parameters: INodeParameters, atMs: number, timezone?: string): Promise<WatchContext> {
	const watched = watch(parameters, timezone);
	const { closeFunction } = await watchForStoreEvents(watched.context, () => atMs);
	await closeFunction?.();
	return watched;
}

const jsonsOf = ({ executions }: WatchContext) => executions.map(({ items }) => items[0]?.json as IDataObject);
const reachedBy = (watched: WatchContext) => jsonsOf(watched).map(({ reached }) => reached);
const rowsOf = async (table: string) => (await stage.store.findHealth(Date.now())).tables.find(({ name }) => name === table)?.rows;

/** Lets n8n say that it has all that it was given, and waits until the store knows. */
async function acknowledge({ context, executions }: WatchContext, kind: StoreEventKind): Promise<void> {
	const topic = { receiver: receiverOf(context), kind };
	for (const { done } of executions) done?.resolve({} as IRun);
	const atMs = NOON_MS + 1_000 * DAY_MS;
	// A lease that is over takes nothing from anybody.
	await until(async () => (await stage.store.claimStoreEvents({ ...topic, atMs, leaseUntilMs: 0, limit: 1 })).length === 0);
}

let messages = 0;
async function delivered(price: typeof FREE | typeof PAID, count = 1, atMs = NOON_MS, phoneNumberId = PHONE_NUMBER_ID): Promise<void> {
	for (let index = 0; index < count; index++) {
		const messageId = `wamid.${(messages += 1)}`;
		const status = { messageId, phoneNumberId, user: {}, errorCodes: [], price, atMs, status: 'delivered' as const };
		await stage.store.recordWebhook(toWebhookRecord({ deliveryId: messageId, statuses: [status] }));
	}
}

async function kept(key: string, expiresAtMs: number, more: { phoneNumberId?: string; businessAccountId?: string } = {}): Promise<void> {
	const content = JSON.stringify({ type: 'text', payloads: [{ type: 'text', text: { body: 'Your fern is here.' } }], names: [], safetyMarginMs: 0, nodeName: 'Send' });
	const of = { businessAccountId: BUSINESS_ACCOUNT_ID, phoneNumberId: PHONE_NUMBER_ID, ...more };
	await stage.store.keepMessage({ key, label: `own ${key}`, ...of, user: { waId: '12025550143' }, content, keptAtMs: NOON_MS, expiresAtMs });
}

describe("the event 'Usage Reached'", () => {
	it('starts the workflow once for each threshold, on its own output, with the usage of the month', async () => {
		await look(ofUsage, NOON_MS);
		await delivered(FREE, 2);
		await delivered(PAID, 4);
		const first = await look(ofUsage, NOON_MS + MINUTE_MS);
		expect(first.logs).toEqual([]);
		expect(jsonsOf(first)).toMatchObject([
			{
				...{ event: 'usageReached', businessAccountId: BUSINESS_ACCOUNT_ID, phoneNumberId: PHONE_NUMBER_ID },
				reached: { month: '2026-11', counted: 'freeUsed', threshold: 2, count: 2 },
				usage: { month: '2026-11', timeZone: 'UTC', freeUsed: 2, freeLeft: 998, charged: 4, phoneNumber: expect.stringContaining('+') },
			},
		]);
		await delivered(FREE, 3);
		expect(reachedBy(await look(ofUsage, NOON_MS + MINUTE_MS))).toEqual([{ month: '2026-11', counted: 'freeUsed', threshold: 3, count: 5 }]);
		expect((await look(ofUsage, NOON_MS + MINUTE_MS)).executions).toEqual([]);
	});

	it('takes the thresholds of its defaults where the builder has touched nothing', async () => {
		const parameters = { events: ['usageReached'] };
		await delivered(FREE, 799);
		expect((await look(parameters, NOON_MS)).executions).toEqual([]);
		await delivered(FREE, 1);
		expect(reachedBy(await look(parameters, NOON_MS))).toMatchObject([{ counted: 'freeUsed', threshold: 800, count: 800 }]);
	});

	it('tells of charged messages too, templates included', async () => {
		await delivered(PAID, 2);
		const parameters = { events: ['usageReached'], usageFreeUsed: '', usageCharged: '1\n2' };
		expect(reachedBy(await look(parameters, NOON_MS))).toMatchObject([{ counted: 'charged', threshold: 1 }, { counted: 'charged', threshold: 2 }]);
	});

	it('comes again by the same name while n8n has not said that it has the execution, and then never', async () => {
		await delivered(FREE, 2);
		const first = await look(ofUsage, NOON_MS);
		expect((await look(ofUsage, NOON_MS + MINUTE_MS)).executions).toEqual([]);
		const again = await look(ofUsage, NOON_MS + 10 * MINUTE_MS);
		expect(again.executions).toHaveLength(1);
		expect(again.executions[0]?.deduplicationKey).toMatch(/^whatsapp-session\/event\//);
		expect(again.executions[0]?.deduplicationKey).toBe(first.executions[0]?.deduplicationKey);
		await acknowledge(again, 'usageReached');
		expect((await look(ofUsage, NOON_MS + HOUR_MS)).executions).toEqual([]);
	});

	it('counts the month of its time zone, and begins anew with the next one', async () => {
		// Still 31 October in UTC, and 1 November in Berlin.
		const midnightMs = Date.UTC(2026, 9, 31, 23, 30);
		await delivered(FREE, 2, midnightMs);
		const reachedAt = async (parameters: INodeParameters, atMs: number) => {
			const watched = await look(parameters, atMs);
			await acknowledge(watched, 'usageReached');
			return reachedBy(watched);
		};
		expect(await reachedAt(ofUsage, midnightMs)).toMatchObject([{ month: '2026-10' }]);
		const inBerlin = { ...ofUsage, options: { usageTimeZone: 'Europe/Berlin' } };
		expect(await reachedAt(inBerlin, midnightMs)).toMatchObject([{ month: '2026-11' }]);
		await delivered(FREE, 2, Date.UTC(2026, 10, 30, 22));
		// What arrived in the last hour of a month, and is looked for in the next one.
		expect(await reachedAt(inBerlin, Date.UTC(2026, 11, 1))).toMatchObject([{ month: '2026-11', threshold: 3 }]);
		await delivered(FREE, 2, Date.UTC(2026, 11, 1, 1));
		expect(await reachedAt(inBerlin, Date.UTC(2026, 11, 1, 2))).toMatchObject([{ month: '2026-12', threshold: 2 }]);
	});

	it("takes the workflow's time zone where the builder gives none", async () => {
		const midnightMs = Date.UTC(2026, 9, 31, 23, 30);
		await delivered(FREE, 2, midnightMs);
		expect(jsonsOf(await look(ofUsage, midnightMs, 'Europe/Berlin'))).toMatchObject([{ reached: { month: '2026-11' }, usage: { timeZone: 'Europe/Berlin' } }]);
	});

	it('tells of the chosen numbers alone', async () => {
		await delivered(FREE, 2);
		expect((await look({ ...ofUsage, options: { phoneNumberIds: ['1'] } }, NOON_MS)).executions).toEqual([]);
		expect((await look({ ...ofUsage, options: { phoneNumberIds: [PHONE_NUMBER_ID] } }, NOON_MS)).executions).toHaveLength(1);
	});
});

describe("the event 'Given Up'", () => {
	it('starts the workflow once for a message whose end has come, with its content and who was to have it', async () => {
		await look(ofOutbox, NOON_MS);
		await kept('fern', NOON_MS + HOUR_MS);
		expect((await look(ofOutbox, NOON_MS + HOUR_MS - 1)).executions).toEqual([]);
		const watched = await look(ofOutbox, NOON_MS + HOUR_MS + 5 * MINUTE_MS);
		expect(watched.logs).toEqual([]);
		expect(jsonsOf(watched)).toMatchObject([
			{
				...{ event: 'givenUp', recipient: '+12025550143', phoneNumberId: PHONE_NUMBER_ID, businessAccountId: BUSINESS_ACCOUNT_ID },
				outbox: { key: 'own fern', state: 'givenUp', type: 'text', content: [{ text: { body: 'Your fern is here.' } }], isUndecided: false },
			},
		]);
		expect((await look(ofOutbox, NOON_MS + HOUR_MS + 5 * MINUTE_MS)).executions).toEqual([]);
		await acknowledge(watched, 'givenUp');
		expect((await look(ofOutbox, NOON_MS + DAY_MS)).executions).toEqual([]);
	});

	it('names no person in what n8n keeps as the name of the execution', async () => {
		await look(ofOutbox, NOON_MS);
		await kept('12025550143', NOON_MS + HOUR_MS);
		const { executions } = await look(ofOutbox, NOON_MS + DAY_MS);
		expect(executions).toHaveLength(1);
		expect(executions[0]?.deduplicationKey).not.toContain('12025550143');
	});

	it('tells of nothing that had ended before it was chosen, was cancelled, or is of another number or account', async () => {
		await kept('earlier', NOON_MS + 1);
		const chosen = { ...ofOutbox, options: { phoneNumberIds: [PHONE_NUMBER_ID] } };
		await look(chosen, NOON_MS + MINUTE_MS);
		await kept('cancelled', NOON_MS + HOUR_MS);
		const [cancelled] = await stage.store.findKeptMessages(['cancelled'], NOON_MS + 2 * MINUTE_MS);
		expect(await stage.store.cancelOutbox([cancelled?.outboxId ?? 0], NOON_MS + 2 * MINUTE_MS)).toHaveLength(1);
		await kept('of another number', NOON_MS + HOUR_MS, { phoneNumberId: '1' });
		await kept('of another account', NOON_MS + HOUR_MS, { businessAccountId: '1' });
		expect((await look(chosen, NOON_MS + DAY_MS)).executions).toEqual([]);
	});
});

describe('a trigger that is to tell of neither', () => {
	it('looks at nothing', async () => {
		await delivered(FREE, 1_000);
		expect(await watchForStoreEvents(watch({ events: ['message'] }).context, () => NOON_MS)).toEqual({});
		expect(await rowsOf('store_event_watches')).toBe(0);
	});
});

describe('publishing a trigger with these events', () => {
	const registration = 'manual';

	it.each<[INodeParameters, RegExp]>([
		[{ usageFreeUsed: '800; many' }, /'Free Messages Used' has a threshold that is no whole number from 1 on: "many"/],
		[{ usageFreeUsed: '0' }, /'Free Messages Used' has a threshold that is no whole number from 1 on: "0"/],
		[{ usageCharged: '12.5' }, /'Charged Messages' has a threshold that is no whole number from 1 on: "12.5"/],
		[{ usageFreeUsed: '1001' }, /'Free Messages Used' has the threshold 1001, which is never reached/],
		[{ usageCharged: '={{ $json.threshold }}' }, /'Charged Messages' is the expression/],
		[{ usageFreeUsed: '' }, /'Free Messages Used' and 'Charged Messages' are empty/],
		[{ options: { usageTimeZone: 'Europe/Atlantis' } }, /'Time Zone' is no time zone/],
	])("refuses %j, at n8n's start as well", async (parameters, sentence) => {
		const all = { registration, events: ['usageReached'], ...parameters };
		await expect(publishTrigger(node, stage.credential, all)).rejects.toThrow(sentence);
		await expect(startWatching({ node, readCredential: () => stage.credential, parameters: all })).rejects.toThrow(sentence);
	});

	it('asks nothing of what is not shown', async () => {
		const parameters = { registration, events: ['givenUp'], usageFreeUsed: 'many' };
		await expect(publishTrigger(node, stage.credential, parameters)).resolves.toBeUndefined();
	});

	it('begins to look, and ends with one word', async () => {
		await delivered(FREE, 2, Date.now());
		const { response, executions, logs } = await startWatching({ node, readCredential: () => stage.credential, parameters: ofUsage });
		await response?.closeFunction?.();
		expect(logs).toEqual([]);
		expect(executions.map(({ items }) => items[0]?.json)).toMatchObject([{ event: 'usageReached', reached: { threshold: 2 } }]);
	});
});
