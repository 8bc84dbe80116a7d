import { ADA, NUMBER_ID, openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';

describe('the simulated Graph API refuses', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});
	afterAll(async () => await stage.close());

	const text = { body: 'Hi' };

	test('a request without a token, in exactly the shape of the Graph API', async () => {
		const answer = await stage.call('GET', `/v25.0/${WABA_ID}`, undefined, null);
		expect(answer.status).toBe(401);
		expect(answer.body).toEqual({
			error: {
				message: expect.stringMatching(/^\(#200\)/),
				type: 'OAuthException',
				code: 200,
				fbtrace_id: expect.any(String),
			},
		});
	});

	test('a wrong token with 190', async () => {
		const answer = await stage.call('GET', `/v25.0/${WABA_ID}`, undefined, 'another token');
		expect([answer.status, answer.body.error.code]).toEqual([401, 190]);
	});

	test('a phone number ID that does not exist, with 100 and subcode 33', async () => {
		const answer = await stage.call('POST', '/v25.0/1/messages', { messaging_product: 'whatsapp', to: ADA, text });
		expect(answer.status).toBe(400);
		expect(answer.body.error).toMatchObject({
			code: 100,
			error_subcode: 33,
			message: expect.stringContaining("'1'"),
		});
	});

	test('a body that is not JSON with 100', async () => {
		const answer = await stage.call('POST', `/v25.0/${NUMBER_ID}/messages`, '{"to":');
		expect([answer.status, answer.body.error.code]).toEqual([400, 100]);
	});

	test('a path nobody knows with 2500', async () => {
		const answer = await stage.call('GET', `/v25.0/${WABA_ID}/nothing/here`);
		expect([answer.status, answer.body.error.code]).toEqual([400, 2500]);
	});

	test.each<[string, Record<string, unknown>, number, number]>([
		['another product', { messaging_product: 'sms', to: ADA, text }, 400, 100],
		['no recipient', { text }, 400, 131008],
		['no text object', { to: ADA, type: 'text' }, 400, 131008],
		['an empty text', { to: ADA, text: { body: '' } }, 400, 131008],
		['an unknown type', { to: ADA, type: 'telegram' }, 400, 131051],
		['a group', { to: ADA, recipient_type: 'group', text }, 400, 131041],
		['a BSUID in to', { to: 'US.13491208655302741918', text }, 400, 131009],
		['letters in to', { to: 'Ada', text }, 400, 131009],
		['a BSUID that nobody has', { recipient: 'US.1', text }, 400, 131009],
		['its own number as recipient', { to: '+1 555 010 0001', text }, 400, 131021],
		['media without ID and link', { to: ADA, type: 'image', image: {} }, 400, 131008],
		['a location without longitude', { to: ADA, type: 'location', location: { latitude: 1 } }, 400, 131008],
		['an answer without a message ID', { to: ADA, text, context: {} }, 400, 131008],
		[
			'a reaction to nothing',
			{ to: ADA, type: 'reaction', reaction: { message_id: 'x', emoji: '👍' } },
			400,
			131009,
		],
		['a read mark without a message', { status: 'read' }, 400, 131008],
		['a read mark for an unknown message', { status: 'read', message_id: 'wamid.x' }, 400, 131009],
	])('%s', async (_case, message, status, code) => {
		const answer = await stage.send(message);
		expect([answer.status, answer.body.error.code]).toEqual([status, code]);
	});

	test.each([
		[4096, 200],
		[4097, 400],
	])('or takes a text of %d characters by its length', async (length, status) => {
		const answer = await stage.send({ to: ADA, text: { body: 'a'.repeat(length) } });
		expect(answer.status).toBe(status);
	});

	test('the 46th message at once to one person, and takes another one 6 s later', async () => {
		const to = '12025550111';
		const codes: unknown[] = [];
		for (let count = 0; count < 46; count += 1) codes.push((await stage.send({ to, text })).body.error?.code);
		expect(codes.slice(0, 45).every((code) => code === undefined)).toBe(true);
		expect(codes[45]).toBe(131056);
		stage.time.nowMs += 5999;
		expect((await stage.send({ to, text })).body.error.code).toBe(131056);
		stage.time.nowMs += 1;
		expect((await stage.send({ to, text })).status).toBe(200);
	});

	test.each([
		[{ throughputLevel: 'STANDARD', isOnBizApp: false }, { throughput: { level: 'STANDARD' }, is_on_biz_app: false }],
		[{ throughputLevel: 'HIGH', isOnBizApp: false }, { throughput: { level: 'HIGH' }, is_on_biz_app: false }],
		[{ throughputLevel: 'STANDARD', isOnBizApp: true }, { throughput: { level: 'STANDARD' }, is_on_biz_app: true }],
	] as const)('the throughput of a number is what it was set to: %j', async (settings, expected) => {
		stage.simulator.setSettings(settings);
		const headers = { authorization: 'Bearer simulator-access-token' };
		const answer = await fetch(`${stage.simulator.url}/v25.0/106540352242922?fields=throughput,is_on_biz_app`, { headers });
		expect(await answer.json()).toEqual({ ...expected, id: '106540352242922' });
	});

	test('more messages a second than the throughput allows', async () => {
		stage.simulator.setSettings({ throughputPerSecond: 2 });
		const tos = ['12025550121', '12025550122', '12025550123'];
		const answers = [];
		for (const to of tos) answers.push(await stage.send({ to, text }));
		stage.simulator.setSettings({ throughputPerSecond: null });
		expect(answers.map((answer) => answer.body.error?.code)).toEqual([undefined, undefined, 130429]);
	});
});

