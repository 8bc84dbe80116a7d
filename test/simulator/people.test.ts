import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

const CHEN = '447700900123';

describe('what people do', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	function isOpen(waId = ADA): boolean {
		return stage.simulator.state().windows.some((window) => window.waId === waId && window.isOpen);
	}

	async function changes(): Promise<Array<{ field: string; value: Record<string, Array<Record<string, unknown>>> }>> {
		await stage.simulator.idle();
		return stage.receiver.received.flatMap(({ json }) => json.entry.flatMap((entry) => entry.changes));
	}

	test.each([
		[true, 'ACCEPTED', true],
		[false, 'REJECTED', false],
	])('a call of the business answered with %s is %s and opens the window: %s', async (isAnswered, status, opens) => {
		const { id } = stage.simulator.call({ from: ADA, by: 'business', isAnswered });
		expect((await changes()).flatMap(({ value }) => value.statuses)).toMatchObject([
			{ id, type: 'call', status: 'RINGING' },
			{ id, type: 'call', status, recipient_id: ADA },
		]);
		expect(isOpen()).toBe(opens);
	});

	test('an echo of the business app opens nothing and is no send of the API', async () => {
		const { id } = stage.simulator.echo({ to: ADA, text: 'I call you tomorrow' });
		expect(await changes()).toMatchObject([
			{
				field: 'smb_message_echoes',
				value: {
					metadata: { phone_number_id: NUMBER_ID },
					message_echoes: [
						{
							from: '15550100001',
							to: ADA,
							to_user_id: expect.stringMatching(/^US\./),
							id,
							timestamp: '1791795600',
							type: 'text',
							text: { body: 'I call you tomorrow' },
						},
					],
				},
			},
		]);
		expect(isOpen()).toBe(false);
		expect(stage.simulator.sent()).toEqual([]);
		expect(stage.simulator.conversation(ADA)).toMatchObject([{ id, isEcho: true }]);
	});

	test('an edit and a deletion name the message, and move no window', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Helo' });
		stage.time.nowMs += 60_000;
		stage.simulator.edit({ from: ADA, text: 'Hello' });
		stage.simulator.revoke({ from: ADA, messageId: id });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages').slice(1)).toMatchObject([
			{ type: 'edit', edit: { original_message_id: id, message: { type: 'text', text: { body: 'Hello' } } } },
			{ type: 'revoke', revoke: { original_message_id: id } },
		]);
		const openedAtMs = stage.time.nowMs - 60_000;
		expect(stage.simulator.state().windows).toMatchObject([{ openedAtMs }]);
	});

	test.each([
		['edit', 15 * 60_000, true],
		['edit', 15 * 60_000 + 1, false],
		['revoke', 2 * 86_400_000, true],
		['revoke', 2 * 86_400_000 + 1, false],
	] as const)('%s is allowed after %d ms: %s', (verb, laterMs, isAllowed) => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.time.nowMs += laterMs;
		const change = (): unknown => stage.simulator[verb]({ from: ADA, text: 'Hi' });
		if (isAllowed) expect(change()).toMatchObject({ type: verb });
		else expect(change).toThrow('it stays as it is');
	});

	test('an edit without a message of one’s own is refused', () => {
		expect(() => stage.simulator.edit({ from: ADA, text: 'Hi' })).toThrow('wrote no message');
		expect(() => stage.simulator.revoke({ from: ADA, messageId: 'x' })).toThrow('wrote no message "x"');
	});

	test('a sign-up names its link and ends a stop', async () => {
		stage.simulator.preferMarketing({ from: ADA, value: 'stop' });
		expect(stage.simulator.preferMarketing({ from: ADA, value: 'signup', signupId: '42' })).toMatchObject({
			hasStoppedMarketing: false,
		});
		expect((await changes()).at(-1)?.value.user_preferences).toMatchObject([
			{ value: 'signup', signup_id: '42', detail: 'User signed up via signup link', category: 'marketing_messages' },
		]);
	});

	test('a new number is told in a system message, and the window stays behind', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		const { bsuid } = stage.simulator.putPerson({ waId: ADA });
		const moved = stage.simulator.changeNumber(ADA, '+1 202 555 0144');
		await stage.simulator.idle();
		expect(moved.bsuid).not.toBe(bsuid);
		expect((await changes()).at(-1)?.value).toEqual({
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550100001', phone_number_id: NUMBER_ID },
			messages: [
				{
					from: ADA,
					id: expect.stringMatching(/^wamid\./),
					timestamp: '1791795600',
					type: 'system',
					system: {
						body: `User Ada Brown changed from ${ADA} to 12025550144`,
						type: 'user_changed_number',
						wa_id: '12025550144',
						user_id: moved.bsuid,
						previous_user_id: bsuid,
					},
				},
			],
		});
		stage.simulator.putPerson({ waId: ADA, name: 'Whoever has the old number now' });
		expect([isOpen(ADA), isOpen('12025550144')]).toEqual([false, false]);
		expect(stage.simulator.conversation(moved.bsuid)).toHaveLength(1);
		stage.simulator.write({ from: moved.bsuid, text: 'Hello again' });
		expect(isOpen('12025550144')).toBe(true);
	});

	test('a new number that is hidden gives new user IDs only', async () => {
		const { bsuid } = stage.simulator.putPerson({ waId: CHEN });
		const moved = stage.simulator.changeNumber(bsuid, '+44 7700 900124');
		const [change] = await changes();
		expect(change?.value.messages?.[0]).toEqual({
			id: expect.any(String),
			timestamp: expect.any(String),
			type: 'system',
			system: {
				body: `User Chen Li changed from ${bsuid} to ${moved.bsuid}`,
				type: 'user_changed_user_id',
				user_id: moved.bsuid,
				previous_user_id: bsuid,
			},
		});
	});

	test.each([
		['nobody', '+1 202 555 0144', 'There is nobody'],
		[ADA, '12', 'is not a phone number'],
		[ADA, '+44 7700 900123', 'Somebody has the phone number'],
	])('the move of %s to %s is refused', (address, newNumber, sentence) => {
		expect(() => stage.simulator.changeNumber(address, newNumber)).toThrow(sentence);
	});

	test('a message in a group opens no window of two', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello all', groupId: 'Y2FwaV9ncm91cDox' });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages')).toMatchObject([{ group_id: 'Y2FwaV9ncm91cDox', from: ADA }]);
		expect(isOpen()).toBe(false);
	});

	test.each([
		[{ forwarded: 'once' }, { forwarded: true }],
		[{ forwarded: 'frequently' }, { frequently_forwarded: true }],
		[
			{ referredProduct: { catalog_id: '1', product_retailer_id: 'fern' } },
			{ referred_product: { catalog_id: '1', product_retailer_id: 'fern' } },
		],
	] as const)('a message written with %j says so in its context', async (parts, context) => {
		stage.simulator.write({ from: ADA, text: 'Look', ...parts });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages')[0]?.context).toEqual(context);
	});

	test('the answers of a Flow come as JSON in a text, with the token of the Flow', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		const parameters = { flow_message_version: '3', flow_id: '1', flow_cta: 'Book', flow_token: 'table-7' };
		const flow = { type: 'flow', body: { text: 'Book a table' }, action: { name: 'flow', parameters } };
		const { body } = await stage.send({ to: ADA, type: 'interactive', interactive: flow });
		stage.simulator.answerFlow({ from: ADA, answers: { guests: 4 } });
		await stage.simulator.idle();
		const answer = stage.receivedOf('messages')[1];
		expect(answer).toMatchObject({
			context: { id: body.messages[0]?.id },
			interactive: { type: 'nfm_reply', nfm_reply: { body: 'Sent', name: 'flow' } },
		});
		const { nfm_reply: reply } = answer?.interactive as Record<string, Record<string, string>>;
		expect(JSON.parse(reply?.response_json ?? '')).toEqual({ guests: 4, flow_token: 'table-7' });
	});

	test.each([
		['request_welcome', {}, true],
		['unsupported', { unsupported: { type: 'poll' }, errors: [{ code: 131051 }] }, false],
	])('a message of the type %s has its own shape and opens the window: %j %s', async (type, shape, opens) => {
		stage.simulator.write({ from: ADA, type });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages')[0]).toMatchObject({ type, ...shape });
		expect(stage.receivedOf('messages')[0]).not.toHaveProperty('request_welcome');
		expect(isOpen()).toBe(opens);
	});

	test('no webhook about a person with a hidden number has a digit of it', async () => {
		const { bsuid } = stage.simulator.putPerson({ waId: CHEN });
		const { id } = stage.simulator.write({ from: bsuid, text: 'Hello', groupId: 'g' });
		stage.simulator.write({ from: bsuid, type: 'image', replyTo: id, referral: true, forwarded: 'once' });
		stage.simulator.edit({ from: bsuid, text: 'Hello!' });
		stage.simulator.revoke({ from: bsuid });
		stage.simulator.react({ from: bsuid, messageId: id });
		stage.simulator.answerFlow({ from: bsuid, answers: {} });
		stage.simulator.call({ from: bsuid });
		stage.simulator.call({ from: bsuid, by: 'business' });
		stage.simulator.echo({ to: bsuid, text: 'Hi' });
		stage.simulator.preferMarketing({ from: bsuid, value: 'resume' });
		await stage.send({ recipient: bsuid, type: 'text', text: { body: 'Hi' } });
		stage.simulator.changeNumber(bsuid, '+44 7700 900125');
		await stage.simulator.idle();
		const everything = stage.receiver.received.map(({ rawBody }) => rawBody).join('\n');
		expect(everything).not.toMatch(/447700900/);
		expect(stage.receivedOf('messages').every((message) => !('from' in message))).toBe(true);
		expect(stage.receivedOf('messages').some(({ context }) => (context as { id?: string })?.id === id)).toBe(true);
	});
});
