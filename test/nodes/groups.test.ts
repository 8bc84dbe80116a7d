import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ConversationCheck } from '../../nodes/ConversationCheck/ConversationCheck.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import type { Group } from '../../simulator/world/Group';
import { openScene, type Scene } from '../support/openScene';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID, toItems } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { postWebhook } from '../support/postWebhook';
import { runNode } from '../support/runNode';
import { toWebhook } from '../support/toWebhook';

const ADA = '12025550143';
const BRUNO = '5511987654321';
const HOUR_MS = 3_600_000;
const HELLO = byName('hello_world');

let scene: Scene;
let group: Group;
beforeEach(async () => {
	scene = await openScene();
	group = scene.simulator.putGroup({ subject: 'Balcony club', members: [ADA, BRUNO] });
});
afterEach(async () => await scene.close());

const writeInGroup = async (from = ADA, more: object = {}): Promise<IDataObject> => {
	scene.simulator.write({ from, text: 'Hello all', groupId: group.id, ...more });
	await scene.delivered();
	return scene.trigger.executions.flat().at(-1)!.json;
};
const toGroup = (more: IDataObject = {}): IDataObject => ({ recipient: group.id, phoneNumberId: PHONE_NUMBER_ID, ...more });
const session = async (parameters: INodeParameters, ...items: IDataObject[]) =>
	await runNode({ node: new WhatsAppSession(), credential: scene.credential, parameters, items: toItems(...items) });

describe('a message in a group', () => {
	it('starts the workflow with the group as the recipient, and with its window', async () => {
		const item = await writeInGroup();
		expect(item).toMatchObject({
			recipient: group.id,
			from: ADA,
			message: { groupId: group.id, text: 'Hello all' },
			session: { isOpen: true, reason: 'open', recipient: { phoneNumber: null, waId: null, bsuid: null, groupId: group.id } },
		});
	});

	it('is answered in the group by a node that is left as it is, as an answer to the message', async () => {
		const item = await writeInGroup();
		const { output, json } = await scene.sendFreeForm(item, { text: 'Hello to you all', options: { replyTo: '={{ $json.message.id }}', markAsRead: true, typingSeconds: 1 } });
		expect([output, json.session]).toMatchObject(['Sent', { recipient: { groupId: group.id } }]);
		expect(scene.simulator.sent()).toMatchObject([{ groupId: group.id, text: 'Hello to you all', contextId: (item.message as IDataObject).id }]);
		expect(scene.simulator.conversation(group.id)[0]).not.toHaveProperty('isReadByBusiness');
	});

	it('opens the window of the group for whoever asks, and not that of its writer', async () => {
		await writeInGroup(BRUNO);
		expect(await scene.check(toGroup())).toMatchObject({ output: 'Open', json: { session: { recipient: { groupId: group.id } } } });
		for (const recipient of [BRUNO, ADA]) expect(await scene.check(toGroup({ recipient: `+${recipient}` }))).toMatchObject({ output: 'Closed', json: { session: { reason: 'noInboundOnRecord' } } });
	});

	it('of the built-in trigger is answered in the group as well', async () => {
		await writeInGroup();
		const item = { messaging_product: 'whatsapp', metadata: { phone_number_id: PHONE_NUMBER_ID }, messages: [{ from: ADA, group_id: group.id }] };
		expect(await scene.check(item)).toMatchObject({ output: 'Open', json: { session: { recipient: { groupId: group.id } } } });
	});

	it('is answered in private where the item says so', async () => {
		const item = await writeInGroup();
		expect(await scene.check({ ...item, recipient: `+${ADA}` })).toMatchObject({ output: 'Closed', json: { session: { recipient: { waId: ADA } } } });
	});

	it('is of nobody who could be passed on between responders', async () => {
		const item = await writeInGroup();
		const { error } = await session({ resource: 'thread', operation: 'take' }, item);
		expect(error?.message).toMatch(/^'Recipient' is a group, and only conversations with one person/);
	});

	it('is exported and forgotten as a record of the group, without a word of it', async () => {
		await writeInGroup();
		const { outputs } = await session({ resource: 'contact', operation: 'export' }, toGroup());
		expect(JSON.stringify(outputs)).toContain(`"groupId":"${group.id}"`);
		expect(JSON.stringify(outputs)).not.toContain('Hello all');
		expect((await session({ resource: 'contact', operation: 'forget' }, toGroup())).error).toBeUndefined();
		expect(await scene.check(toGroup())).toMatchObject({ output: 'Closed', json: { session: { reason: 'noInboundOnRecord' } } });
	});

	it('is not marked as read, which WhatsApp does not show in groups', async () => {
		const item = await writeInGroup();
		const { error } = await session({ resource: 'message', operation: 'markAsRead' }, item);
		expect(error?.message).toMatch(/written in a group/);
	});
});

