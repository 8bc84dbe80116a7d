import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { byName, filled } from '../support/openTemplateStage';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { setDate } from '../support/setDate';

const SENT = 0;
const NOT_SENT = 1;
const HOUR_MS = 3_600_000;
const SAO_PAULO = '+5511987654321';
const BERLIN = '+4915112345678';
const NOON = Date.parse('2026-11-26T12:00:00Z');
const NIGHT = { quietFrom: '21:00', quietUntil: '08:00' };
const SALE = { ...byName('summer_sale'), ...filled({ body_1: 'Ada' }), consent: 'keptElsewhere' };
const NEWS = byName('hello_world');

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	stage.simulator.setSettings({ statuses: 'none' });
	at(NOON);
});
afterEach(async () => {
	jest.useRealTimers();
	jest.restoreAllMocks();
	await stage.close();
});

/** Sets the clocks of the nodes and of the simulator. */
function at(instant: number | string): void {
	const atMs = typeof instant === 'number' ? instant : Date.parse(instant);
	setDate(atMs);
	stage.simulator.setClock({ reset: true });
}

async function run(node: SendTemplate | SendFreeForm, recipient: string | string[], parameters: object, more: Partial<NodeRun> = {}) {
	const items = toItems(...([recipient].flat().map((to) => ({ recipient: to, phoneNumberId: PHONE_NUMBER_ID })) as never[]));
	const { outputs, error } = await runNode({ node, items, credential: stage.credential, parameters: parameters as INodeParameters, ...more });
	return { error, sent: (outputs[SENT] ?? []).map(({ json }) => json), notSent: (outputs[NOT_SENT] ?? []).map(({ json }) => json.notSent as Record<string, unknown>) };
}
const sendTemplate = async (recipient: string | string[], manners: object, template: object = SALE, more: Partial<NodeRun> = {}) =>
	await run(new SendTemplate(), recipient, { ...template, manners }, { settings: { typeVersion: 2 }, ...more });
const sendFreeForm = async (recipient: string, parameters: object, more: Partial<NodeRun> = {}) => await run(new SendFreeForm(), recipient, { text: 'Hello', ...parameters }, more);

describe('quiet hours', () => {
	test('a reminder made at night waits for the morning in São Paulo, and goes out then', async () => {
		at('2026-11-27T01:30:00Z');
		const { sent, notSent } = await sendTemplate(SAO_PAULO, NIGHT);
		expect(sent).toEqual([]);
		expect(notSent).toEqual([
			expect.objectContaining({
				reason: 'quietHours',
				sendAt: '2026-11-27T11:00:00.000Z',
				quietHours: { from: '21:00', until: '08:00', timeZones: ['America/Sao_Paulo'] },
				advice: expect.stringContaining('Wait node'),
			}),
		]);
		at('2026-11-27T11:00:00Z');
		expect((await sendTemplate(SAO_PAULO, NIGHT)).sent).toHaveLength(1);
	});

	test('a message made at night goes out before the window closes in Berlin', async () => {
		at('2026-11-26T02:12:00Z');
		await stage.wrote(BERLIN, 0);
		at('2026-11-26T22:30:00Z');
		const { notSent } = await sendFreeForm(BERLIN, { manners: NIGHT });
		expect(notSent).toMatchObject([{ reason: 'quietHours', sendAt: '2026-11-27T02:02:00.000Z', message: expect.stringContaining('last moment of the window') }]);
		at('2026-11-27T02:02:00Z');
		expect((await sendFreeForm(BERLIN, { manners: NIGHT })).sent).toHaveLength(1);
	});

	test('a text for a closed window still goes the way that the builder chose, and its template waits', async () => {
		at('2026-11-27T01:30:00Z');
		expect((await sendFreeForm(BERLIN, { manners: NIGHT })).notSent).toMatchObject([{ reason: 'windowClosed' }]);
		const reply = { ...byName('support_reply'), whenClosed: 'template' };
		expect((await sendFreeForm(BERLIN, { manners: NIGHT, ...reply })).notSent).toMatchObject([{ reason: 'quietHours', sendAt: '2026-11-27T07:00:00.000Z' }]);
	});

	test('those of the account keep templates back at night, and no answers', async () => {
		const credential = { ...stage.credential, accountManners: true, ...NIGHT };
		at('2026-11-27T01:30:00Z');
		await stage.wrote(BERLIN, 60_000);
		expect((await sendTemplate(BERLIN, {}, NEWS, { credential })).notSent).toMatchObject([{ reason: 'quietHours' }]);
		expect((await sendTemplate(BERLIN, { leaveOutAccount: true }, NEWS, { credential })).sent).toHaveLength(1);
		expect((await sendFreeForm(BERLIN, {}, { credential })).sent).toHaveLength(1);
	});

	test('the zone may come from the item', async () => {
		at('2026-11-27T01:30:00Z');
		expect((await sendTemplate(BERLIN, { ...NIGHT, timeZone: '={{ "Asia/Tokyo" }}' })).sent).toHaveLength(1);
		const { error } = await sendTemplate(BERLIN, { ...NIGHT, timeZone: 'Europe/Berln' });
		expect(error?.message).toContain('Europe/Berln');
		expect(error?.description).toContain('Europe/Berlin?');
	});
});

