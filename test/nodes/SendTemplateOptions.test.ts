import { byName, filled, openTemplateStage, type TemplateStage } from '../support/openTemplateStage';

const SENT = 0;
const NOT_SENT = 1;
const ORDER = { first_name: 'Ada', order_id: 1042, status: 'shipped' };

let stage: TemplateStage;

beforeEach(async () => void (stage = await openTemplateStage()));
afterEach(async () => await stage.close());

const withOptions = (template: object, options: object) => ({ ...template, options });

describe('a dry run', () => {
	test('shows the text and the request, and sends nothing', async () => {
		const { outputs } = await stage.send(withOptions(byName('order_update'), { dryRun: true, valuesJson: ORDER }), [{ order: 7 }]);

		expect(outputs[SENT]).toEqual([]);
		expect(outputs[NOT_SENT]?.[0]?.json).toMatchObject({
			order: 7,
			template: { text: expect.stringContaining('your order 1042 is now shipped') as string },
			notSent: {
				reason: 'dryRun',
				endpoint: 'messages',
				payload: { messaging_product: 'whatsapp', to: '+12025550143', type: 'template', template: { name: 'order_update' } },
			},
		});
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([
		['true', undefined],
		['yes', /'Dry Run' is neither true nor false: yes/],
		[1, /'Dry Run' is neither true nor false: 1/],
	])('that is asked for by %j never sends', async (dryRun, words) => {
		const { error } = await stage.send(withOptions(byName('order_update'), { dryRun, valuesJson: ORDER }));

		if (words) expect(error?.message).toMatch(words);
		else expect(error).toBeUndefined();
		expect(stage.simulator.sent()).toEqual([]);
	});

	test('refuses what a send would refuse', async () => {
		const { error } = await stage.send(withOptions(byName('order_update'), { dryRun: true, valuesJson: { first_name: 'Ada' } }));

		expect(error?.message).toMatch(/'order_id: .*' is empty/);
	});
});

describe('languages', () => {
	test.each([
		['the wanted one where it exists', 'de', ['en_US'], 'de'],
		['the first of the others that exists', 'pt_BR', ['pt_PT', 'de', 'en_US'], 'de'],
		['one that can be sent before one that cannot', 'fr', ['en_US'], 'en_US'],
		['the spelling of webhooks', 'en-US', [], 'en_US'],
	])('%s is taken', async (_case, templateLanguage, fallbackLanguages, expected) => {
		stage.simulator.putTemplate({ name: 'order_update', language: 'fr', status: 'PAUSED', components: [{ type: 'BODY', text: 'Bonjour' }] });
		const options = { fallbackLanguages, valuesJson: ORDER };
		const { outputs } = await stage.send(withOptions(byName('order_update', templateLanguage), options));

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ language: expected });
	});

	test('that all do not exist are named together', async () => {
		const { error } = await stage.send(withOptions(byName('order_update', 'pt_BR'), { fallbackLanguages: ['pt_PT'] }));

		expect(error?.message).toMatch(/does not exist in 'pt_BR' or 'pt_PT'; it exists in en_US, de/);
	});
});

describe('values', () => {
	test('given as JSON text come before those of the form', async () => {
		const form = filled({ body_first_name: 'nobody', body_order_id: '1', body_status: 'new' });
		const parameters = withOptions({ ...byName('order_update'), ...form }, { valuesJson: JSON.stringify(ORDER) });
		await stage.send(parameters);

		expect(stage.simulator.sent()[0]?.text).toContain('Hello Ada, your order 1042 is now shipped');
	});

	test('given as a list go to the body', async () => {
		await stage.send(withOptions(byName('appointment_reminder'), { valuesJson: ['Ada', '12 May'] }));

		expect(stage.simulator.sent()[0]?.text).toContain('Hello Ada, this is a reminder of your appointment on 12 May');
	});

	test('with line breaks are cleaned on request', async () => {
		const values = { body_1: 'Ada', body_2: '12 May\n10:30' };
		const parameters = withOptions({ ...byName('appointment_reminder'), ...filled(values) }, { cleanValues: true });
		await stage.send(parameters);

		expect(stage.simulator.sent()[0]?.text).toContain('appointment on 12 May · 10:30');
	});

	test('may be components that somebody wrote', async () => {
		const componentsJson = '[{"type":"body","parameters":[{"type":"text","text":"Ada"},{"type":"text","text":"12 May"}]}]';
		const { outputs } = await stage.send(withOptions(byName('appointment_reminder'), { componentsJson }));

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ text: stage.simulator.sent()[0]?.text });
	});

	test.each([
		['Values (JSON)', { valuesJson: '{' }],
		['Components (JSON)', { componentsJson: '[{' }],
	])('in %s that are no JSON are refused without a request', async (parameter, options) => {
		const { error } = await stage.send(withOptions(byName('hello_world'), options));

		expect(error?.message).toBe(`'${parameter}' is a text that is not JSON.`);
		expect(stage.simulator.sent()).toEqual([]);
	});
});

describe('marketing', () => {
	const sale = (options: object) => withOptions(byName('summer_sale'), { valuesJson: { 1: 'Ada' }, ...options });

	test('goes through the Marketing Messages API by choice', async () => {
		const { outputs } = await stage.send(
			sale({ marketingThrough: 'marketingMessages', productPolicy: 'STRICT', shareActivity: false }),
		);

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ priceCategory: 'marketing_lite' });
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	test('shows what the Marketing Messages API would get', async () => {
		const options = { marketingThrough: 'marketingMessages', productPolicy: 'STRICT', shareActivity: false, dryRun: true };
		const { outputs } = await stage.send(sale(options));

		expect(outputs[NOT_SENT]?.[0]?.json.notSent).toMatchObject({
			endpoint: 'marketing_messages',
			payload: { product_policy: 'STRICT', message_activity_sharing: false },
		});
	});

	test('leaves other templates on their usual way', async () => {
		const options = { marketingThrough: 'marketingMessages', productPolicy: 'STRICT', dryRun: true };
		const { outputs } = await stage.send(withOptions(byName('hello_world'), options));

		const { endpoint, payload } = outputs[NOT_SENT]?.[0]?.json.notSent as { endpoint: string; payload: object };
		expect(endpoint).toBe('messages');
		expect(payload).not.toHaveProperty('product_policy');
	});

	test('that the account may not send on the Cloud API is explained', async () => {
		stage.simulator.setSettings({ marketingOnCloudApi: false });
		const { error } = await stage.send(sale({}));

		expect(error?.message).toMatch(/131063/);
		expect(error?.description).toMatch(/Send Marketing Through/);
	});

	test('with a GIF needs the Marketing Messages API', async () => {
		stage.simulator.putTemplate({
			name: 'gif',
			category: 'MARKETING',
			components: [{ type: 'HEADER', format: 'GIF' }, { type: 'BODY', text: 'Look!' }],
		});
		const gif = { ...byName('gif'), ...filled({ header_media: 'https://shop.example/a.mp4' }) };
		const { error } = await stage.send(gif);
		expect(error?.message).toMatch(/only the Marketing Messages API sends/);

		const { outputs } = await stage.send(withOptions(gif, { marketingThrough: 'marketingMessages' }));
		expect(outputs[SENT]).toHaveLength(1);
	});

	test('that Meta holds back for a look is reported as such', async () => {
		stage.simulator.setSettings({ templatePacing: true });
		const { outputs } = await stage.send(sale({}));

		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ status: 'held_for_quality_assessment' });
	});
});