describe('the simulated Graph API accepts', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	test('any version, and names the recipient as Meta does', async () => {
		const person = stage.simulator.putPerson({ waId: ADA });
		const message = { messaging_product: 'whatsapp', text: { body: 'Hi' } };
		const send = async (address: Record<string, string>) =>
			(await stage.call('POST', `/v19.0/${NUMBER_ID}/messages`, { ...message, ...address })).body.contacts;
		expect(await send({ to: '+1 (202) 555-0143' })).toEqual([{ input: '+1 (202) 555-0143', wa_id: ADA }]);
		expect(await send({ recipient: person.bsuid })).toEqual([{ input: person.bsuid, user_id: person.bsuid }]);
		expect(await send({ to: ADA, recipient: person.bsuid })).toEqual([
			{ input: ADA, wa_id: ADA, user_id: person.bsuid },
		]);
	});

	test('a Brazilian number without its ninth digit as the same person', async () => {
		const { body } = await stage.send({ to: '+551187654321', text: { body: 'Hi' } });
		expect(body.contacts).toEqual([{ input: '+551187654321', wa_id: '5511987654321' }]);
	});

	test('a message to somebody without WhatsApp, and fails it later with 131026', async () => {
		stage.simulator.putPerson({ waId: '12025550199', isOnWhatsApp: false });
		await stage.send({
			to: '12025550199',
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		});
		await stage.simulator.idle();
		expect(stage.receivedOf('statuses')).toMatchObject([{ status: 'failed', errors: [{ code: 131026 }] }]);
	});

	test('a marketing template for somebody who stopped those, and fails it later with 131050', async () => {
		stage.simulator.preferMarketing({ from: ADA, value: 'stop' });
		const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] }];
		await stage.send({
			to: ADA,
			type: 'template',
			template: { name: 'summer_sale', language: { code: 'en_US' }, components },
		});
		await stage.send({ to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
		await stage.simulator.idle();
		expect(stage.simulator.sent().map(({ status, error }) => [status, error?.code])).toEqual([
			['failed', 131050],
			['read', undefined],
		]);
	});

	test('a read mark, and keeps the message that an answer names', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		const mark = await stage.send({ status: 'read', message_id: id, typing_indicator: { type: 'text' } });
		await stage.send({ to: ADA, text: { body: 'Hi' }, context: { message_id: id } });
		expect(mark.body).toEqual({ success: true });
		expect(stage.simulator.conversation(ADA)).toMatchObject([{ isReadByBusiness: true }, { contextId: id }]);
	});

	test('questions about the account and its numbers', async () => {
		expect((await stage.call('GET', `/v25.0/${WABA_ID}?fields=id,name`)).body).toEqual({
			id: WABA_ID,
			name: 'Example Shop',
		});
		const numbers = await stage.call(
			'GET',
			`/v25.0/${WABA_ID}/phone_numbers?fields=display_phone_number,verified_name`,
		);
		const number = { id: NUMBER_ID, display_phone_number: '+1 555 010 0001', verified_name: 'Example Shop' };
		expect(numbers.body.data).toEqual([number]);
		expect((await stage.call('GET', `/v25.0/${NUMBER_ID}`)).body).toMatchObject(number);
		expect((await stage.call('GET', '/v25.0/1')).body.error).toMatchObject({ code: 100, error_subcode: 33 });
	});
});
