import type { IDataObject } from 'n8n-workflow';

import { openTemplateAdmin, type TemplateAdminStage } from '../support/openTemplateAdmin';
import { byName, filled, toBinary } from '../support/openTemplateStage';

let stage: TemplateAdminStage;

const original = [
	{ type: 'HEADER', format: 'TEXT', text: 'Parcel' },
	{ type: 'BODY', text: 'Hello {{1}}, it is here.', example: { body_text: [['Ada']] } },
	{ type: 'FOOTER', text: 'Example Shop' },
	{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
];

beforeEach(async () => {
	stage = await openTemplateAdmin();
	stage.simulator.setSettings({ templateReview: 'none' });
	put();
});
afterEach(async () => await stage.close());

function put(more: object = {}) {
	return stage.simulator.putTemplate({ name: 'parcel', components: original, ...more });
}

/** An authentication template with this button. */
function putCode(button: object) {
	const body = { type: 'BODY', text: '{{1}} is your code.', add_security_recommendation: true };
	const footer = { type: 'FOOTER', text: 'It expires in 5 minutes.', code_expiration_minutes: 5 };
	put({ category: 'AUTHENTICATION', components: [body, footer, { type: 'BUTTONS', buttons: [button] }] });
}

const edit = (more: IDataObject) => ({ ...byName('parcel'), ...more });
const now = async () => (await stage.templates('parcel'))[0];

describe('Template: Edit', () => {
	it('replaces the body, leaves the other parts as they are, and shows the outcome', async () => {
		const parameters = { parts: ['body'], body: 'Dear {{1}}, it is here.', bodyExamples: { values: [{ name: '1', example: 'Bo' }] } };
		const [edited] = await stage.ask('edit', edit(parameters));

		expect(edited).toEqual({
			edited: true,
			id: expect.stringMatching(/^\d+$/) as string,
			name: 'parcel',
			language: 'en_US',
			category: 'UTILITY',
			text: 'Parcel\n\nDear Bo, it is here.\n\nExample Shop\n\n[Thanks]',
		});
		const [header, , footer, buttons] = original;
		const body = { type: 'BODY', text: 'Dear {{1}}, it is here.', example: { body_text: [['Bo']] } };
		expect(await now()).toMatchObject({ status: 'PENDING', components: [header, body, footer, buttons] });
	});

	test.each([
		['header', { headerType: 'NONE' }, ['BODY', 'FOOTER', 'BUTTONS']],
		['footer', { footer: '' }, ['HEADER', 'BODY', 'BUTTONS']],
		['buttons', { buttons: {} }, ['HEADER', 'BODY', 'FOOTER']],
	])('removes the %s when it is left empty', async (part, parameters, types) => {
		await stage.ask('edit', edit({ parts: [part], ...parameters }));
		expect((await now())?.components.map(({ type }) => type)).toEqual(types);
	});

	it('adds parts that the template did not have, where they belong', async () => {
		put({ components: original.slice(1, 2) });
		const buttons = { values: [{ type: 'QUICK_REPLY', text: 'Fine' }] };
		await stage.ask('edit', edit({ parts: ['buttons', 'footer', 'header'], headerType: 'LOCATION', footer: 'Shop', buttons }));
		expect((await now())?.components.map(({ type }) => type)).toEqual(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);
	});

	it('takes named variables where the template has them', async () => {
		const body = { type: 'BODY', text: 'Hello {{name}}!', example: { body_text_named_params: [{ param_name: 'name', example: 'Ada' }] } };
		put({ parameter_format: 'NAMED', components: [body] });
		const bodyExamples = { values: [{ name: 'first_name', example: 'Ada' }] };
		const [edited] = await stage.ask('edit', edit({ parts: ['body'], body: 'Dear {{first_name}}!', bodyExamples }));
		expect(edited?.text).toBe('Dear Ada!');
	});

	it('takes all components in JSON', async () => {
		await stage.ask('edit', edit({ contentFrom: 'json', components: '[{"type": "BODY", "text": "Done."}]' }));
		expect((await now())?.components).toEqual([{ type: 'BODY', text: 'Done.' }]);
	});

	it('changes the category of a template that was rejected, and nothing else', async () => {
		put({ status: 'REJECTED' });
		const [edited] = await stage.ask('edit', edit({ options: { category: 'MARKETING' } }));
		expect(edited?.category).toBe('MARKETING');
		expect(stage.proxy.requests.at(-1)?.body).toBe('{"category":"MARKETING"}');
		expect(await now()).toMatchObject({ category: 'MARKETING', components: original });
	});

	it('changes how messages are delivered, and leaves the content as it is', async () => {
		await stage.ask('edit', edit({ options: { optOutOfLinkTracking: 'FALSE', primaryDeviceOnly: '={{ "true" }}' } }));
		expect(stage.proxy.requests.at(-1)?.body).toBe('{"cta_url_link_tracking_opted_out":false,"is_primary_device_delivery_only":true}');
		expect((await now())?.components).toEqual(original);
	});

	it('changes what Meta may do with the pictures of a marketing template', async () => {
		put({ category: 'MARKETING' });
		await stage.ask('edit', edit({ options: { creativeOff: ['image_touchups'] } }));
		expect(JSON.parse(stage.proxy.requests.at(-1)?.body ?? '')).toEqual({
			degrees_of_freedom_spec: { creative_features_spec: { image_touchups: { enroll_status: 'OPT_OUT' } } },
		});
	});

	it('changes the time-to-live alone', async () => {
		await stage.ask('edit', edit({ options: { messageTtlSeconds: 600 } }));
		expect(stage.proxy.requests.at(-1)?.body).toBe('{"message_send_ttl_seconds":600}');
		expect((await now())?.components).toEqual(original);
	});

	test.each<[string, IDataObject, string]>([
		['everything', { codeButtonText: 'Take it', codeExpirationMinutes: 7, addSecurityRecommendation: false }, '.\n\nThis code expires in 7 minutes.\n\n[Take it]'],
		['only the words on the button', { codeButtonText: 'Take it' }, '. For your security, do not share this code.\n\nThis code expires in 3 minutes.\n\n[Take it]'],
		['only the recommendation', { addSecurityRecommendation: false }, '.\n\nThis code expires in 3 minutes.\n\n[Copy]'],
		['only the expiration, which is removed', { codeExpirationMinutes: 0, codeButtonText: '' }, '. For your security, do not share this code.\n\n[Copy]'],
	])('changes of an authentication template %s, and keeps the rest', async (_title, codeChanges, rest) => {
		await stage.ask('create', { name: 'login', category: 'AUTHENTICATION', codeExpirationMinutes: 3, codeButtonText: 'Copy' });
		stage.simulator.putTemplate({ ...(await stage.templates('login'))[0], status: 'APPROVED' } as never);
		await stage.ask('edit', { ...byName('login'), parts: ['code'], codeChanges });
		const components = (await stage.templates('login'))[0]?.components ?? [];
		const texts = components.map(({ text, buttons }) => text ?? `[${buttons?.[0]?.text}]`);
		expect(texts.join('\n\n')).toBe(`*{{1}}* is your verification code${rest}`);
	});

	it('keeps the apps that a button of an authentication template fills the code in for', async () => {
		const apps = [{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' }];
		const button = { type: 'OTP', otp_type: 'ONE_TAP', text: 'Copy', autofill_text: 'Fill in', supported_apps: apps };
		putCode(button);
		await stage.ask('edit', edit({ parts: ['code'], codeChanges: { codeButtonText: 'Take it' } }));
		expect(JSON.parse(stage.proxy.requests.at(-1)?.body ?? '')).toEqual({
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 5 },
				{ type: 'BUTTONS', buttons: [{ ...button, text: 'Take it' }] },
			],
		});
	});

	it('gives the apps of a button that WhatsApp does not list anew, and another kind of button', async () => {
		const url = 'https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&code=otp{{1}}';
		putCode({ type: 'URL', text: 'Copy', url, example: [url] });
		const apps = { values: [{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }] };
		const codeChanges = { otpType: 'ZERO_TAP', apps, acceptZeroTapTerms: true, autofillText: 'Fill in' };
		await stage.ask('edit', edit({ parts: ['code'], codeChanges }));
		expect(JSON.parse(stage.proxy.requests.at(-1)?.body ?? '').components.at(-1)).toEqual({
			type: 'BUTTONS',
			buttons: [
				{
					type: 'OTP',
					otp_type: 'ZERO_TAP',
					text: 'Copy',
					autofill_text: 'Fill in',
					zero_tap_terms_accepted: true,
					supported_apps: [{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' }],
				},
			],
		});
	});

	it('uploads the sample of a new media header', async () => {
		const credential = { ...stage.credential, appId: '645829310472918', graphApiBaseUrl: stage.simulator.url };
		const items = [{ json: {}, binary: { data: toBinary('PNG', { mimeType: 'image/png' }) } }];
		const { error } = await stage.run('edit', edit({ parts: ['header'], headerType: 'IMAGE' }), items, { credential });
		expect(error?.message).toBeUndefined();
		expect((await now())?.components[0]).toMatchObject({ format: 'IMAGE', example: { header_handle: [expect.stringMatching(/^4::/)] } });
	});

	it('is known to previews and to the next item at once', async () => {
		const preview = { ...byName('parcel'), ...filled({ body_1: 'Ada' }) };
		await stage.ask('preview', preview);
		const items = ['First', 'Second'].map((footer) => ({ json: { footer } }));
		const { outputs } = await stage.run('edit', edit({ parts: ['footer'], footer: '={{ $json.footer }}' }), items, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0]?.[0]?.json.edited).toBe(true);
		expect(outputs[0]?.[1]?.json.error).toContain('Meta is still reviewing it');
		const [shown] = await stage.ask('preview', preview);
		expect(shown).toMatchObject({ status: 'PENDING', text: 'Parcel\n\nHello Ada, it is here.\n\nFirst\n\n[Thanks]' });
	});
});

/** What is refused: the title, what the template is like, the parameters, the beginning of the sentence. */
const refusals: Array<[string, object, IDataObject, string]> = [
	['a template that is being reviewed', { status: 'PENDING' }, { parts: ['footer'] }, "The template 'parcel' (en_US) cannot be edited now: Meta is still reviewing it"],
	['a template that is disabled', { status: 'DISABLED' }, { parts: ['footer'] }, "The template 'parcel' (en_US) cannot be edited now: it is disabled for good"],
	['another category for an approved template', {}, { options: { category: 'MARKETING' } }, "The category of the template 'parcel' cannot be changed, because it is approved."],
	['an edit without a change', {}, {}, "Nothing is to be changed in the template 'parcel'."],
	['an edit that names the category it has', {}, { options: { category: 'UTILITY' } }, "Nothing is to be changed in the template 'parcel'."],
	['an empty body', {}, { parts: ['body'], body: '={{ "" }}' }, "'Body' is empty."],
	['a body with variables of the other kind', {}, { parts: ['body'], body: 'Hello {{name}}!' }, "'Body' has the variable {{name}}, which is no number."],
	['a footer that is too long', {}, { parts: ['footer'], footer: 'x'.repeat(61) }, "'Footer' is 61 characters long"],
	['a wait that the category does not allow', {}, { options: { messageTtlSeconds: 5 } }, "'Message Time-to-Live' is 5 seconds"],
	['an offer that the template does not have', {}, { parts: ['offer'], offerText: 'Now' }, "'Parts to Change' has 'Limited-Time Offer', and the template has none: 'parcel'."],
	['cards that the template does not have', {}, { parts: ['mediaCards'] }, "'Parts to Change' has 'Cards', and the template has none with pictures or videos: 'parcel'."],
	['JSON without a body', {}, { contentFrom: 'json', components: '[]' }, "'Components (JSON)' is not a list of components."],
	['code settings for another template', {}, { parts: ['code'] }, "'Parts to Change' has 'One-Time Code', and the template 'parcel' is no authentication template."],
	['a text for an authentication template', { category: 'AUTHENTICATION' }, { parts: ['footer'], footer: 'x' }, "The text of the authentication template 'parcel' is WhatsApp's own and cannot be written."],
];

describe('Template: Edit, beside a limited-time offer', () => {
	const offer = [
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon', has_expiration: true } },
		{ type: 'BODY', text: 'Hello.' },
		{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'TEA' }, { type: 'URL', text: 'Shop', url: 'https://shop.example' }] },
	];
	beforeEach(() => put({ category: 'MARKETING', components: offer }));

	test.each<[string, IDataObject, string]>([
		['a body of 601 characters', { parts: ['body'], body: 'x'.repeat(601) }, "'Body' is 601 characters long; WhatsApp allows 600."],
		['a footer', { parts: ['footer'], footer: 'Shop' }, "'Footer' cannot stand beside a limited-time offer."],
		['a header of text', { parts: ['header'], headerType: 'TEXT', headerText: 'Tea' }, "'Header' can only be an image or a video"],
	])('refuses %s', async (_title, parameters, message) => {
		const { error } = await stage.run('edit', edit(parameters));
		expect(error?.message).toContain(message);
		expect(stage.proxy.changes()).toEqual([]);
	});

	it('changes what the offer is called, and leaves its buttons', async () => {
		await stage.ask('edit', edit({ parts: ['offer'], offerText: 'Last days', offerEnds: true }));
		expect((await now())?.components).toMatchObject([
			{ type: 'BODY' },
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Last days', has_expiration: true } },
			{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE' }, { type: 'URL' }] },
		]);
	});

	it('takes a body of 600 characters, and neither header nor footer', async () => {
		await stage.ask('edit', edit({ parts: ['body', 'header', 'footer'], body: 'x'.repeat(600), headerType: 'NONE', footer: '' }));
		expect((await now())?.components.find(({ type }) => type === 'BODY')?.text).toHaveLength(600);
	});
});

describe('Template: Edit, of a carousel', () => {
	const picture = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.example/a.jpg'] } };
	const reply = (text: string) => ({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text }] });
	const components = [
		{ type: 'BODY', text: 'New plants.' },
		{ type: 'CAROUSEL', cards: [{ components: [picture, reply('More')] }, { components: [picture, reply('More')] }] },
	];

	it('replaces the cards, and keeps the body', async () => {
		put({ category: 'MARKETING', components });
		const credential = { ...stage.credential, appId: '645829310472918', graphApiBaseUrl: stage.simulator.url };
		const items = [{ json: {}, binary: { data: toBinary('PNG', { mimeType: 'image/png' }) } }];
		const cards = { values: [{ text: 'A fern', buttons: { values: [{ type: 'QUICK_REPLY', text: 'Tell me' }] } }, { text: 'A rose' }] };
		const { error } = await stage.run('edit', edit({ parts: ['mediaCards'], cards }), items, { credential });
		expect(error?.message).toBeUndefined();
		const made = (text: string) => ({ components: [{ format: 'IMAGE' }, { type: 'BODY', text }, reply('Tell me')] });
		expect((await now())?.components).toMatchObject([{ text: 'New plants.' }, { cards: [made('A fern'), made('A rose')] }]);
	});
});

