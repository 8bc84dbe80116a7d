import type { INodeParameters } from 'n8n-workflow';

import type { ConsentKind } from '../../nodes/shared/domain/Consent';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { byName, filled } from '../support/openTemplateStage';

const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
const SALE = { ...byName('summer_sale'), ...filled({ body_1: 'Ada' }) };

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

async function said(kind: ConsentKind, state: 'optedIn' | 'optedOut', agoMs = 1_000, nowMs = Date.now()): Promise<void> {
	const entry = { businessAccountId: BUSINESS_ACCOUNT_ID, user: { waId: ADA.slice(1) }, source: 'keyword', evidence: 'wamid.STOP', wording: 'Stop' };
	await stage.store.recordConsent([{ ...entry, kind, state, atMs: nowMs - agoMs }]);
}

async function hasWritten(agoMs: number, nowMs = Date.now()): Promise<void> {
	const user = { waId: ADA.slice(1) };
	await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user, atMs: nowMs - agoMs }]);
}

async function run(node: SendTemplate | SendFreeForm, parameters: object, typeVersion: number, more: object = {}) {
	const items = toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...more } as never);
	return await runNode({ node, items, credential: stage.credential, settings: { typeVersion }, parameters: parameters as INodeParameters });
}
const sendTemplate = async (parameters: object, typeVersion = 2, more: object = {}) => await run(new SendTemplate(), parameters, typeVersion, more);
const sendFreeForm = async (parameters: object) => await run(new SendFreeForm(), { text: 'On its way', ...parameters }, 2);

describe('Send Template', () => {
	it('keeps a marketing template back from somebody who never opted in, and says what to do', async () => {
		const { outputs, error } = await sendTemplate(SALE);
		expect(error).toBeUndefined();
		expect(outputs[NOT_SENT]?.[0]?.json).toMatchObject({
			notSent: { reason: 'noOptIn', category: 'marketing', message: expect.stringContaining('marketing messages'), advice: expect.stringContaining('Consent > Opt In') },
		});
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('sends it to somebody who opted in', async () => {
		await said('marketing', 'optedIn');
		expect((await sendTemplate(SALE)).outputs[SENT]).toHaveLength(1);
	});

	it('sends it where opt-ins are kept elsewhere, and from nodes of before', async () => {
		expect((await sendTemplate({ ...SALE, consent: 'keptElsewhere' })).outputs[SENT]).toHaveLength(1);
		expect((await sendTemplate(SALE, 1)).outputs[SENT]).toHaveLength(1);
	});

	it('says since when and by which evidence somebody has opted out, in a node of any version', async () => {
		await said('everything', 'optedOut');
		for (const typeVersion of [1, 2]) {
			const { outputs } = await sendTemplate({ ...byName('hello_world'), consent: 'keptElsewhere' }, typeVersion);
			expect(outputs[NOT_SENT]?.[0]?.json.notSent).toMatchObject({
				reason: 'optedOut',
				category: 'utility',
				kind: 'everything',
				since: expect.stringMatching(/^\d{4}-.*Z$/),
				source: 'keyword',
				evidence: 'wamid.STOP',
				message: expect.stringContaining('opted out of all messages'),
			});
		}
	});

	it('asks for an opt-in to an order update where every template needs one, unless the person has just written', async () => {
		const update = { ...byName('hello_world'), consent: 'requiredForAll' };
		expect((await sendTemplate(update)).outputs[NOT_SENT]?.[0]?.json).toMatchObject({ notSent: { reason: 'noOptIn', category: 'utility' } });
		await hasWritten(60_000);
		expect((await sendTemplate(update)).outputs[SENT]).toHaveLength(1);
	});

	it('takes an opt-in to the topic for one, and obeys an opt-out of it', async () => {
		const news = { ...SALE, options: { topic: 'Newsletter' } };
		await said('topic:newsletter', 'optedIn', 2_000);
		expect((await sendTemplate(news)).outputs[SENT]).toHaveLength(1);
		await said('topic:newsletter', 'optedOut');
		expect((await sendTemplate(news)).outputs[NOT_SENT]?.[0]?.json).toMatchObject({ notSent: { reason: 'optedOut', kind: 'topic:newsletter' } });
	});

	it.each([[{ list: '' }], [{ list: ' ' }], [{ list: null }], [{}]])('sends nothing where the expression of the topic gives none, as of %j', async (more) => {
		await said('marketing', 'optedIn', 2_000);
		await said('topic:newsletter', 'optedOut');
		const { error } = await sendTemplate({ ...SALE, options: { topic: '={{ $json.list }}' } }, 2, more);
		expect(error?.message).toBe("'Topic' is empty, so nothing was sent: it would reach those who have opted out of the topic.");
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([
		[{ consent: 'maybe' }, `'Consent' is unknown: "maybe"`],
		[{ options: { topic: 'x'.repeat(65) } }, "'Topic' is longer than 64 characters"],
	])('refuses %j with a sentence', async (parameters, message) => {
		const { error } = await sendTemplate({ ...SALE, ...parameters });
		expect(error?.message).toContain(message);
		expect(stage.simulator.sent()).toEqual([]);
	});
});

describe('Send Free-form', () => {
	it('answers somebody whose very message was the opt-out of everything', async () => {
		const nowMs = Date.now();
		await hasWritten(1_000, nowMs);
		await said('everything', 'optedOut', 1_000, nowMs);
		expect((await sendFreeForm({})).outputs[SENT]).toHaveLength(1);
	});

	it('says nothing more to somebody who opted out of everything since, though the window is open', async () => {
		await hasWritten(60_000);
		await said('everything', 'optedOut', 1_000);
		for (const whenClosed of ['route', 'template', 'sendAnyway', 'fail']) {
			const { outputs, error } = await sendFreeForm({ whenClosed, ...byName('hello_world') });
			expect(error).toBeUndefined();
			expect(outputs[NOT_SENT]?.[0]?.json).toMatchObject({ notSent: { reason: 'optedOut', kind: 'everything' } });
		}
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('asks for an opt-in when a marketing template takes the place of the text', async () => {
		const instead = { whenClosed: 'template', ...byName('summer_sale') };
		expect((await sendFreeForm(instead)).outputs[NOT_SENT]?.[0]?.json).toMatchObject({ notSent: { reason: 'noOptIn' } });
		await said('marketing', 'optedIn');
		expect((await sendFreeForm(instead)).outputs[SENT]).toHaveLength(1);
	});
});