describe('the window of a group', () => {
	it('closes 24 hours after anybody last wrote there', async () => {
		scene.travel(25 * HOUR_MS);
		await writeInGroup();
		scene.travel(0);
		expect(await scene.check(toGroup())).toMatchObject({ output: 'Closed', json: { session: { reason: 'expired', recipient: { groupId: group.id } } } });
		expect(await scene.sendFreeForm(toGroup(), { text: 'Hi' })).toMatchObject({ output: 'Window Closed', json: { notSent: { reason: 'windowClosed' } } });
		expect(scene.simulator.sent()).toEqual([]);
	});

	it('closes where Meta refuses a message, at once or later, and that of no member does', async () => {
		for (const reEngagementError of ['later', 'atOnce'] as const) {
			scene.simulator.setSettings({ reEngagementError });
			const user = { bsuid: group.id };
			await scene.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user, atMs: Date.now() - 60_000 }]);
			await scene.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA }, atMs: Date.now() - 60_000 }]);
			await scene.sendFreeForm(toGroup(), { text: 'Hi' });
			await scene.delivered();
			expect(await scene.check(toGroup())).toMatchObject({ output: 'Closed', json: { session: { reason: 'closedByPlatform' } } });
			expect(await scene.check(toGroup({ recipient: `+${ADA}` }))).toMatchObject({ output: 'Open' });
			group = scene.simulator.putGroup({ members: [ADA] });
		}
	});

	it('leads into a template that carries the text, where the builder wants that', async () => {
		const fallback = { whenClosed: 'template', ...byName('support_reply'), text: 'We have shipped it.' };
		expect(await scene.sendFreeForm(toGroup(), fallback)).toMatchObject({ output: 'Sent', json: { message: { sentAs: 'template' } } });
		expect(scene.simulator.sent()).toMatchObject([{ type: 'template', groupId: group.id, text: expect.stringContaining('We have shipped it.') }]);
	});

	it('keeps a message until anybody writes there, and nudges the group by a template', async () => {
		const kept = await scene.sendFreeForm(toGroup(), { text: 'Ready', whenClosed: 'keep', consent: 'keptElsewhere', ...HELLO });
		expect(kept).toMatchObject({ output: 'Sent', json: { outbox: { state: 'kept' }, message: { sentAs: 'template' } } });
		await writeInGroup(BRUNO);
		for (let turn = 0; turn < 500 && scene.simulator.sent().length < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
		expect(scene.simulator.sent()).toMatchObject([{ type: 'template', groupId: group.id }, { type: 'text', text: 'Ready', groupId: group.id }]);
	});

	it('is on the list of sessions, and taken over like that of a person', async () => {
		await writeInGroup();
		const { outputs } = await session({ resource: 'session', operation: 'getAll', returnAll: true }, {});
		expect(outputs[0]).toMatchObject([{ json: { recipient: group.id, session: { recipient: { groupId: group.id } } } }]);
		await session({ resource: 'conversation', operation: 'takeOver' }, toGroup());
		const checked = await runNode({ node: new ConversationCheck(), credential: scene.credential, items: toItems(toGroup()), parameters: {} });
		expect(checked.error).toBeUndefined();
		expect(JSON.stringify(checked.outputs)).toContain('"owner":"human"');
	});
});

