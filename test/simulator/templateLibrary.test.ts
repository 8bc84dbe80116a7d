import { openStage, WABA_ID } from './openStage';
import type { Stage } from './openStage';

const LIBRARY = '/v25.0/message_template_library';
const track = { type: 'URL', url: { base_url: 'https://shop.example/{{1}}', url_suffix_example: 'https://shop.example/1042' } };

describe('the simulated template library', () => {
	let stage: Stage;

	beforeEach(async () => void (stage = await openStage()));
	afterEach(async () => await stage.close());

	const names = async (query = '') => ((await stage.call('GET', `${LIBRARY}${query}`)).body.data as unknown as Array<{ name: string }>).map(({ name }) => name);
	const create = async (more: object) => {
		const whole = { name: 'mine', language: 'en_US', category: 'UTILITY', library_template_name: 'delivery_update_1', library_template_button_inputs: [track] };
		return await stage.call('POST', `/v25.0/${WABA_ID}/message_templates`, { ...whole, ...more });
	};

	test.each([
		['?search=warehouse', ['delivery_update_1']],
		['?language=es', ['delivery_update_1']],
		['?name=verify_code_1', ['verify_code_1']],
		['?topic=PAYMENTS', ['low_balance_warning_1']],
		['?usecase=DELIVERY_FAILED', ['delivery_failed_2_form']],
		['?industry=FINANCIAL_SERVICES', ['low_balance_warning_1', 'verify_code_1']],
	])('lists what matches %s', async (query, found) => {
		expect(await names(query)).toEqual(found);
		expect(await names()).toHaveLength(5);
	});

	test('gives a template of it, approved, which says where it is from', async () => {
		const { body } = await create({});
		expect(body).toEqual({ id: expect.any(String) as string, status: 'APPROVED', category: 'UTILITY' });
		const { body: listed } = await stage.call('GET', `/v25.0/${body.id}?fields=library_template_name,status`);
		expect(listed).toEqual({ library_template_name: 'delivery_update_1', status: 'APPROVED', id: body.id });
	});

	test.each([
		['a template that there is not', { library_template_name: 'nothing' }],
		['a language that it does not have', { language: 'de' }],
		['another category', { category: 'MARKETING' }],
		['a button that is given nothing', { library_template_button_inputs: undefined }],
		['an input that no button takes', { library_template_button_inputs: [track, track] }],
		['inputs that are no list', { library_template_button_inputs: "[{'type': 'URL'}]" }],
		['an address that is none', { library_template_button_inputs: [{ type: 'URL', url: { base_url: 'shop' } }] }],
	])('refuses %s', async (_title, more) => {
		const { status, body } = await create(more);
		expect([status, body.error.code]).toEqual([400, 100]);
	});
});
