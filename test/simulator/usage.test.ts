import { UsageBook } from '../../simulator/world/UsageBook.ts';
import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

const SECOND_NUMBER = '106540352242999';
const numbers = [
	{ id: NUMBER_ID, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Example Shop' },
	{ id: SECOND_NUMBER, displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Example Shop' },
];
const TEXT = { to: ADA, type: 'text', text: { body: 'Hi' } };
const UTILITY = { to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };

describe('usage', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage({ phoneNumbers: numbers });
		stage.simulator.write({ from: ADA, text: 'Hello' });
	});
	afterEach(async () => await stage.close());

	const sendAll = async (...messages: Array<Record<string, unknown>>) => {
		for (const message of messages) {
			await stage.send(message);
			await stage.simulator.idle();
		}
	};

	test('is nothing before a message', () => {
		expect(stage.simulator.state().usage).toEqual([]);
	});

	test('counts what was sent and delivered by category, and what of it is free', async () => {
		stage.simulator.setSettings({ freeServiceMessages: 2 });
		await sendAll(TEXT, UTILITY, TEXT, TEXT);
		expect(stage.simulator.state().usage).toEqual([
			{
				phoneNumberId: NUMBER_ID,
				month: '2026-10',
				freeUsed: 2,
				categories: [
					{ category: 'service', sent: 3, delivered: 3, free: 2, charged: 1 },
					{ category: 'utility', sent: 1, delivered: 1, free: 0, charged: 1 },
				],
			},
		]);
	});

	test('counts a webhook that is delivered three times once', async () => {
		stage.simulator.setDelivery({ duplicates: 2 });
		await sendAll(TEXT);
		expect(stage.simulator.state().usage).toMatchObject([{ freeUsed: 1, categories: [{ sent: 1, delivered: 1 }] }]);
	});

	test('counts no message of the free ones in a free entry point', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello', referral: true });
		await sendAll(TEXT);
		expect(stage.simulator.state().usage).toMatchObject([{ freeUsed: 0, categories: [{ free: 1, charged: 0 }] }]);
	});

	test.each([
		['no status comes', 'none', []],
		['it arrives nowhere', 'sent', [{ freeUsed: 0, categories: [{ sent: 1, delivered: 0, free: 0, charged: 0 }] }]],
		['it arrives', 'delivered', [{ freeUsed: 1, categories: [{ sent: 1, delivered: 1 }] }]],
		['it is read', 'read', [{ freeUsed: 1, categories: [{ sent: 1, delivered: 1 }] }]],
	] as const)('goes by the statuses of a message: %s', async (_name, statuses, expected) => {
		stage.simulator.setSettings({ statuses });
		await sendAll(TEXT);
		expect(stage.simulator.state().usage).toMatchObject(expected);
	});

	test('leaves out what failed, was refused or is a reaction', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Thanks' });
		stage.simulator.failNext({ mode: 'later', code: 131_049 });
		await sendAll(TEXT, { to: ADA, type: 'text', text: {} }, { to: ADA, type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
		expect(stage.simulator.state().usage).toEqual([]);
	});

	test.each([
		['UTC', ['2026-10']],
		['Europe/Berlin', ['2026-11']],
		['America/New_York', ['2026-10']],
	])('counts a month of the account in %s', async (timeZone, months) => {
		stage.time.nowMs = Date.UTC(2026, 9, 31, 23, 30);
		stage.simulator.setSettings({ timeZone });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await sendAll(TEXT);
		expect(stage.simulator.state().usage.map(({ month }) => month)).toEqual(months);
	});

	test('is that of each number and month, the newest month first', async () => {
		await sendAll(TEXT);
		stage.simulator.write({ from: ADA, text: 'Hello', phoneNumberId: SECOND_NUMBER });
		await stage.call('POST', `/v25.0/${SECOND_NUMBER}/messages`, { messaging_product: 'whatsapp', ...TEXT });
		await stage.simulator.idle();
		stage.time.nowMs = Date.UTC(2026, 10, 2);
		await sendAll(UTILITY);
		const rows = stage.simulator.state().usage.map(({ phoneNumberId, month }) => [phoneNumberId, month]);
		expect(rows).toEqual([[NUMBER_ID, '2026-11'], [NUMBER_ID, '2026-10'], [SECOND_NUMBER, '2026-10']]);
	});

	test('is forgotten with everything else', async () => {
		await sendAll(TEXT);
		stage.simulator.reset();
		expect(stage.simulator.state().usage).toEqual([]);
	});

	test('puts a message that was sent before the end of a month and arrived after it into both', () => {
		const book = new UsageBook();
		const pricing = { billable: false, category: 'service', type: 'free_customer_service' };
		book.note(NUMBER_ID, { status: 'sent', month: '2026-10', pricing });
		book.note(NUMBER_ID, { status: 'delivered', month: '2026-11', pricing });
		book.note(NUMBER_ID, { status: 'read', month: '2026-11', pricing });
		expect(book.list()).toMatchObject([
			{ month: '2026-11', freeUsed: 1, categories: [{ sent: 0, delivered: 1, free: 1 }] },
			{ month: '2026-10', freeUsed: 0, categories: [{ sent: 1, delivered: 0, free: 0 }] },
		]);
	});
});