describe('a message to a group', () => {
	const KINDS: Array<[string, IDataObject]> = [
		['image', { media: 'https://example.com/a.png' }],
		['video', { media: 'https://example.com/a.mp4' }],
		['audio', { media: 'https://example.com/a.mp3' }],
		['document', { media: 'https://example.com/a.pdf' }],
		['sticker', { media: 'https://example.com/a.webp' }],
	];
	it.each(KINDS)('may be of the kind %s', async (messageType, parameters) => {
		await writeInGroup();
		expect(await scene.sendFreeForm(toGroup(), { messageType, ...parameters } as INodeParameters)).toMatchObject({ output: 'Sent', error: undefined });
		expect(scene.simulator.sent()).toMatchObject([{ type: messageType, groupId: group.id }]);
	});

	it.each([
		['location', { latitude: 1, longitude: 2 }],
		['reaction', { messageId: 'wamid.x', emoji: '👍' }],
		['link', { body: 'Look', linkLabel: 'Open', linkUrl: 'https://example.com' }],
		['buttons', { body: 'Yes?', buttons: { button: [{ title: 'Yes' }] } }],
	])('may not be of the kind %s, and is refused before it leaves', async (messageType, parameters) => {
		await writeInGroup();
		const { error } = await scene.sendFreeForm(toGroup(), { messageType, ...parameters } as INodeParameters);
		expect(error).toMatch(/^'Message Type' makes a message of the type .*, and 'Recipient' is a group/);
		expect(scene.simulator.sent()).toEqual([]);
	});

	it('is asked for no answer, for no identity, and goes by no Direct Send', async () => {
		const { error } = await runNode({ node: new SendFreeForm(), credential: scene.credential, parameters: { operation: 'ask', text: 'Yes?' }, items: toItems(toGroup()) });
		expect(error?.message).toMatch(/^'Recipient' is a group, and nobody can say whose message in it is the answer/);
		expect((await scene.sendFreeForm(toGroup(), { text: 'Hi', options: { identityKeyHash: 'DF2lS5v2W6x=' } })).error).toMatch(/^'Identity Key Hash' is given, and 'Recipient' is a group/);
		expect((await scene.sendFreeForm(toGroup(), { text: 'Hi', whenClosed: 'directSend' })).error).toMatch(/^'When the Window Is Closed' is Send Without a Template/);
		expect(scene.simulator.sent()).toEqual([]);
	});

	it('waits in quiet hours by the zone that is given, and without one does not go out', async () => {
		await writeInGroup();
		const inBerlin = DateTime.now().setZone('Europe/Berlin');
		const quiet = { quietFrom: inBerlin.minus({ hours: 2 }).toFormat('HH:mm'), quietUntil: inBerlin.plus({ hours: 2 }).toFormat('HH:mm') };
		const { json } = await scene.sendFreeForm(toGroup(), { text: 'Hi', manners: quiet });
		expect(json.notSent).toMatchObject({ reason: 'quietHours', message: expect.stringMatching(/^This is a group, which has no country/) });
		expect((json.notSent as IDataObject).sendAt).toBeUndefined();
		const zoned = await scene.sendFreeForm(toGroup(), { text: 'Hi', manners: { ...quiet, timeZone: 'Europe/Berlin' } });
		expect(zoned).toMatchObject({ output: 'Window Closed', json: { notSent: { reason: 'quietHours', sendAt: expect.any(String) } } });
		expect(scene.simulator.sent()).toEqual([]);
	});

	it('is charged for each member that it reached', async () => {
		await scene.sendTemplate(toGroup(), { ...HELLO, consent: 'keptElsewhere' });
		await scene.delivered();
		const counts = await scene.store.countUsage([PHONE_NUMBER_ID], Date.now() - HOUR_MS, Date.now() + HOUR_MS);
		expect(counts.filter(({ counted }) => counted === 'delivered')).toMatchObject([{ category: 'group_utility', isBillable: true, count: 2 }]);
		const [sent] = scene.simulator.sent();
		expect(await scene.store.findSends([sent!.id])).toMatchObject([{ status: 'read' }]);
	});
});

describe('a budget', () => {
	it('lets a message to a group out where there is room for all of its members', async () => {
		const budget = (mostCharged: number) => ({ ...HELLO, consent: 'keptElsewhere', options: { budget: { month: { mostCharged, timeZone: 'UTC' } } } });
		expect(await scene.sendTemplate(toGroup(), budget(7))).toMatchObject({ output: 'Not Sent', json: { notSent: { reason: 'budgetSpent' } } });
		expect(await scene.sendTemplate(toGroup(), budget(8))).toMatchObject({ output: 'Sent' });
	});
});

