import type { Group } from '../../simulator/world/Group.ts';
import { ADA, DAY_MS, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

const BRUNO = '5511987654321';
const CHEN = '447700900123';
const DANA = '12025550199';
const TEMPLATE = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
const TEXT = { type: 'text', text: { body: 'Hello all' } };

describe('a group', () => {
	let stage: Stage;
	let group: Group;

	beforeEach(async () => {
		stage = await openStage();
		group = stage.simulator.putGroup({ subject: 'Balcony club', members: [ADA, BRUNO, CHEN] });
	});
	afterEach(async () => await stage.close());

	const send = async (message: Record<string, unknown>, to = group.id) => {
		const answer = await stage.send({ recipient_type: 'group', to, ...message });
		await stage.simulator.idle();
		return answer;
	};
	const statuses = () => stage.receivedOf('statuses');

	test('gets a free-form message for 24 hours after any of its members wrote there, and not after one wrote to the business alone', async () => {
		stage.simulator.write({ from: ADA, text: 'For you alone' });
		await send(TEXT);
		expect(statuses()).toMatchObject([{ status: 'failed', recipient_id: group.id, recipient_type: 'group', errors: [{ code: 131047 }] }]);
		stage.simulator.write({ from: BRUNO, text: 'For all', groupId: group.id });
		const { status, body } = await send(TEXT);
		expect([status, body.contacts]).toEqual([200, [{ input: group.id, wa_id: group.id }]]);
		expect(stage.simulator.conversation(group.id)).toMatchObject([{ status: 'failed' }, { direction: 'inbound', waId: BRUNO }, { status: 'read', groupId: group.id }]);
		stage.time.nowMs += DAY_MS;
		await send(TEXT);
		expect(statuses().at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] });
	});

	test('refuses at once where Meta does', async () => {
		stage.simulator.setSettings({ reEngagementError: 'atOnce' });
		expect((await send(TEXT)).body.error).toMatchObject({ code: 131047 });
		stage.simulator.write({ from: ADA, text: 'Hello', groupId: group.id });
		expect((await send(TEXT)).status).toBe(200);
	});

	test('has a status of its own when a message was sent, and one of each member for what became of it, with a price for each', async () => {
		await send({ ...TEMPLATE, biz_opaque_callback_data: 'mine' });
		expect(statuses().map(({ status, recipient_participant_id: phone, recipient_participant_user_id: user }) => [status, phone, typeof user])).toEqual([
			['sent', undefined, 'undefined'],
			['delivered', ADA, 'string'],
			['delivered', BRUNO, 'string'],
			['delivered', undefined, 'string'],
			['read', ADA, 'string'],
			['read', BRUNO, 'string'],
			['read', undefined, 'string'],
		]);
		for (const status of statuses()) expect(status).toMatchObject({ recipient_id: group.id, recipient_type: 'group', biz_opaque_callback_data: 'mine' });
		expect(statuses().filter(({ pricing }) => pricing).map(({ pricing }) => pricing)).toEqual(
			[ADA, BRUNO, CHEN].map(() => ({ billable: true, pricing_model: 'PMP', category: 'group_utility', type: 'regular' })),
		);
		expect(stage.simulator.state().usage).toMatchObject([{ categories: [{ category: 'group_utility', delivered: 3, charged: 3 }] }]);
	});

	test('shares the free service messages of its number with people', async () => {
		stage.simulator.setSettings({ freeServiceMessages: 2 });
		stage.simulator.write({ from: ADA, text: 'Hello', groupId: group.id });
		await send(TEXT);
		const priced = statuses().flatMap(({ pricing }) => (pricing ? [(pricing as { type: string }).type] : []));
		expect(priced).toEqual(['free_group_customer_service', 'free_group_customer_service', 'regular']);
	});

	test('fails for one member alone where that one has no WhatsApp', async () => {
		stage.simulator.putGroup({ id: group.id, members: [ADA, DANA] });
		await send(TEMPLATE);
		expect(statuses().map(({ status, recipient_participant_id: phone }) => [status, phone])).toEqual([
			['sent', undefined],
			['failed', DANA],
			['delivered', ADA],
			['read', ADA],
		]);
		expect(stage.simulator.sent()).toMatchObject([{ status: 'read' }]);
	});

	test.each([
		['place', { type: 'location', location: { latitude: 1, longitude: 2 } }],
		['reaction', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }],
		['buttons', { type: 'interactive', interactive: { type: 'button', body: { text: 'Yes?' }, action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Yes' } }] } } }],
		['one-time code', { type: 'template', template: { name: 'login_code', language: { code: 'en_US' }, components: [{ type: 'body', parameters: [{ type: 'text', text: '123456' }] }, { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] }] } }],
	])('takes no %s', async (_, message) => {
		stage.simulator.write({ from: ADA, text: 'Hello', groupId: group.id });
		expect((await send(message)).body.error).toMatchObject({ code: expect.any(Number) });
		expect(stage.simulator.sent()).toMatchObject([{ status: 'refused' }]);
	});

	test('has to be one that the business number is in, with somebody else in it', async () => {
		expect((await send(TEMPLATE, 'Y2FwaV9ncm91cDpub25l')).body.error).toMatchObject({ code: 131041 });
		stage.simulator.putGroup({ id: group.id, members: [] });
		expect((await send(TEMPLATE)).body.error).toMatchObject({ code: 131020 });
		expect((await stage.send({ recipient_type: 'crowd', to: group.id, ...TEXT })).body.error).toMatchObject({ code: 131009 });
	});

	test('hears nobody who is not in it, and opens no window of two', async () => {
		expect(() => stage.simulator.write({ from: DANA, text: 'Hello', groupId: group.id })).toThrow('is not a member of the group "Balcony club"');
		stage.simulator.write({ from: ADA, text: 'Hello', groupId: group.id });
		await stage.send({ to: ADA, ...TEXT });
		await stage.simulator.idle();
		expect(statuses()).toMatchObject([{ status: 'failed', recipient_id: ADA, errors: [{ code: 131047 }] }]);
	});

	test('is made and changed by a control route, and gone after a reset', async () => {
		const { body } = await stage.call('POST', '/_simulator/groups', { subject: 'Others', members: ['+1 202 555 0143'] });
		expect(body).toMatchObject({ id: expect.stringMatching(/^Y2FwaV9ncm91cDo/), subject: 'Others', phoneNumberId: NUMBER_ID, members: [ADA] });
		expect((await stage.call('POST', '/_simulator/groups', { subject: 'Nobody' })).status).toBe(400);
		expect((await stage.call('POST', '/_simulator/groups', { id: 'none', members: [] })).status).toBe(400);
		const crowd = Array.from({ length: 8 }, (_, index) => `1202555010${index}`);
		expect((await stage.call('POST', '/_simulator/groups', { members: crowd })).status).toBe(400);
		stage.simulator.reset();
		expect((await send(TEMPLATE)).body.error).toMatchObject({ code: 131041 });
	});
});