describe('limits per person', () => {
	test('the most marketing templates keep back exactly whom they should', async () => {
		const cap = { marketingCap: 2, marketingCapDays: 7 };
		await sendTemplate([BERLIN, SAO_PAULO], {});
		at(NOON + HOUR_MS);
		await sendTemplate(BERLIN, {});
		at(NOON + 2 * HOUR_MS);
		const { sent, notSent } = await sendTemplate([BERLIN, SAO_PAULO], cap);
		expect(sent).toMatchObject([{ recipient: SAO_PAULO }]);
		expect(notSent).toMatchObject([{ reason: 'templateCap', sendAt: '2026-12-03T12:00:00.000Z', templatesSentAt: ['2026-11-26T13:00:00.000Z', '2026-11-26T12:00:00.000Z'] }]);
		expect((await sendTemplate(BERLIN, cap, NEWS)).sent).toHaveLength(1);
		at('2026-12-03T12:00:00Z');
		expect((await sendTemplate(BERLIN, cap)).sent).toHaveLength(1);
	});

	test('the pause keeps back exactly whom it should', async () => {
		await sendTemplate(BERLIN, {}, NEWS);
		at(NOON + HOUR_MS);
		const { sent, notSent } = await sendTemplate([BERLIN, SAO_PAULO], { templatePauseHours: 24 }, NEWS);
		expect(sent).toMatchObject([{ recipient: SAO_PAULO }]);
		expect(notSent).toMatchObject([{ reason: 'templatePause', sendAt: '2026-11-27T12:00:00.000Z' }]);
	});

	test('templates without an answer keep back exactly whom they should, until the person writes', async () => {
		const stop = { unansweredCap: 1 };
		await sendTemplate([BERLIN, SAO_PAULO], {}, NEWS);
		at(NOON + HOUR_MS);
		await stage.wrote(SAO_PAULO, 60_000);
		const { sent, notSent } = await sendTemplate([BERLIN, SAO_PAULO], stop, NEWS);
		expect(sent).toMatchObject([{ recipient: SAO_PAULO }]);
		expect(notSent).toMatchObject([{ reason: 'tooManyUnanswered' }]);
		expect(notSent[0]).not.toHaveProperty('sendAt');
		await stage.wrote(BERLIN, 30_000);
		expect((await sendTemplate(BERLIN, stop, NEWS)).sent).toHaveLength(1);
	});

	test('what goes out in one run to one person counts at once', async () => {
		const { sent, notSent } = await sendTemplate([BERLIN, BERLIN, BERLIN], { marketingCap: 2 });
		expect(sent).toHaveLength(2);
		expect(notSent).toMatchObject([{ reason: 'templateCap' }]);
	});

	test('of many runs at the same moment one sends', async () => {
		const runs = await Promise.all(Array.from({ length: 6 }, () => sendTemplate([BERLIN, SAO_PAULO], { templatePauseHours: 24 })));
		expect(runs.flatMap(({ error }) => (error ? [error] : []))).toEqual([]);
		expect(runs.flatMap(({ sent }) => sent.map(({ recipient }) => recipient)).sort()).toEqual([BERLIN, SAO_PAULO].sort());
		expect(runs.flatMap(({ notSent }) => notSent.map(({ reason }) => reason))).toEqual(Array(10).fill('templatePause'));
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	test('a message that was sent before is told as sent, and not held by itself', async () => {
		const own = { ...NEWS, options: { sendOnceKey: 'order-1' } };
		await sendTemplate(BERLIN, { templatePauseHours: 24 }, own);
		at('2026-11-26T23:00:00Z');
		expect((await sendTemplate(BERLIN, { templatePauseHours: 24, ...NIGHT }, own)).sent).toMatchObject([{ message: { alreadySent: true } }]);
		const executionId = 'campaign';
		at('2026-11-28T12:00:00Z');
		await sendTemplate(BERLIN, { templatePauseHours: 24 }, NEWS, { executionId });
		expect((await sendTemplate(BERLIN, { templatePauseHours: 24 }, NEWS, { executionId })).sent).toMatchObject([{ message: { alreadySent: true } }]);
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	test('an earlier try without an answer is held as undecided, and does not count against itself', async () => {
		const own = { ...NEWS, options: { sendOnceKey: 'order-1' } };
		stage.simulator.failNext({ mode: 'drop' });
		await sendTemplate(BERLIN, { templatePauseHours: 24 }, own);
		const { notSent } = await sendTemplate(BERLIN, { templatePauseHours: 24 }, own);
		expect(notSent).toMatchObject([{ reason: 'undecided' }]);
		expect(notSent[0]).not.toHaveProperty('reasons');
	});

	test('a dry run tells what would be held, and counts for nothing', async () => {
		const dry = { ...SALE, options: { dryRun: true } };
		expect((await sendTemplate(BERLIN, { marketingCap: 1 }, dry)).notSent).toMatchObject([{ reason: 'dryRun' }]);
		await sendTemplate(BERLIN, { marketingCap: 1 });
		expect((await sendTemplate(BERLIN, { marketingCap: 1 }, dry)).notSent).toMatchObject([{ reason: 'templateCap' }]);
	});

	test('nothing more is looked up where no manners ask for it', async () => {
		const asked = jest.spyOn(stage.store, 'findTemplateSends');
		const judged = jest.spyOn(stage.store, 'claimTemplateSend');
		await sendTemplate(BERLIN, NIGHT);
		await sendFreeForm(BERLIN, { manners: { marketingCap: 1 } });
		expect(asked).not.toHaveBeenCalled();
		expect(judged).not.toHaveBeenCalled();
	});

	test.each([
		[{ marketingCap: 0 }, 'Marketing Cap'],
		[{ marketingCap: 1.5 }, 'Marketing Cap'],
		[{ quietFrom: '8:00' }, 'leave no minute'],
		[{ quietFrom: 'late' }, 'Quiet From'],
		[{ templatePauseHours: -1 }, 'Template Pause'],
	])('%j is told, and nothing is sent', async (manners, words) => {
		const { error } = await sendTemplate(BERLIN, manners);
		expect(error?.message).toContain(words);
		expect(stage.simulator.sent()).toEqual([]);
	});
});
