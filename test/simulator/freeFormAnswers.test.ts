import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';
import { flow, interactive, list, named, replyButtons, replyCard } from './freeFormSamples';

type Body = Record<string, unknown>;

const CHEN = '447700900123';
const yes = { id: 'yes', title: 'Yes' };
const no = { id: 'no', title: 'No' };

describe('a person answers', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.write({ from: ADA, text: 'Hello' });
	});
	afterEach(async () => await stage.close());

	/** Sends a message and gives its wamid. */
	async function send(message: Body, address: Body = { to: ADA }): Promise<string> {
		const { body } = await stage.send({ ...address, ...message });
		return String(body.messages[0]?.id);
	}

	async function lastWebhook(): Promise<Body | undefined> {
		await stage.simulator.idle();
		return stage.receivedOf('messages').at(-1);
	}

	const context = (id: string): Body => ({ from: '15550100001', id });

	test.each([
		['a reply button', replyButtons([yes, no]), 'No', { type: 'button_reply', button_reply: no }],
		['a reply button by its ID', replyButtons([yes, no]), 'no', { type: 'button_reply', button_reply: no }],
		[
			'a row of a list',
			list([{ title: 'A', rows: [yes] }, { title: 'B', rows: [{ ...no, description: 'Thanks' }] }]),
			'No',
			{ type: 'list_reply', list_reply: { ...no, description: 'Thanks' } },
		],
		[
			'a quick reply on the second card',
			interactive('carousel', { cards: [replyCard(0, yes), replyCard(1, no)] }),
			'no',
			{ type: 'button_reply', button_reply: no },
		],
	])('with %s', async (_case, message, button, content) => {
		const id = await send(message);
		expect(stage.simulator.tap({ from: ADA, button })).toMatchObject({ text: 'No', contextId: id });
		expect(await lastWebhook()).toMatchObject({ type: 'interactive', context: context(id), from: ADA });
		expect((await lastWebhook())?.interactive).toEqual(content);
	});

	test('the message that is named and not the newest', async () => {
		const first = await send(replyButtons([yes]));
		await send(replyButtons([no]));
		expect(stage.simulator.tap({ from: ADA, messageId: first })).toMatchObject({ text: 'Yes', contextId: first });
		expect(() => stage.simulator.tap({ from: ADA, messageId: first, button: 'No' })).toThrow('has no button "No"');
	});

	test('with a location, by a tap or one of one’s own', async () => {
		const id = await send(named('location_request_message', undefined, {}, 'send_location'));
		stage.simulator.tap({ from: ADA });
		expect(await lastWebhook()).toMatchObject({ type: 'location', context: context(id), location: { name: 'Market Square' } });
		stage.simulator.write({ from: ADA, type: 'location', content: { latitude: 1, longitude: 2 }, replyTo: id });
		expect(await lastWebhook()).toMatchObject({ context: context(id), location: { latitude: 1, longitude: 2 } });
	});

	test('with the phone number, also one that is hidden', async () => {
		const { bsuid } = stage.simulator.putPerson({ waId: CHEN });
		stage.simulator.write({ from: bsuid, text: 'Hello' });
		const id = await send(named('request_contact_info'), { recipient: bsuid });
		stage.simulator.tap({ from: bsuid });
		const webhook = await lastWebhook();
		expect(webhook).not.toHaveProperty('from');
		expect(webhook).toMatchObject({ type: 'contacts', context: context(id), from_user_id: bsuid });
		expect(webhook?.contacts).toEqual([
			{
				name: { formatted_name: 'Chen Li', first_name: 'Chen' },
				phones: [{ phone: `+${CHEN}`, wa_id: CHEN, type: 'CELL' }],
				origin: 'contact_request',
				vcard: expect.stringContaining(`waid=${CHEN}:+${CHEN}`),
			},
		]);
	});

	test.each([
		['Allow', { response: 'accept', is_permanent: false, expiration_timestamp: 1_792_400_400 }],
		['Don’t allow', { response: 'reject', is_permanent: false }],
	])('the question for calls with "%s"', async (button, reply) => {
		const id = await send(named('call_permission_request'));
		stage.simulator.tap({ from: ADA, button });
		const webhook = await lastWebhook();
		expect(webhook).toMatchObject({ type: 'interactive', context: context(id) });
		expect(webhook?.interactive).toEqual({
			type: 'call_permission_reply',
			call_permission_reply: { ...reply, response_source: 'user_action' },
		});
	});

	test('the question for calls for ever', async () => {
		const id = await send(named('call_permission_request'));
		stage.simulator.answerCallRequest({ from: ADA, response: 'accept', isPermanent: true });
		const webhook = await lastWebhook();
		expect(webhook?.context).toEqual(context(id));
		expect(webhook?.interactive).toMatchObject({ call_permission_reply: { is_permanent: true } });
		expect(JSON.stringify(webhook)).not.toContain('expiration_timestamp');
	});

	test('nothing where a call gave the permission, and no window opens by it', async () => {
		stage.simulator.answerCallRequest({ from: CHEN, response: 'accept', isAutomatic: true });
		const webhook = await lastWebhook();
		expect(webhook?.interactive).toMatchObject({ call_permission_reply: { response_source: 'automatic' } });
		expect(webhook).not.toHaveProperty('context');
		expect(stage.simulator.state().windows.map(({ waId }) => waId)).toEqual([ADA]);
	});

	test('a call button with a call', async () => {
		await send(named('voice_call', { payload: 'order 1042' }));
		stage.simulator.tap({ from: ADA, button: 'Call Now' });
		stage.simulator.call({ from: ADA });
		await stage.simulator.idle();
		expect(stage.receivedOf('calls').map(({ event, cta_payload: payload }) => [event, payload])).toEqual([
			['connect', 'order 1042'],
			['terminate', 'order 1042'],
			['connect', undefined],
			['terminate', undefined],
		]);
	});

	test('the question for an address with the fields in a text', async () => {
		const id = await send(named('address_message', { country: 'IN' }));
		expect(() => stage.simulator.tap({ from: ADA })).toThrow('fill it in with answerAddress');
		const values = { name: 'Ada', city: 'Mumbai', in_pin_code: '400063' };
		stage.simulator.answerAddress({ from: ADA, values, savedAddressId: 'address1' });
		const webhook = await lastWebhook();
		expect(webhook).toMatchObject({ type: 'interactive', context: context(id) });
		const { nfm_reply: reply } = webhook?.interactive as { nfm_reply: Record<string, string> };
		expect(reply).toMatchObject({ name: 'address_message', body: 'Ada, Mumbai, 400063' });
		expect(JSON.parse(reply.response_json ?? '')).toEqual({ saved_address_id: 'address1', values });
	});

	test('the Flow it names, with that one’s token', async () => {
		const first = await send(flow({ flow_token: 'first' }));
		await send(flow({ flow_token: 'second' }));
		expect(() => stage.simulator.tap({ from: ADA })).toThrow('fill it in with answerFlow');
		stage.simulator.answerFlow({ from: ADA, answers: { guests: 4 }, messageId: first });
		const webhook = await lastWebhook();
		expect(webhook?.context).toEqual(context(first));
		expect(JSON.stringify(webhook)).toContain('{\\"guests\\":4,\\"flow_token\\":\\"first\\"}');
	});

	test('no question that never arrived', async () => {
		await stage.send({ to: CHEN, ...named('address_message', { country: 'IN' }) });
		await stage.simulator.idle();
		stage.simulator.answerAddress({ from: CHEN, values: { city: 'Pune' } });
		expect(await lastWebhook()).not.toHaveProperty('context');
	});

	test('nothing by a button that opens an address', async () => {
		await send(named('cta_url', { display_text: 'Open', url: 'https://shop.example' }));
		expect(() => stage.simulator.tap({ from: ADA, button: 'Open' })).toThrow('opens on the phone');
	});

	test.each([
		['answerAddress', { values: { city: 'Pune' } }, 200],
		['answerAddress', {}, 400],
		['answerCallRequest', { response: 'reject', isPermanent: false }, 200],
		['answerCallRequest', {}, 400],
	])('through the control route %s with %j: %d', async (route, body, status) => {
		const answer = await stage.call('POST', `/_simulator/${route}`, { from: ADA, phoneNumberId: NUMBER_ID, ...body }, null);
		expect(answer.status).toBe(status);
	});
});
