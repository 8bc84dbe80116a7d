import { byName, filled, toBinary } from '../support/openTemplateStage';
import { openTemplateAdmin, type TemplateAdminStage } from '../support/openTemplateAdmin';

let stage: TemplateAdminStage;

beforeEach(async () => void (stage = await openTemplateAdmin()));
afterEach(async () => await stage.close());

// n8n itself refuses a required field that is left empty; an expression may still come to nothing.
const NOTHING = '={{ $json.nothing }}';
const plain = (text: string) => [{ type: 'BODY', text }];
const listings = () => stage.proxy.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/message_templates'));
const manyItems = (count: number) => Array.from({ length: count }, () => ({ json: {} }));

describe('Template: Get Many', () => {
	it('shows what a template is, whether it can be sent and what it is filled in with', async () => {
		const templates = await stage.ask('getAll', { returnAll: true });
		const find = (name: string) => templates.find((template) => template.name === name);

		expect(find('appointment_reminder')).toEqual({
			id: expect.stringMatching(/^\d+$/) as string,
			name: 'appointment_reminder',
			language: 'en_US',
			status: 'APPROVED',
			category: 'UTILITY',
			quality: expect.any(String) as string,
			isSendable: true,
			reason: null,
			fields: expect.arrayContaining([
				{ id: 'body_1', label: expect.stringMatching(/^1/) as string, required: true, example: expect.any(String) as string },
			]) as unknown[],
			bodyText: expect.stringContaining('{{1}}') as string,
		});
		expect(find('paused_offer')).toMatchObject({
			status: 'PAUSED',
			isSendable: false,
			reason: expect.stringContaining('its state is PAUSED') as string,
		});
	});

	it("leaves Meta's components in when it is not to simplify", async () => {
		const [template] = await stage.ask('getAll', { simplify: false, filters: { nameContains: 'hello_world' } });
		const [definition] = await stage.templates('hello_world');
		expect(template?.components).toEqual(definition?.components);
	});

	it('returns 50 unless it is told how many, and all pages when it is to return all', async () => {
		for (let number = 0; number < 450; number++) {
			stage.simulator.putTemplate({ name: `bulk_${number}`, components: plain('Hello.') });
		}
		expect(await stage.ask('getAll')).toHaveLength(50);
		expect(await stage.ask('getAll', { limit: 3 })).toHaveLength(3);
		expect(await stage.ask('getAll', { returnAll: true, filters: { nameContains: 'bulk_' } })).toHaveLength(450);
	});

	test.each([
		['status', { status: ['PAUSED', 'PENDING'] }, ['one_de', 'two']],
		['category', { category: ['MARKETING'] }, ['two']],
		['language', { language: ['de'] }, ['one_de']],
		['quality', { quality: ['RED'] }, ['two']],
		['part of the name', { nameContains: 'ONE' }, ['one', 'one_de']],
		['all filters together', { nameContains: 'one', status: ['APPROVED'], language: [] }, ['one']],
	])('filters by %s', async (_title, filters, names) => {
		const components = plain('Hello.');
		stage.simulator.putTemplate({ name: 'zz_one', components });
		stage.simulator.putTemplate({ name: 'zz_one_de', language: 'de', status: 'PENDING', components });
		const score = { score: 'RED', date: 1 };
		stage.simulator.putTemplate({ name: 'zz_two', status: 'PAUSED', category: 'MARKETING', quality_score: score, components });

		const found = await stage.ask('getAll', { returnAll: true, filters });
		expect(found.map(({ name }) => String(name)).filter((name) => name.startsWith('zz_'))).toEqual(names.map((name) => `zz_${name}`));
	});

	test.each([-1, 0, 2.5, 'many', '', null])('refuses %p as a limit', async (limit) => {
		const { error } = await stage.run('getAll', { limit: '={{ $json.limit }}' }, [{ json: { limit } }]);
		expect(error?.message).toBe(`'Limit' is not a number of results: ${limit}`);
		expect(listings()).toEqual([]);
	});

	it('takes a limit that is a number in words', async () => {
		const { outputs } = await stage.run('getAll', { limit: '={{ $json.limit }}' }, [{ json: { limit: '2' } }]);
		expect(outputs[0]).toHaveLength(2);
	});

	it('asks Meta once for many items, and shows the state of now', async () => {
		await stage.ask('getAll', { limit: 1 }, manyItems(20));
		expect(listings()).toHaveLength(1);
		stage.simulator.putTemplate({ name: 'hello_world', status: 'DISABLED', components: plain('Hello.') });
		const [template] = await stage.ask('getAll', { filters: { nameContains: 'hello_world' } });
		expect(template?.status).toBe('DISABLED');
	});
});

