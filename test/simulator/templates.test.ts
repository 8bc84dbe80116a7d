import { ADA, openStage, WABA_ID } from './openStage';
import type { Answer, Stage } from './openStage';

describe('the simulated message templates', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function sendTemplate(name: string, components: unknown[] = [], code = 'en_US'): Promise<Answer> {
		return await stage.send({ to: ADA, type: 'template', template: { name, language: { code }, components } });
	}

	function body(...texts: string[]): Record<string, unknown> {
		return { type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) };
	}

	function named(values: Record<string, string>): Record<string, unknown> {
		const parameters = Object.entries(values).map(([parameter_name, text]) => ({
			type: 'text',
			parameter_name,
			text,
		}));
		return { type: 'body', parameters };
	}

	const image = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://shop.example/a.png' } }] };
	const order = { first_name: 'Ada', order_id: '1042', status: 'shipped' };

	test.each<[string, string, unknown[], number, number]>([
		['an unknown name', 'nothing', [], 404, 132001],
		['a rejected template', 'rejected_notice', [], 404, 132001],
		['a paused template', 'paused_offer', [], 400, 132015],
		['too few values', 'appointment_reminder', [body('Ada')], 400, 132000],
		['too many values', 'support_reply', [body('a', 'b')], 400, 132000],
		['values for a text without variables', 'hello_world', [body('a')], 400, 132000],
		['no values at all', 'order_update', [], 400, 132000],
		['positional values for a named template', 'order_update', [body('Ada', '1042', 'shipped')], 400, 132012],
		[
			'named values in another order',
			'order_update',
			[named({ status: 'x', order_id: '1', first_name: 'y' })],
			200,
			0,
		],
		['a wrong name', 'order_update', [named({ first_name: 'Ada', order_id: '1', state: 'x' })], 400, 132012],
		['named values for a positional template', 'support_reply', [named({ answer: 'Yes' })], 400, 132012],
		['a line break in a value', 'support_reply', [body('one\ntwo')], 400, 132018],
		['a tab in a value', 'support_reply', [body('one\ttwo')], 400, 132018],
		['four spaces in a value', 'support_reply', [body('one    two')], 400, 132018],
		['three spaces in a value, which pass', 'support_reply', [body('one   two')], 200, 0],
		['an empty value', 'support_reply', [body('')], 400, 131008],
		['a text that becomes too long', 'support_reply', [body('a'.repeat(1000))], 400, 132005],
		['a missing image', 'receipt_with_image', [body('Ada')], 400, 132000],
		[
			'a text instead of the image',
			'receipt_with_image',
			[{ ...body('x'), type: 'header' }, body('Ada')],
			400,
			132012,
		],
		['a missing end of the address', 'track_parcel', [body('JD1')], 400, 131008],
		['missing cards', 'spring_collection', [body('Ada')], 400, 132000],
	])('answer %s', async (_case, name, components, status, code) => {
		const answer = await sendTemplate(name, components);
		expect([answer.status, answer.body.error?.code ?? 0]).toEqual([status, code]);
	});

	test('say in the words of Meta how many values were expected', async () => {
		const { body: refused } = await sendTemplate('appointment_reminder', [body('Ada')]);
		expect(refused.error.error_data).toEqual({
			messaging_product: 'whatsapp',
			details: 'body: number of localizable_params (1) does not match the expected number of params (2)',
		});
	});

	test('exist in exactly the languages they were approved in', async () => {
		const components = [named(order)];
		expect((await sendTemplate('order_update', components, 'de')).status).toBe(200);
		expect((await sendTemplate('order_update', components, 'en')).body.error).toMatchObject({
			code: 132001,
			error_data: { details: 'template name (order_update) does not exist in en' },
		});
	});

	test.each([
		[1024, 200],
		[1025, 400],
	])('may have a body of %d characters with its values: HTTP %d', async (length, status) => {
		const words = 'We have an answer to your question:  Reply to continue the conversation.';
		const answer = await sendTemplate('support_reply', [body('a'.repeat(length - words.length))]);
		expect(answer.status).toBe(status);
	});

	test.each<[string, unknown[], string]>([
		[
			'order_update',
			[named(order)],
			'Hello Ada, your order 1042 is now shipped. Thank you for your patience.\n\nExample Shop',
		],
		[
			'support_reply',
			[body('Yes.')],
			'We have an answer to your question: Yes. Reply to continue the conversation.',
		],
		['receipt_with_image', [image, body('Ada')], '[image]\n\nHello Ada, here is the receipt for your purchase.'],
	])('%s is shown with its values', async (name, components, text) => {
		await sendTemplate(name, components);
		expect(stage.simulator.sent()).toMatchObject([{ text, template: { name, language: 'en_US' } }]);
	});

	test('take a carousel with all its cards and an address with its end', async () => {
		const cards = [0, 1].map((card_index) => ({ card_index, components: [image] }));
		expect((await sendTemplate('spring_collection', [body('Ada'), { type: 'carousel', cards }])).status).toBe(200);
		const end = { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'JD1' }] };
		expect((await sendTemplate('track_parcel', [body('JD1'), end])).status).toBe(200);
	});

	test('are refused with 100 without a language', async () => {
		const answer = await stage.send({ to: ADA, type: 'template', template: { name: 'hello_world' } });
		expect(answer.body.error.code).toBe(100);
	});

	test('can be added, paused and disabled while the simulator runs', async () => {
		stage.simulator.putTemplate({ name: 'new_one', components: [{ type: 'BODY', text: 'New' }] });
		expect((await sendTemplate('new_one')).status).toBe(200);
		stage.simulator.setTemplateStatus('new_one', 'en_US', 'DISABLED');
		expect((await sendTemplate('new_one')).body.error.code).toBe(132016);
	});

	test('are listed page by page until there is no next', async () => {
		const names: unknown[] = [];
		let path: string | undefined = `/v25.0/${WABA_ID}/message_templates?fields=name,language,status&limit=10`;
		let pages = 0;
		while (path) {
			const { body: page } = await stage.call('GET', path);
			const paging = page.paging as { next?: string } | undefined;
			names.push(...page.data.map(({ name, language }) => `${String(name)}/${String(language)}`));
			path = paging?.next?.replace(stage.simulator.url, '');
			pages += 1;
		}
		expect(pages).toBe(4);
		expect(names).toHaveLength(34);
		expect(names).toEqual(
			expect.arrayContaining(['order_update/en_US', 'order_update/de', 'rejected_notice/en_US']),
		);
	});

	test.each([
		['status=approved', 25],
		['status=PAUSED', 1],
		['name=order', 3],
		['name=order&language=de', 1],
		['category=marketing', 13],
		['name=nothing', 0],
	])('are filtered by %s', async (query, count) => {
		const { body: page } = await stage.call('GET', `/v25.0/${WABA_ID}/message_templates?${query}`);
		expect(page.data).toHaveLength(count);
	});
});
