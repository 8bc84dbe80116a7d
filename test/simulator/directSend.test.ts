import { ADA, openStage, type Stage } from './openStage';

const ENABLED = /requires Direct Send, which isn't enabled for this account/;

describe('Direct Send at the simulated Meta', () => {
	let stage: Stage;
	beforeEach(async () => void (stage = await openStage()));
	afterEach(async () => await stage.close());

	const text = (body = 'Your order is shipped.', more: object = {}) => ({ to: ADA, type: 'text', text: { body }, category: 'utility', ...more });
	const refusalOf = async (message: object) => {
		const { status, body } = await stage.send(message as Record<string, unknown>);
		const { code, message: words, error_data: data } = body.error ?? {};
		return { status, code, words: data?.details ?? words };
	};

	test('is off for an account until it is switched on', async () => {
		expect(await refusalOf(text())).toMatchObject({ status: 400, code: 100, words: expect.stringMatching(ENABLED) });
		stage.simulator.setSettings({ directSend: 'on' });
		expect(await refusalOf(text())).toMatchObject({ status: 200 });
		stage.simulator.setSettings({ directSend: 'blocked' });
		expect(await refusalOf(text())).toMatchObject({ status: 400, code: 139200, words: expect.stringMatching(/restricted/) });
	});

	test('reaches somebody whose window is closed, and the status names a template and the price of utility', async () => {
		stage.simulator.setSettings({ directSend: 'on' });
		await refusalOf(text());
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'read', sentAs: 'directSend', text: 'Your order is shipped.' }]);
		const [sent, delivered, read] = stage.receivedOf('statuses');
		expect(sent).toMatchObject({ template_id: expect.stringMatching(/^\d+$/), pricing: { category: 'utility', type: 'regular' } });
		for (const status of [delivered, read]) expect(status).toHaveProperty('template_id', sent?.template_id);
	});

	test('a message without a category, and one of service, need the window', async () => {
		stage.simulator.setSettings({ directSend: 'on' });
		for (const category of [undefined, 'service']) await refusalOf(text('Hello', { category }));
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([
			{ sentAs: 'freeForm', error: { code: 131047 } },
			{ sentAs: 'freeForm', error: { code: 131047 } },
		]);
	});

	test.each<[string, object, number]>([
		['marketing', text('Hello', { category: 'marketing' }), 100],
		['a code', text('Hello', { category: 'authentication' }), 100],
		['a picture', { to: ADA, type: 'image', image: { link: 'https://a.example/b.jpg' }, category: 'utility' }, 131009],
		['a text of 1,025 characters', text('x'.repeat(1025)), 131009],
		['half a minute less to live than Meta takes', text('Hello', { ttl_seconds: 29 }), 100],
		['half a day and more to live', text('Hello', { ttl_seconds: 43_201 }), 100],
		['a time to live of an ordinary message', text('Hello', { category: undefined, ttl_seconds: 600 }), 100],
	])('takes no %s', async (_case, message, code) => {
		stage.simulator.setSettings({ directSend: 'on' });
		expect(await refusalOf(message)).toMatchObject({ status: 400, code });
	});
});