describe('a template to a group', () => {
	it('goes out in an open and in a closed window', async () => {
		expect(await scene.sendTemplate(toGroup(), { ...HELLO, consent: 'keptElsewhere' })).toMatchObject({ output: 'Sent' });
		expect(scene.simulator.sent()).toMatchObject([{ type: 'template', groupId: group.id }]);
	});

	it.each(['requiredForMarketing', 'requiredForAll'])('that asks for an opt-in on record (%s) stays, since consent is a person\'s', async (consent) => {
		await writeInGroup();
		const template = consent === 'requiredForAll' ? HELLO : { ...byName('summer_sale'), ...filled({ body_1: 'all' }) };
		const run = { node: new SendTemplate(), credential: scene.credential, settings: { typeVersion: 2 }, items: toItems(toGroup()) };
		const { outputs } = await runNode({ ...run, parameters: { ...template, consent } });
		expect(outputs[1]?.map(({ json }) => json.notSent)).toMatchObject([
			{ reason: 'noOptIn', message: expect.stringMatching(/^This is a group, and an opt-in to .* is given by each person alone/), advice: expect.stringContaining("'Kept Elsewhere'") },
		]);
		expect(scene.simulator.sent()).toEqual([]);
	});

	it.each([
		['login_code', 'is an authentication template'],
		['new_arrivals', 'has a button of the kind'],
		['plant_shelf', 'is a carousel'],
		['store_location', 'has a header of the kind LOCATION'],
		['appointment_flow', 'has a button of the kind FLOW'],
		['payment_request', 'ORDER'],
	])('called %s is refused, because it %s', async (name, words) => {
		const { error } = await scene.sendTemplate(toGroup(), { ...byName(name), consent: 'keptElsewhere' });
		expect(error).toContain(words);
		expect(error).toContain("'Recipient' is a group");
		expect(scene.simulator.sent()).toEqual([]);
	});

	it('goes by the Cloud API alone', async () => {
		const { error } = await scene.sendTemplate(toGroup(), { ...byName('summer_sale'), ...filled({ body_1: 'all' }), consent: 'keptElsewhere', options: { marketingThrough: 'marketingMessages' } } as INodeParameters);
		expect(error).toMatch(/^'Send Marketing Through' is Marketing Messages API, and 'Recipient' is a group/);
	});
});

describe('consent of a group', () => {
	it.each(['optIn', 'optOut'])('is not recorded by %s', async (operation) => {
		const { error } = await session({ resource: 'consent', operation, kind: 'marketing', evidence: 'form 7' }, toGroup());
		expect(error?.message).toMatch(/^'Recipient' is a group, and consent is given by each person alone/);
		expect(await scene.store.findConsent(BUSINESS_ACCOUNT_ID, [{ bsuid: group.id }])).toMatchObject([{ facts: [] }]);
	});
});

describe('the status of a message to a group', () => {
	const report = async (...statuses: IDataObject[]) => {
		const common = { id: 'wamid.G', timestamp: String(Math.floor(Date.now() / 1000)), recipient_id: group.id, recipient_type: 'group' };
		await postWebhook(scene.trigger.url, toWebhook({ statuses: statuses.map((status) => ({ ...common, ...status })) }));
	};

	it('that failed for all leads to a template for the group, and one that failed for one member leads nowhere', async () => {
		await scene.close();
		scene = await openScene({}, { events: ['messageFailed', 'messageStatus'] });
		group = scene.simulator.putGroup({ members: [ADA, BRUNO] });
		await scene.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: group.id }, atMs: Date.now() - HOUR_MS }]);
		const errors = [{ code: 131047, title: 'Re-engagement message' }];
		await report({ status: 'failed', errors });
		await report({ id: 'wamid.H', status: 'failed', recipient_participant_id: ADA, errors });
		await report({ id: 'wamid.H', status: 'delivered', recipient_participant_id: BRUNO });
		const items = scene.trigger.executions.flat().map(({ json }) => json);
		expect(items).toMatchObject([
			{ event: 'messageFailed', recipient: group.id, nextStep: 'template', session: { reason: 'closedByPlatform' }, message: { groupId: group.id, participant: null } },
			{ event: 'messageFailed', recipient: group.id, nextStep: 'none', message: { participant: { waId: ADA } } },
			{ event: 'messageStatus', recipient: group.id, message: { groupId: group.id, participant: { waId: BRUNO } } },
		]);
	});
});