describe('Template: Edit, without a change at Meta', () => {
	it('refuses to lose the apps of a button that fills the code in, where Meta does not list them', async () => {
		const url = 'https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&code=otp{{1}}';
		putCode({ type: 'URL', text: 'Copy', url, example: [url] });
		const { error } = await stage.run('edit', edit({ parts: ['code'], codeChanges: { codeButtonText: 'Take it' } }));
		expect(error?.message).toContain('fills the code in by itself for apps that WhatsApp does not list');
		expect(error?.description).toContain("Add 'Apps' to the changes");
		expect(stage.proxy.changes()).toEqual([]);
	});

	it('refuses a one-time code that nothing is said about', async () => {
		putCode({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' });
		const { error } = await stage.run('edit', edit({ parts: ['code'] }));
		expect(error?.message).toContain('Nothing is to be changed');
	});

	test.each(refusals)('refuses %s', async (_title, template, parameters, message) => {
		put(template);
		const { error } = await stage.run('edit', edit(parameters));
		expect(error?.message).toEqual(expect.stringContaining(message));
		expect(error?.description).toMatch(/\.$/);
		expect(stage.proxy.changes()).toEqual([]);
	});

	it('refuses a template that does not exist', async () => {
		const { error } = await stage.run('edit', { ...byName('nobody'), parts: ['footer'] });
		expect(error?.message).toBe("This account has no template 'nobody'.");
		expect(stage.proxy.changes()).toEqual([]);
	});

	it("shows Meta's words when it refuses an edit all the same", async () => {
		stage.proxy.interfere = ({ method }) =>
			method === 'POST' ? { code: 100, message: 'You have reached the limit of edits for this template.' } : undefined;
		const { error } = await stage.run('edit', edit({ parts: ['footer'], footer: 'Hi' }));
		expect(`${error?.message} ${error?.description}`).toContain('You have reached the limit of edits for this template');
	});
});
