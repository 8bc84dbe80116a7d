import { ADA, DAY_MS, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

describe('the simulated customer service window', () => {
	let stage: Stage;
	const freeForm = { to: `+${ADA}`, type: 'text', text: { body: 'Your parcel is here.' } };

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	test.each([
		['1 ms before 24 h', DAY_MS - 1, 'read'],
		['exactly 24 h', DAY_MS, 'failed'],
		['1 ms after 24 h', DAY_MS + 1, 'failed'],
	])('a free-form message %s after the last inbound message ends as expected', async (_case, laterMs, status) => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.time.nowMs += laterMs;
		const answer = await stage.send(freeForm);
		await stage.simulator.idle();
		expect(answer.status).toBe(200);
		expect(stage.simulator.sent()).toMatchObject([{ status, sentAs: 'freeForm', text: 'Your parcel is here.' }]);
	});

	test('accepts a message outside the window and fails it by webhook with 131047', async () => {
		const answer = await stage.send(freeForm);
		const messageId = answer.body.messages[0]?.id;
		await stage.simulator.idle();
		expect(answer.status).toBe(200);
		expect(String(messageId)).toMatch(/^wamid\.HBgL/);
		expect(stage.receivedOf('statuses')).toEqual([
			{
				id: messageId,
				status: 'failed',
				timestamp: '1791795600',
				recipient_id: ADA,
				errors: [
					{
						code: 131047,
						title: 'Re-engagement message',
						message: 'Re-engagement message',
						error_data: {
							details:
								'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
						},
						href: expect.stringContaining('error-codes'),
					},
				],
			},
		]);
	});

	test('refuses at once when told so', async () => {
		stage.simulator.setSettings({ reEngagementError: 'atOnce' });
		const answer = await stage.send(freeForm);
		await stage.simulator.idle();
		expect(answer.status).toBe(400);
		expect(answer.body.error).toMatchObject({ code: 131047, message: '(#131047) Re-engagement message' });
		expect(stage.receivedOf('statuses')).toEqual([]);
		expect(stage.simulator.sent()).toMatchObject([{ status: 'refused', error: { code: 131047 } }]);
	});

	test('lets a template message pass outside the window', async () => {
		await stage.send({ to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'read', sentAs: 'template' }]);
	});

	test('is not opened or kept open by what the business sends', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.time.nowMs += DAY_MS - 1000;
		await stage.send(freeForm);
		stage.time.nowMs += 1000;
		await stage.send(freeForm);
		await stage.simulator.idle();
		expect(stage.simulator.sent().map((message) => message.status)).toEqual(['read', 'failed']);
	});

	test.each([
		['a missed call', (from: string) => stage.simulator.call({ from })],
		['an accepted business call', (from: string) => stage.simulator.call({ from, by: 'business' })],
		['an image', (from: string) => stage.simulator.write({ from, type: 'image' })],
		['request_welcome', (from: string) => stage.simulator.write({ from, type: 'request_welcome' })],
	])('is opened by %s', (_case, act) => {
		act(ADA);
		expect(stage.simulator.state().windows).toMatchObject([{ waId: ADA, isOpen: true }]);
	});

	test('is not opened by a reaction, a preference or an unsupported message', async () => {
		const { body } = await stage.send({
			to: ADA,
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' } },
		});
		stage.simulator.react({ from: ADA, messageId: String(body.messages[0]?.id) });
		stage.simulator.preferMarketing({ from: ADA, value: 'stop' });
		stage.simulator.write({ from: ADA, type: 'unsupported' });
		expect(stage.simulator.state().windows).toEqual([]);
	});

	test('ages when a message is written while the clock is set back', async () => {
		stage.simulator.setClock({ agoHours: 25 });
		stage.simulator.write({ from: ADA, text: 'Yesterday' });
		stage.simulator.setClock({ reset: true });
		await stage.simulator.idle();
		expect(stage.receivedOf('messages')).toMatchObject([
			{ timestamp: String((stage.time.nowMs - 25 * 3_600_000) / 1000) },
		]);
		expect(stage.simulator.state().windows).toMatchObject([{ isOpen: false }]);
	});

	test.each([23.5, 24])('is judged by the age of a message written %d hours ago', (agoHours) => {
		stage.simulator.write({ from: ADA, text: 'Earlier', agoHours });
		const openedAtMs = stage.time.nowMs - agoHours * 3_600_000;
		expect(stage.simulator.state().windows).toMatchObject([{ isOpen: agoHours < 24, openedAtMs }]);
	});

	test('is not shortened by an older message that comes late', () => {
		stage.simulator.write({ from: ADA, text: 'Now' });
		stage.simulator.setClock({ agoHours: 30 });
		stage.simulator.write({ from: ADA, text: 'Before' });
		stage.simulator.setClock({ reset: true });
		expect(stage.simulator.state().windows).toMatchObject([{ isOpen: true, openedAtMs: stage.time.nowMs }]);
	});

	test('counts from the whole second that the webhook carries', () => {
		stage.time.nowMs += 999;
		stage.simulator.write({ from: ADA, text: 'Hello' });
		expect(stage.simulator.state().windows).toMatchObject([{ openedAtMs: stage.time.nowMs - 999 }]);
	});

	test('belongs to one business number and one person', async () => {
		const second = { id: '106540352242923', displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Second' };
		const first = { id: NUMBER_ID, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'First' };
		const two = await openStage({ phoneNumbers: [first, second] });
		two.simulator.write({ from: ADA, text: 'Hello', phoneNumberId: second.id });
		await two.send(freeForm);
		await two.simulator.idle();
		const sent = two.simulator.sent();
		await two.close();
		expect(sent).toMatchObject([{ status: 'failed', phoneNumberId: NUMBER_ID }]);
	});
});
