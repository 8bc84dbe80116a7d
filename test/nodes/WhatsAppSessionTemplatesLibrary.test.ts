import type { IDataObject } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openForm } from '../support/openForm';
import { openTemplateAdmin, type TemplateAdminStage } from '../support/openTemplateAdmin';

const node = new WhatsAppSession();
let stage: TemplateAdminStage;

beforeEach(async () => void (stage = await openTemplateAdmin()));
afterEach(async () => await stage.close());

const list = (...values: IDataObject[]) => ({ values });
const link = (url: string, urlExample = '') => ({ type: 'URL', url, urlExample });
const track = link('https://www.example.com/{{1}}', 'order_update');
const phone = { type: 'PHONE_NUMBER', phoneNumber: '+16315551010' };
const APPS = list({ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' });
const library = (name: string, more: IDataObject = {}): IDataObject => ({
	name: 'my_delivery_update',
	category: 'UTILITY',
	contentFrom: 'library',
	libraryTemplate: { __rl: true, mode: 'name', value: name },
	...more,
});
const posts = () => stage.proxy.requests.filter(({ method }) => method === 'POST');
const asked = () => JSON.parse(posts().at(-1)?.body ?? '{}') as unknown;

describe('Template: Create, from the library', () => {
	it('makes a template of it as Meta documents it, approved at once and with the own address', async () => {
		const [created] = await stage.ask('create', library('delivery_update_1', { libraryButtons: list(track) }));

		expect(asked()).toEqual({
			name: 'my_delivery_update',
			language: 'en_US',
			category: 'UTILITY',
			library_template_name: 'delivery_update_1',
			library_template_button_inputs: [
				{ type: 'URL', url: { base_url: 'https://www.example.com/{{1}}', url_suffix_example: 'https://www.example.com/order_update' } },
			],
		});
		expect(created).toEqual({
			id: expect.stringMatching(/^\d+$/) as string,
			status: 'APPROVED',
			category: 'UTILITY',
			name: 'my_delivery_update',
			language: 'en_US',
			text: 'Hello Ada, your parcel #1042 has left our warehouse. You can follow it below.\n\n[Follow parcel]',
		});
		const [template] = await stage.templates('my_delivery_update');
		expect(template?.components.at(-1)).toEqual({
			type: 'BUTTONS',
			buttons: [{ type: 'URL', text: 'Follow parcel', url: 'https://www.example.com/{{1}}', example: ['https://www.example.com/order_update'] }],
		});
	});

	it('gives the buttons in the order of the library, adds sentences, and keeps the settings', async () => {
		const more = { libraryButtons: list(phone, link('https://bank.example/pay')), librarySentences: ['add_contact_number'], options: { messageTtlSeconds: 600, optOutOfLinkTracking: true } };
		await stage.ask('create', library('low_balance_warning_1', more));

		expect(asked()).toEqual({
			name: 'my_delivery_update',
			language: 'en_US',
			category: 'UTILITY',
			message_send_ttl_seconds: 600,
			cta_url_link_tracking_opted_out: true,
			library_template_name: 'low_balance_warning_1',
			library_template_button_inputs: [
				{ type: 'URL', url: { base_url: 'https://bank.example/pay' } },
				{ type: 'PHONE_NUMBER', phone_number: '+16315551010' },
			],
			library_template_body_inputs: { add_contact_number: true },
		});
		const [, body] = (await stage.templates('my_delivery_update'))[0]?.components ?? [];
		expect(body?.text).toMatch(/You can also call us\.$/);
	});

	it('needs nothing where the buttons need nothing, in any language that it has', async () => {
		await stage.ask('create', library('delivery_failed_2_form', { name: 'form' }));
		expect(asked()).toEqual({ name: 'form', language: 'en_US', category: 'UTILITY', library_template_name: 'delivery_failed_2_form' });
		const [created] = await stage.ask('create', library('delivery_update_1', { language: 'es', libraryButtons: list(track) }));
		expect(created?.text).toMatch(/^Hola Ada/);
	});

	test.each([
		['is copied', {}, { type: 'OTP', otp_type: 'COPY_CODE' }],
		['one tap fills in', { otpType: 'ONE_TAP', apps: APPS }, { otp_type: 'ONE_TAP', supported_apps: [{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' }] }],
		['needs no tap', { otpType: 'ZERO_TAP', apps: APPS, acceptZeroTapTerms: true }, { otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true }],
	])('makes a one-time code that %s', async (_title, more, button) => {
		await stage.ask('create', library('verify_code_1', { category: 'AUTHENTICATION', codeExpirationMinutes: 5, ...more }));
		expect(asked()).toMatchObject({
			category: 'AUTHENTICATION',
			library_template_name: 'verify_code_1',
			library_template_button_inputs: [button],
			library_template_body_inputs: { add_security_recommendation: true, code_expiration_minutes: 5 },
		});
		expect(posts().at(-1)?.body).not.toContain('"text"');
		expect((await stage.templates('my_delivery_update'))[0]).toMatchObject({ status: 'APPROVED', category: 'AUTHENTICATION' });
	});

	it('is taken for its own when it is there already, and for another one when it is not', async () => {
		const [first] = await stage.ask('create', library('delivery_update_1', { libraryButtons: list(track) }));
		const [again] = await stage.ask('create', library('delivery_update_1', { libraryButtons: list(track) }));
		expect(again?.id).toBe(first?.id);
		const { error } = await stage.run('create', library('delivery_failed_2_form'));
		expect(error?.message).toMatch(/my_delivery_update|already/);
	});

	const refusals: Array<[string, IDataObject, string]> = [
		['no template', library('={{ "" }}'), 'No library template is chosen.'],
		['a template that there is not', library('delivery_update_9'), "'Library Template' is not in WhatsApp's library in en_US: delivery_update_9"],
		['a language that it does not have', library('delivery_update_1', { language: 'de', libraryButtons: list(track) }), "'Library Template' is not in WhatsApp's library in de: delivery_update_1"],
		['marketing', library('delivery_update_1', { category: 'MARKETING' }), "'Category' is marketing, and WhatsApp's library has utility and authentication templates only."],
		['another category', library('verify_code_1'), "'Category' is utility, and 'verify_code_1' of WhatsApp's library is a template of the category authentication."],
		['further languages', library('verify_code_1', { category: 'AUTHENTICATION', options: { furtherLanguages: ['de'] } }), "'Further Languages' cannot be written together from WhatsApp's library."],
		['a button without its address', library('delivery_update_1'), "'Buttons' has 0 of the kind 'Visit Website'; the template 'delivery_update_1' of WhatsApp's library has 1."],
		['a button too many', library('delivery_update_1', { libraryButtons: list(track, phone) }), "'Buttons' has 'Call Phone Number', which the template 'delivery_update_1' of WhatsApp's library does not have."],
		['an address that is none', library('delivery_update_1', { libraryButtons: list(link('shop')) }), "'Button 1 URL' is no address: shop"],
		['an address without its example', library('delivery_update_1', { libraryButtons: list(link('https://shop.example/{{1}}')) }), "'Button 1 URL Example' is empty, and the address has a variable."],
		['a number that is none', library('low_balance_warning_1', { libraryButtons: list(link('https://bank.example'), { type: 'PHONE_NUMBER', phoneNumber: 'us' }) }), "'Button 2 Phone Number' is no phone number: us"],
		['a sentence that there is not', library('delivery_update_1', { libraryButtons: list(track), librarySentences: '={{ ["add_love"] }}' }), "'Sentences to Add' has one that WhatsApp does not know: add_love"],
		['a code without its app', library('verify_code_1', { category: 'AUTHENTICATION', otpType: 'ONE_TAP' }), "'Apps' is empty"],
	];

	test.each(refusals)('refuses %s before anything is submitted', async (_title, parameters, message) => {
		const { error } = await stage.run('create', parameters);
		expect(error?.message).toEqual(expect.stringContaining(message));
		expect(error?.description).toMatch(/\.$/);
		expect(posts()).toEqual([]);
	});

	it('lists what the library has in the language of the form, with the beginning of each text', async () => {
		const search = async (language: string, filter?: string) =>
			(await node.methods.listSearch.searchLibraryTemplates.call(openForm(node, stage.credential, { resource: 'template', operation: 'create', language }), filter)).results;

		expect((await search('en_US')).map(({ value }) => value)).toEqual(['delivery_failed_2_form', 'delivery_update_1', 'low_balance_warning_1', 'verify_code_1']);
		expect(await search('es', 'paquete')).toEqual([{ name: 'delivery_update_1: Hola {{1}}: tu paquete {{2}} ha salido de nuestro almacén. P…', value: 'delivery_update_1' }]);
	});
});