describe('Template: Get', () => {
	it('finds a template by name and language, and by its ID, in any state', async () => {
		const [byItsName] = await stage.ask('get', byName('paused_offer'));
		expect(byItsName).toMatchObject({ name: 'paused_offer', status: 'PAUSED', isSendable: false });
		for (const mode of ['list', 'id']) {
			const template = { __rl: true, mode, value: byItsName?.id };
			expect(await stage.ask('get', { template })).toEqual([byItsName]);
		}
	});

	it('asks Meta once for 1,000 items, which stay paired', async () => {
		const { outputs, error } = await stage.run('get', byName('hello_world'), manyItems(1000));
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1000);
		expect(outputs[0]?.[999]?.pairedItem).toEqual({ item: 999 });
		expect(listings()).toHaveLength(1);
	});

	test.each([
		['nothing is chosen', { template: { __rl: true, mode: 'id', value: NOTHING } }, 'No template is chosen.'],
		['no template has the name', byName('nobody'), "This account has no template 'nobody'."],
		['it exists in other languages only', byName('hello_world', 'de'), "The template 'hello_world' does not exist in 'de'; it exists in en_US."],
	])('refuses when %s', async (_title, parameters, message) => {
		const { error } = await stage.run('get', parameters);
		expect(error?.message).toBe(message);
	});

	it('goes on with the other items when the node is set to, and says what is wrong with the one', async () => {
		const items = ['hello_world', 'nobody', 'order_update'].map((name) => ({ json: { name } }));
		const settings = { onError: 'continueRegularOutput' as const };
		const { outputs, error } = await stage.run('get', byName('={{ $json.name }}'), items, { settings });
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.name ?? json.error)).toEqual([
			'hello_world',
			"This account has no template 'nobody'. [item 2 of 3]",
			'order_update',
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('points at the item that fails', async () => {
		const { error } = await stage.run('get', byName('={{ $json.name }}'), [{ json: { name: 'hello_world' } }, { json: { name: 'nobody' } }]);
		expect(error?.message).toBe("This account has no template 'nobody'. [item 2 of 2]");
		// n8n's panel would add it to the sentence, counted from 0.
		expect(error?.context).not.toHaveProperty('itemIndex', 1);
	});
});

describe('Template: Preview', () => {
	it('shows the text as the person reads it and the message as WhatsApp would get it, and sends nothing', async () => {
		const [preview] = await stage.ask('preview', { ...byName('appointment_reminder'), ...filled({ body_1: 'Ada', body_2: 'Monday' }) });
		expect(preview).toMatchObject({
			name: 'appointment_reminder',
			isSendable: true,
			reason: null,
			text: expect.stringContaining('Hello Ada, this is a reminder of your appointment on Monday.') as string,
			payload: {
				messaging_product: 'whatsapp',
				type: 'template',
				template: {
					name: 'appointment_reminder',
					language: { code: 'en_US' },
					components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }, { type: 'text', text: 'Monday' }] }],
				},
			},
		});
		expect(stage.proxy.changes()).toEqual([]);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each(['PENDING', 'REJECTED', 'PAUSED', 'DISABLED'])('fills in a template that is %s, and says why it cannot be sent', async (status) => {
		stage.simulator.putTemplate({ name: 'draft', status, components: plain('Hello {{1}}, welcome.') });
		const [preview] = await stage.ask('preview', { ...byName('draft'), ...filled({ body_1: 'Ada' }) });
		expect(preview).toMatchObject({ text: 'Hello Ada, welcome.', status, isSendable: false });
		expect(preview?.reason).toContain(`its state is ${status}`);
	});

	it('takes values and files of the item, and uploads none', async () => {
		stage.simulator.putTemplate({ name: 'invoice', components: [{ type: 'HEADER', format: 'DOCUMENT' }, ...plain('Your invoice.')] });
		const items = [{ json: {}, binary: { pdf: toBinary('%PDF') } }];
		const [preview] = await stage.ask('preview', { ...byName('invoice'), ...filled({ header_media: 'pdf' }) }, items);
		expect(preview?.text).toBe('[document: order.pdf]\n\nYour invoice.');
		expect(stage.proxy.changes()).toEqual([]);
	});

	it('refuses a value that Send Template would refuse', async () => {
		const { error } = await stage.run('preview', { ...byName('appointment_reminder'), ...filled({ body_1: 'Ada' }) });
		expect(error?.message).toContain('is empty, and WhatsApp refuses a template message with an empty value.');
	});

	it('asks Meta once for 1,000 items', async () => {
		const value = { body_1: '={{ $json.name }}', body_2: 'Monday' };
		const items = manyItems(1000).map((_, index) => ({ json: { name: `Person ${index}` } }));
		const previews = await stage.ask('preview', { ...byName('appointment_reminder'), ...filled(value) }, items);
		expect(previews[999]?.text).toContain('Hello Person 999,');
		expect(listings()).toHaveLength(1);
	});
});

