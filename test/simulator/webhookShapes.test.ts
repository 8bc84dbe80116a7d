import { createHmac } from 'node:crypto';
import { ADA, NUMBER_ID, openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';

describe('the simulated webhooks', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	function sign(text: string): string {
		return `sha256=${createHmac('sha256', 'simulator-app-secret').update(text).digest('hex')}`;
	}

	test('are signed over the raw bytes and not over re-serialised JSON', async () => {
		stage.simulator.write({ from: ADA, text: 'Größe 1/2 👋' });
		await stage.simulator.idle();
		const [webhook] = stage.receiver.received;
		const rawBody = webhook?.rawBody ?? '';
		expect(rawBody).toContain('Gr\\u00f6\\u00dfe 1\\/2 \\ud83d\\udc4b');
		expect(rawBody).toMatch(/^[\x20-\x7e]*$/);
		expect(webhook?.headers['x-hub-signature-256']).toBe(sign(rawBody));
		expect(webhook?.headers['x-hub-signature-256']).not.toBe(sign(JSON.stringify(webhook?.json)));
	});

	test('carry an inbound text as Meta does', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.simulator.idle();
		expect(stage.receiver.received[0]?.json).toEqual({
			object: 'whatsapp_business_account',
			entry: [
				{
					id: WABA_ID,
					changes: [
						{
							field: 'messages',
							value: {
								messaging_product: 'whatsapp',
								metadata: { display_phone_number: '15550100001', phone_number_id: NUMBER_ID },
								contacts: [
									{
										profile: { name: 'Ada Brown' },
										wa_id: ADA,
										user_id: expect.stringMatching(/^US\.\d{20}$/),
									},
								],
								messages: [
									{
										from: ADA,
										from_user_id: expect.stringMatching(/^US\.\d{20}$/),
										id,
										timestamp: '1791795600',
										type: 'text',
										text: { body: 'Hello' },
									},
								],
							},
						},
					],
				},
			],
		});
	});

	test('leave the phone number out for a person who hides it, in messages, calls and statuses', async () => {
		const { bsuid } = stage.simulator.putPerson({ waId: '447700900123' });
		stage.simulator.write({ from: bsuid, text: 'Hello' });
		stage.simulator.call({ from: bsuid });
		stage.simulator.preferMarketing({ from: bsuid, value: 'stop' });
		await stage.send({ recipient: bsuid, type: 'text', text: { body: 'Hi' } });
		await stage.simulator.idle();
		expect(stage.receiver.received.map(({ rawBody }) => rawBody).join()).not.toContain('447700900123');
		expect(stage.receivedOf('messages')).toMatchObject([{ from_user_id: bsuid }]);
		expect(stage.receivedOf('statuses')[0]).toMatchObject({ recipient_user_id: bsuid });
		expect(stage.receivedOf('user_preferences')).toMatchObject([
			{ user_id: bsuid, value: 'stop', timestamp: 1_791_795_600 },
		]);
	});

	test('report sent, delivered and read in turn, the first two with a price', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.send({ to: ADA, type: 'text', text: { body: 'Hi' }, biz_opaque_callback_data: 'order 1042' });
		await stage.simulator.idle();
		const pricing = { billable: false, pricing_model: 'PMP', category: 'service', type: 'free_customer_service' };
		const [sent, delivered, read] = stage.receivedOf('statuses');
		expect(sent).toMatchObject({ status: 'sent', pricing, biz_opaque_callback_data: 'order 1042' });
		expect(delivered).toMatchObject({ status: 'delivered', pricing });
		expect(read?.status).toBe('read');
		expect(read).not.toHaveProperty('pricing');
		expect(stage.receivedOf('statuses')).toHaveLength(3);
	});

	describe('prices', () => {
		const TEXT = { to: ADA, type: 'text', text: { body: 'Hi' } };
		const UTILITY = { to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
		const pricesOf = async (...messages: object[]) => {
			for (const message of messages) {
				expect((await stage.send(message as Record<string, unknown>)).status).toBe(200);
				await stage.simulator.idle();
			}
			return stage.receivedOf('statuses').filter(({ status }) => status === 'sent');
		};
		const typesOf = async (...messages: object[]) =>
			(await pricesOf(...messages)).map(({ pricing }) => (pricing as { type: string } | undefined)?.type);

		test('count the free service messages of a number and month, as the setting says', async () => {
			stage.simulator.setSettings({ freeServiceMessages: 2 });
			stage.simulator.write({ from: ADA, text: 'Hello' });
			expect(await typesOf(TEXT, TEXT, TEXT)).toEqual(['free_customer_service', 'free_customer_service', 'regular']);
		});

		test('are regular for utility templates, also inside the window, which use up no free message', async () => {
			stage.simulator.setSettings({ freeServiceMessages: 1 });
			stage.simulator.write({ from: ADA, text: 'Hello' });
			expect(await typesOf(UTILITY, TEXT)).toEqual(['regular', 'free_customer_service']);
		});

		test('leave reactions out, which are free and use up no free message', async () => {
			stage.simulator.setSettings({ freeServiceMessages: 1 });
			const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
			const reaction = { to: ADA, type: 'reaction', reaction: { message_id: id, emoji: '👍' } };
			expect(await typesOf(reaction, TEXT)).toEqual([undefined, 'free_customer_service']);
		});

		test('are free in a free entry point, whose end the status names', async () => {
			stage.simulator.setSettings({ freeServiceMessages: 0, freeEntryPointHours: 168 });
			stage.simulator.write({ from: ADA, text: 'Hello', referral: true });
			const [sent] = await pricesOf(TEXT);
			expect(sent).toMatchObject({
				pricing: { type: 'free_entry_point', billable: false },
				conversation: { origin: { type: 'referral_conversion' }, expiration_timestamp: expect.stringMatching(/^\d{10}$/) },
			});
			const endsAtMs = Number((sent?.conversation as { expiration_timestamp: string }).expiration_timestamp) * 1000;
			expect(endsAtMs / 3_600_000).toBeCloseTo(stage.simulator.state().clock.nowMs / 3_600_000 + 168, 1);
		});
	});

	test.each([
		['x'.repeat(512), 200],
		['x'.repeat(513), 400],
		[1042, 400],
	])('take what the sender attaches when it is a text of at most 512 characters', async (callbackData, status) => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		const message = { to: ADA, type: 'text', text: { body: 'Hi' }, biz_opaque_callback_data: callbackData };
		expect((await stage.send(message)).status).toBe(status);
	});

	test('stop at the status the settings name', async () => {
		stage.simulator.setSettings({ statuses: 'sent' });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.send({ to: ADA, type: 'text', text: { body: 'Hi' } });
		await stage.simulator.idle();
		expect(stage.receivedOf('statuses').map(({ status }) => status)).toEqual(['sent']);
	});

	test('report a missed call in two stages', async () => {
		const { id } = stage.simulator.call({ from: ADA });
		await stage.simulator.idle();
		expect(stage.receivedOf('calls')).toMatchObject([
			{
				id,
				event: 'connect',
				direction: 'USER_INITIATED',
				from: ADA,
				to: '15550100001',
				timestamp: '1791795600',
			},
			{ id, event: 'terminate', direction: 'USER_INITIATED', status: 'FAILED' },
		]);
	});

	test('turn a tap on a quick reply into a button message that names its template message', async () => {
		const payload = {
			type: 'button',
			sub_type: 'quick_reply',
			index: '0',
			parameters: [{ type: 'payload', payload: 'confirm-1042' }],
		};
		const body = {
			type: 'body',
			parameters: [
				{ type: 'text', text: 'Ada' },
				{ type: 'text', text: 'Monday' },
			],
		};
		const template = { name: 'appointment_reminder', language: { code: 'en_US' }, components: [body, payload] };
		const answer = await stage.send({ to: ADA, type: 'template', template });
		stage.simulator.tap({ from: ADA, button: 'Confirm' });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages')).toMatchObject([
			{
				type: 'button',
				button: { payload: 'confirm-1042', text: 'Confirm' },
				context: { from: '15550100001', id: answer.body.messages[0]?.id },
			},
		]);
	});

	test('turn a tap on a reply button and on a list row into interactive messages', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		const body = { text: 'Choose' };
		const buttons = [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }];
		await stage.send({ to: ADA, type: 'interactive', interactive: { type: 'button', body, action: { buttons } } });
		stage.simulator.tap({ from: ADA, button: 'yes' });
		const sections = [{ title: 'Sizes', rows: [{ id: 'm', title: 'Medium', description: 'Fits most' }] }];
		await stage.send({
			to: ADA,
			type: 'interactive',
			interactive: { type: 'list', body, action: { button: 'Sizes', sections } },
		});
		stage.simulator.tap({ from: ADA });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages').slice(1)).toMatchObject([
			{ interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } } },
			{ interactive: { type: 'list_reply', list_reply: { id: 'm', title: 'Medium', description: 'Fits most' } } },
		]);
	});

	test('carry a reaction, an answer and an ad', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello', referral: true });
		const { body } = await stage.send({ to: ADA, type: 'text', text: { body: 'Hi' } });
		const messageId = String(body.messages[0]?.id);
		stage.simulator.react({ from: ADA, messageId, emoji: '' });
		stage.simulator.write({ from: ADA, text: 'Yes', replyTo: messageId });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages')).toMatchObject([
			{ referral: { source_type: 'ad', ctwa_clid: expect.any(String) } },
			{ type: 'reaction', reaction: { message_id: messageId, emoji: '' } },
			{ context: { from: '15550100001', id: messageId } },
		]);
	});
});
