import type { INodeParameters } from 'n8n-workflow';

import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { toWebhookRecord } from '../store/toWebhookRecord';
import { openScene, type Scene } from '../support/openScene';
import { PHONE_NUMBER_ID, toItems } from '../support/openStage';
import { byName } from '../support/openTemplateStage';
import { runNode, type NodeRun } from '../support/runNode';
import { setDate } from '../support/setDate';
import { until } from '../support/until';

const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
const NEWS = byName('hello_world');
const ZONE = 'Europe/Berlin';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(async () => await scene.close());

const people = (count: number) => Array.from({ length: count }, (_, index) => `+1555010${1000 + index}`);
const budget = (mostCharged: unknown, timeZone: unknown = ZONE) => ({ budget: { month: { mostCharged, timeZone } } });
const posted = () => scene.simulator.sent().filter(({ status }) => status !== 'refused');

async function run(node: SendTemplate | SendFreeForm | ReachPerson, recipients: string[], parameters: object, more: Partial<NodeRun> = {}) {
	const items = toItems(...(recipients.map((recipient) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID })) as never[]));
	const { outputs, error } = await runNode({ node, items, credential: scene.credential, parameters: parameters as INodeParameters, ...more });
	return { error, outputs, sent: outputs[SENT]?.length ?? 0, notSent: (outputs[NOT_SENT] ?? []).map(({ json }) => json.notSent as Record<string, unknown>) };
}
const sendTemplate = async (recipients: string[], options: object, more: Partial<NodeRun> = {}) => await run(new SendTemplate(), recipients, { ...NEWS, options }, more);
const sendText = async (recipients: string[], options: object, parameters: object = {}) => await run(new SendFreeForm(), recipients, { text: 'Hello', options, ...parameters });

/** The free ones of this month are used up. */
async function useUp(count = 1_000): Promise<void> {
	const price = { category: 'service', type: 'free_customer_service', isBillable: false };
	const of = { phoneNumberId: PHONE_NUMBER_ID, user: {}, status: 'delivered', atMs: Date.now(), errorCodes: [], price };
	await scene.store.recordWebhook(toWebhookRecord({ receivedAtMs: Date.now(), statuses: Array.from({ length: count }, (_, index) => ({ ...of, messageId: `wamid.free ${index}` })) }));
}

async function wrote(...all: string[]): Promise<void> {
	await scene.store.recordEvidence(all.map((one) => ({ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { waId: one.slice(1) }, atMs: Date.now() - 60_000 })));
	for (const one of all) scene.simulator.write({ from: one.slice(1), text: 'Hello' });
	await scene.delivered();
}

describe('a budget of 100', () => {
	it.each(['none', 'read'] as const)('lets exactly 100 of 1,000 items out, whether statuses come at all: %s', async (statuses) => {
		scene.simulator.setSettings({ statuses });
		const { error, sent, notSent } = await sendTemplate(people(1_000), budget(100));
		expect(error).toBeUndefined();
		expect(sent).toBe(100);
		expect(posted()).toHaveLength(100);
		expect(notSent).toHaveLength(900);
		for (const one of notSent) expect(one).toMatchObject({ reason: 'budgetSpent', budget: { mostCharged: 100, spent: 100, timeZone: ZONE } });
		await scene.delivered();
		expect((await sendTemplate([ADA], budget(100))).notSent).toMatchObject([{ reason: 'budgetSpent' }]);
		expect(posted()).toHaveLength(100);
	}, 60_000);

	it('is that of all workflows, and answers go out all the same', async () => {
		await wrote(...people(20));
		const runs = [sendTemplate(people(80), budget(50)), sendTemplate(people(80), budget(50)), sendText(people(20), budget(50))];
		const [one, other, answers] = await Promise.all(runs);
		expect([(one?.sent ?? 0) + (other?.sent ?? 0), answers?.sent]).toEqual([50, 20]);
		expect(posted()).toHaveLength(70);
	});
});