describe('Template: Delete', () => {
	beforeEach(() => {
		for (const language of ['en_US', 'de', 'fr']) {
			stage.simulator.putTemplate({ name: 'farewell', language, components: plain('Goodbye.') });
		}
	});
	const languages = async () => (await stage.templates('farewell')).map(({ language }) => language);

	it('deletes one language and leaves the others', async () => {
		expect(await stage.ask('delete', byName('farewell', 'de'))).toEqual([{ deleted: true, name: 'farewell', language: 'de' }]);
		expect(await languages()).toEqual(['en_US', 'fr']);
	});

	it('deletes all languages when it is told to, by name or by one of them', async () => {
		const deleted = { deleted: true, name: 'farewell', languages: ['en_US', 'de', 'fr'] };
		expect(await stage.ask('delete', { deleteLanguages: 'all', templateFrom: 'name', templateName: 'farewell' })).toEqual([deleted]);
		expect(await languages()).toEqual([]);
		const { id } = stage.simulator.putTemplate({ name: 'farewell', components: plain('Goodbye.') });
		const template = { __rl: true, mode: 'list', value: id };
		expect(await stage.ask('delete', { deleteLanguages: 'all', template })).toEqual([{ ...deleted, languages: ['en_US'] }]);
	});

	test.each([
		['the language does not exist', byName('farewell', 'es'), "The template 'farewell' does not exist in 'es'; it exists in en_US, de, fr."],
		['the name does not exist', byName('nobody'), "This account has no template 'nobody'."],
		['the ID does not exist', { template: { __rl: true, mode: 'id', value: '1' } }, "'Template' names a template that this account does not have: 1"],
		['nothing is chosen', { template: { __rl: true, mode: 'id', value: NOTHING } }, 'No template is chosen.'],
		['all languages of nothing are to go', { deleteLanguages: 'all', templateFrom: 'name', templateName: 'nobody' }, "This account has no template 'nobody', so nothing was deleted."],
		['all languages of an empty name are to go', { deleteLanguages: 'all', templateFrom: 'name', templateName: NOTHING }, "'Template Name' is empty."],
	])('refuses when %s, and deletes nothing', async (_title, parameters, message) => {
		const { error } = await stage.run('delete', parameters);
		expect(error?.message).toBe(message);
		expect(stage.proxy.changes()).toEqual([]);
	});

	it('is known to the next item and to previews at once', async () => {
		await stage.ask('preview', byName('farewell', 'de'));
		const { outputs } = await stage.run('delete', byName('farewell', 'de'), manyItems(2), { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[0]?.[0]?.json.deleted).toBe(true);
		expect(outputs[0]?.[1]?.json.error).toContain("does not exist in 'de'");
		const { error } = await stage.run('preview', byName('farewell', 'de'));
		expect(error?.message).toContain("does not exist in 'de'");
	});
});