describe('a budget that is spent', () => {
	it('gets a place back for what WhatsApp refuses, at once', async () => {
		scene.simulator.failNext({ mode: 'error', code: 131026, count: 2 });
		const { outputs, sent } = await sendTemplate(people(5), budget(5), { settings: { onError: 'continueRegularOutput' } });
		expect([sent, outputs[NOT_SENT]?.filter(({ json }) => 'error' in json).length]).toEqual([3, 2]);
		expect((await sendTemplate(people(10).slice(5), budget(5))).sent).toBe(2);
		expect(posted()).toHaveLength(5);
	});

	it('gets one back for what fails on its way, when it is counted anew', async () => {
		scene.simulator.failNext({ mode: 'later', code: 131026, count: 2 });
		expect((await sendTemplate(people(3), budget(3))).sent).toBe(3);
		await scene.delivered();
		expect((await sendTemplate([ADA], budget(3))).sent).toBe(0);
		setDate(Date.now() + 6_000);
		expect((await sendTemplate(['+15550109001', '+15550109002', '+15550109003'], budget(3))).sent).toBe(2);
	});

	it('keeps a template for the next month, also in a dry run and in place of a free-form message', async () => {
		setDate(Date.parse('2026-11-26T12:00:00Z'));
		const sendAt = '2026-11-30T23:00:00.000Z';
		expect((await sendTemplate([ADA], budget(0))).notSent).toMatchObject([{ reason: 'budgetSpent', sendAt, budget: { month: '2026-11' } }]);
		expect((await sendTemplate([ADA], { ...budget(0), dryRun: true })).notSent).toMatchObject([{ reason: 'budgetSpent', sendAt }]);
		expect((await sendTemplate([ADA], { ...budget(1), dryRun: true })).notSent).toMatchObject([{ reason: 'dryRun' }]);
		const instead = { ...byName('support_reply'), whenClosed: 'template' };
		expect((await sendText([ADA], budget(0), instead)).notSent).toMatchObject([{ reason: 'budgetSpent', sendAt }]);
		expect((await sendTemplate([ADA], budget('0', ''), { timezone: 'Asia/Kathmandu' })).notSent).toMatchObject([{ sendAt: '2026-11-30T18:15:00.000Z', budget: { timeZone: 'Asia/Kathmandu' } }]);
		expect(posted()).toEqual([]);
	});

	it('keeps a free-form message back once the free ones are used up, and no reaction', async () => {
		await wrote(ADA);
		expect((await sendText([ADA], budget(0))).sent).toBe(1);
		await scene.delivered();
		await useUp(999);
		setDate(Date.now() + 61_000);
		const { notSent } = await sendText([ADA], budget(0));
		expect(notSent).toMatchObject([{ reason: 'budgetSpent', advice: expect.stringContaining("'Most Messages': 0 of 0 are spent, and 1000 of the 1000") }]);
		expect(notSent[0]).not.toHaveProperty('sendAt');
		const messageId = posted()[0]?.id;
		expect(await sendText([ADA], budget(0), { messageType: 'reaction', emoji: '👍', messageId })).toMatchObject({ error: undefined, sent: 1 });
	});

	it('sends a long text as a whole or not at all', async () => {
		await wrote(ADA);
		await useUp();
		const text = 'A sentence of a long text. '.repeat(400);
		expect((await sendText([ADA], { ...budget(2), splitText: true }, { text })).notSent).toMatchObject([{ reason: 'budgetSpent' }]);
		expect(posted()).toEqual([]);
		expect((await sendText([ADA], { ...budget(3), splitText: true }, { text })).sent).toBe(1);
		expect(posted()).toHaveLength(3);
	});

	it('lets everything out to somebody who came through an ad', async () => {
		await useUp();
		scene.simulator.write({ from: ADA.slice(1), text: 'I saw your ad', referral: true });
		await scene.delivered();
		expect((await sendText([ADA], budget(0))).sent).toBe(1);
		await scene.delivered();
		expect((await sendTemplate([ADA], budget(0))).sent).toBe(1);
		await scene.delivered();
		setDate(Date.now() + 61_000);
		expect((await sendTemplate(people(1), budget(1))).sent).toBe(1);
	});

	it('keeps what was kept until the person writes', async () => {
		const keep = { ...NEWS, whenClosed: 'keep' };
		expect((await sendText([ADA], budget(1), keep)).sent).toBe(1);
		await scene.delivered();
		await useUp();
		setDate(Date.now() + 61_000);
		scene.simulator.setClock({ offsetSeconds: 61 });
		const judged = jest.spyOn(scene.store, 'findCharges');
		scene.simulator.write({ from: ADA.slice(1), text: 'Yes?' });
		await scene.delivered();
		await until(() => judged.mock.calls.length > 0);
		expect(await judged.mock.results.at(-1)?.value).toEqual({ charged: 1, service: 1_000 });
		const [kept] = await scene.store.listOutbox({ businessAccountId: String(scene.credential.businessAccountId), after: 0, limit: 10, atMs: Date.now() });
		expect(kept).toMatchObject({ state: 'kept' });
		expect(posted()).toMatchObject([{ type: 'template' }]);
		judged.mockRestore();
	});

	it('is told an agent in words', async () => {
		const { outputs } = await run(new ReachPerson(), [ADA], { text: 'Hello', ...byName('support_reply'), options: budget(0), consent: 'keptElsewhere' });
		expect(outputs[NOT_SENT]?.[0]?.json).toMatchObject({ reached: { isReached: false, tryAgain: 'later', words: expect.stringContaining('At most 0 messages') } });
	});

	it('says nothing against the same send that went out before', async () => {
		const own = { ...budget(1), sendOnceKey: 'order-1' };
		expect((await sendTemplate([ADA], own)).sent).toBe(1);
		const { outputs } = await sendTemplate([ADA], own);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
	});
});

it('is asked of nobody who gave none', async () => {
	const spies = (['findCharges', 'claimWithinBudget'] as const).map((name) => jest.spyOn(scene.store, name));
	expect((await sendTemplate([ADA], {})).sent).toBe(1);
	for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test.each([
	[-1, ZONE, "'Most Messages' is not a whole number from 0 to 1000000000: -1"],
	[1.5, ZONE, "'Most Messages' is not a whole number from 0 to 1000000000: 1.5"],
	['many', ZONE, `'Most Messages' is not a whole number from 0 to 1000000000: "many"`],
	['={{ $json.nothing }}', ZONE, "'Most Messages' is empty, so nothing was sent."],
	[true, ZONE, "'Most Messages' is empty, so nothing was sent."],
	[1, 'Berlin/Europe', `'Time Zone' is no time zone: "Berlin/Europe"`],
	[1, 7, "'Time Zone' is no time zone: 7"],
])('a budget of %j in %j is refused', async (mostCharged, timeZone, sentence) => {
	const { error } = await sendTemplate([ADA], budget(mostCharged, timeZone));
	expect(error?.message).toContain(sentence);
	expect(posted()).toEqual([]);
});

test('an option without its fields is refused, and does not mean that there is no limit', async () => {
	expect((await sendTemplate([ADA], { budget: {} })).error?.message).toContain("'Most Messages' is empty");
});
