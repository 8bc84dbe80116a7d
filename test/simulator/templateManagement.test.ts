import { APP_ID, ADA, openStage, WABA_ID } from './openStage';
import type { Answer, Stage } from './openStage';

type Template = Record<string, unknown>;

const LIST = `/v25.0/${WABA_ID}/message_templates`;
const body = (text: string, ...samples: string[]) => ({
	type: 'BODY',
	text,
	...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const header = (text: string, example?: object) => ({ type: 'HEADER', format: 'TEXT', text, ...(example && { example }) });
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });
const reply = (text = 'Yes') => ({ type: 'QUICK_REPLY', text });
const link = (url = 'https://shop.example/', more: object = {}) => ({ type: 'URL', text: 'Shop', url, ...more });
const phone = (phone_number = '+15550100001') => ({ type: 'PHONE_NUMBER', text: 'Call', phone_number });
const card = (text = 'A fern', ...list: object[]) => ({
	components: [
		{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.example/a.jpg'] } },
		body(text),
		buttons(...(list.length > 0 ? list : [reply()])),
	],
});
const carousel = (...cards: object[]) => ({ type: 'CAROUSEL', cards });
const offer = (text = 'Ends soon') => ({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: true } });
const text = body('Hello from the shop.');
const PIX = { type: 'pix_dynamic_code', pix_dynamic_code: { code: 'a' } };
const pays = (words: string, payment_setting: object) => ({ type: 'PAYMENT_REQUEST', text: words, payment_setting });
const coupon = { type: 'COPY_CODE', example: '25OFF' };
const sale = buttons(coupon, link());
const productCard = (button: object = { type: 'SPM', text: 'View' }) => ({ components: [{ type: 'HEADER', format: 'PRODUCT' }, buttons(button)] });
const deepLink = { meta_app_id: '645829310472918', android_deep_link: 'shop://sale' };
const flowJson = JSON.stringify({ version: '7.0', screens: [{ id: 'VISIT' }] });

const creative = (features: Record<string, string>) => ({
	creative_features_spec: Object.fromEntries(Object.entries(features).map(([name, enroll_status]) => [name, { enroll_status }])),
});

describe('the simulated template management', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function create(template: Template = {}): Promise<Answer> {
		const whole = { name: 'new_one', language: 'en_US', category: 'UTILITY', components: [text], ...template };
		return await stage.call('POST', LIST, whole);
	}

	async function list(query = 'name=new_one'): Promise<Template[]> {
		const { body: page } = await stage.call('GET', `${LIST}?fields=name,language,status,category,components&${query}`);
		return page.data;
	}

	function events(): unknown[] {
		return stage.receiver.received.flatMap(({ json }) =>
			json.entry.flatMap(({ changes }) =>
				changes.map(({ field, value }) => [field, value.event, value.message_template_name]),
			),
		);
	}

	test('keeps what is set beside the content, lists it when asked, and keeps it when the content changes', async () => {
		stage.simulator.setSettings({ templateReview: 'none' });
		const settings = {
			cta_url_link_tracking_opted_out: true,
			is_primary_device_delivery_only: true,
			degrees_of_freedom_spec: creative({ image_touchups: 'OPT_OUT' }),
		};
		const { body: answer } = await create({ category: 'MARKETING', ...settings });
		const fields = Object.keys(settings).join(',');
		const kept = {
			cta_url_link_tracking_opted_out: true,
			is_primary_device_delivery_only: true,
			degrees_of_freedom_spec: { creative_features_spec: [{ key: 'IMAGE_TOUCHUPS', value: { enroll_status: 'OPT_OUT' } }] },
		};
		expect((await stage.call('GET', `/v25.0/${answer.id}?fields=${fields}`)).body).toEqual({ ...kept, id: answer.id });

		stage.simulator.putTemplate({ name: 'new_one', category: 'MARKETING', components: [text], ...kept });
		await stage.call('POST', `/v25.0/${answer.id}`, { cta_url_link_tracking_opted_out: false });
		expect((await stage.call('GET', `/v25.0/${answer.id}?fields=${fields},components`)).body).toEqual({
			...kept,
			cta_url_link_tracking_opted_out: false,
			components: [text],
			id: answer.id,
		});
	});

	test('takes a new template, reviews it and reports the outcome', async () => {
		const { status, body: answer } = await create();
		expect([status, answer]).toEqual([
			200,
			{ id: expect.stringMatching(/^\d+$/), status: 'PENDING', category: 'UTILITY' },
		]);
		await stage.simulator.idle();
		expect(await list()).toMatchObject([{ id: answer.id, status: 'APPROVED', components: [text] }]);
		expect(events()).toEqual([['message_template_status_update', 'APPROVED', 'new_one']]);
	});

	test.each([
		['reject', 'REJECTED', 132001],
		['none', 'PENDING', 132001],
		['approve', 'APPROVED', undefined],
	] as const)('leaves it to the setting "%s" what the review says: %s', async (templateReview, state, code) => {
		stage.simulator.setSettings({ templateReview });
		await create();
		await stage.simulator.idle();
		expect(await list()).toMatchObject([{ status: state }]);
		const template = { name: 'new_one', language: { code: 'en_US' } };
		expect((await stage.send({ to: ADA, type: 'template', template })).body.error?.code).toBe(code);
	});

	test('leaves a template alone that changed before its review was over', async () => {
		await create();
		stage.simulator.setTemplateStatus('new_one', 'en_US', 'DISABLED');
		await stage.simulator.idle();
		expect(await list()).toMatchObject([{ status: 'DISABLED' }]);
	});

	test.each<[string, Template]>([
		['a text header with a variable at its end', { components: [header('Order {{1}}', { header_text: ['1042'] }), text] }],
		['named variables', {
			parameter_format: 'named',
			components: [{
				...body('Hello {{first_name}}, welcome.'),
				example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] },
			}],
		}],
		['a footer of 60 characters', { components: [text, { type: 'FOOTER', text: 'x'.repeat(60) }] }],
		['a body of 1024 characters', { components: [body('x'.repeat(1024))] }],
		['replies before links', { components: [text, buttons(reply(), reply('No'), link(), phone())] }],
		['a link with a variable', { components: [text, buttons(link('https://a.example/{{1}}', { example: ['https://a.example/b'] }))] }],
		['a code', { category: 'MARKETING', components: [text, buttons({ type: 'COPY_CODE', example: '25OFF' })] }],
		['cards', { category: 'MARKETING', components: [text, carousel(card(), card())] }],
		['an offer', { category: 'MARKETING', components: [offer(), text, buttons({ type: 'COPY_CODE', example: ['25OFF'] }, link())] }],
		['a Flow', { components: [text, buttons({ type: 'FLOW', text: 'Book', flow_id: '1' })] }],
		['an offer that does not end, without a code', { category: 'MARKETING', components: [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'New', has_expiration: false } }, text, buttons(link())] }],
		['cards of products', { category: 'MARKETING', components: [text, carousel(productCard(), productCard())] }],
		['a product with its button', { category: 'MARKETING', components: [{ type: 'HEADER', format: 'PRODUCT' }, text, buttons({ type: 'SPM', text: 'View' })] }],
		['a request to call', { components: [text, { type: 'call_permission_request' }] }],
		['payments by Pix and boleto', { components: [text, buttons(pays('Copy Pix code', PIX), pays('Copy Boleto code', { type: 'boleto', boleto: { digitable_line: '1' } }), reply())] }],
		['an order to be paid', { components: [text, buttons({ type: 'order_details', text: 'Review and Pay' })] }],
		['an order status', { sub_category: 'ORDER_STATUS', components: [text, { type: 'FOOTER', text: 'Shop' }] }],
		['a Flow as JSON', { components: [text, buttons({ type: 'FLOW', text: 'Book', flow_json: flowJson })] }],
		['a link into an app', { category: 'MARKETING', components: [text, buttons(link('https://a.example', { app_deep_link: deepLink }))] }],
		['a place', { components: [{ type: 'HEADER', format: 'LOCATION' }, text] }],
		['a time to live', { message_send_ttl_seconds: 60 }],
		['types in small letters', { category: 'utility', components: [{ type: 'body', text: 'Hello there.' }] }],
	])('takes %s', async (_case, template) => {
		const { status, text: answer } = await create(template);
		expect([status, answer]).toEqual([200, expect.stringContaining('PENDING')]);
	});

	test.each<[string, Template, number | undefined]>([
		['no name', { name: undefined }, undefined],
		['capitals in the name', { name: 'New_One' }, undefined],
		['a name of 513 characters', { name: 'x'.repeat(513) }, undefined],
		['a language that Meta does not have', { language: 'en-US' }, undefined],
		['no category', { category: undefined }, undefined],
		['an unknown category', { category: 'NEWS' }, undefined],
		['an unknown variable format', { parameter_format: 'MIXED' }, undefined],
		['no components', { components: undefined }, undefined],
		['an unknown component', { components: [text, { type: 'QUIZ' }] }, undefined],
		['two bodies', { components: [text, text] }, undefined],
		['the name and language of another', { name: 'hello_world' }, 2388024],
		['no body', { components: [header('Hi')] }, 2388072],
		['a body of null', { components: [{ type: 'BODY', text: null }] }, 2388072],
		['a body of 1025 characters', { components: [body('x'.repeat(1025))] }, 2388040],
		['a variable at the start', { components: [body('{{1}} is here', 'a')] }, 2388299],
		['a variable at the end', { components: [body('Here is {{1}}', 'a')] }, 2388299],
		['variables side by side', { components: [body('Hello {{1}} {{2}} and all others.', 'a', 'b')] }, 2388072],
		['a gap between the variables', { components: [body('Hello {{1}} and {{3}} too.', 'a', 'b', 'c')] }, undefined],
		['more variables than words', { components: [body('Now {{1}}, {{2}}.', 'a', 'b')] }, 2388293],
		['a variable without a sample', { components: [body('Hello {{1}}, welcome.')] }, undefined],
		['a sample too few', { components: [body('Hello {{1}} and {{2}}, welcome.', 'a')] }, undefined],
		['a name among numbers', { components: [body('Hello {{1}} and {{name}}, welcome.', 'a', 'b')] }, undefined],
		['names without saying so', { components: [body('Hello {{name}}, welcome.', 'a')] }, undefined],
		['numbers in a named template', { parameter_format: 'NAMED', components: [body('Hello {{1}}, hi.', 'a')] }, undefined],
		['a name twice', {
			parameter_format: 'NAMED',
			components: [{
				...body('Hello {{name}}, dear {{name}}!'),
				example: { body_text_named_params: [{ param_name: 'name', example: 'Ada' }] },
			}],
		}, undefined],
		['a named variable without a sample', { parameter_format: 'NAMED', components: [body('Hello {{name}}, hi.')] }, undefined],
		['a header of 61 characters', { components: [header('x'.repeat(61)), text] }, 2388040],
		['a header with a new line', { components: [header('a\nb'), text] }, 2388047],
		['a header with an emoji', { components: [header('Sale 🎉'), text] }, 2388047],
		['a header with two variables', { components: [header('a {{1}} b {{2}} c', { header_text: ['a', 'b'] }), text] }, 2388047],
		['a header without a sample', { components: [header('Order {{1}}'), text] }, undefined],
		['a header of an unknown format', { components: [{ type: 'HEADER', format: 'AUDIO' }, text] }, undefined],
		['an image header without a handle', { components: [{ type: 'HEADER', format: 'IMAGE' }, text] }, undefined],
		['a handle that nobody uploaded', {
			components: [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1n'] } }, text],
		}, undefined],
		['a GIF for a utility template', { components: [{ type: 'HEADER', format: 'GIF' }, text] }, 2388047],
		['a footer of 61 characters', { components: [text, { type: 'FOOTER', text: 'x'.repeat(61) }] }, 2388040],
		['a variable in the footer', { components: [text, { type: 'FOOTER', text: 'Shop {{1}}' }] }, 2388073],
		['an empty footer', { components: [text, { type: 'FOOTER', text: '' }] }, 2388073],
		['no buttons in the buttons', { components: [text, buttons()] }, undefined],
		['11 buttons', { components: [text, buttons(...Array.from({ length: 11 }, () => reply()))] }, undefined],
		['three links', { components: [text, buttons(link(), link(), link())] }, undefined],
		['two phone numbers', { components: [text, buttons(phone(), phone())] }, undefined],
		['replies on both sides of a link', { components: [text, buttons(reply(), link(), reply())] }, undefined],
		['a button without words', { components: [text, buttons({ type: 'QUICK_REPLY' })] }, undefined],
		['a button of 26 characters', { components: [text, buttons(reply('x'.repeat(26)))] }, 2388040],
		['a button of no kind', { components: [text, buttons({ type: 'POLL', text: 'a' })] }, undefined],
		['a one-time code outside authentication', { components: [text, buttons({ type: 'OTP', text: 'a' })] }, undefined],
		['a link that is none', { components: [text, buttons(link('shop.example'))] }, undefined],
		['a link of 2001 characters', { components: [text, buttons(link(`https://a.example/${'x'.repeat(1983)}`))] }, 2388040],
		['a variable in the middle of a link', { components: [text, buttons(link('https://a.example/{{1}}/b', { example: ['x'] }))] }, undefined],
		['a link with a variable and no example', { components: [text, buttons(link('https://a.example/{{1}}'))] }, undefined],
		['a phone number of 21 characters', { components: [text, buttons(phone('1'.repeat(21)))] }, 2388040],
		['a code without an example', { components: [text, buttons({ type: 'COPY_CODE' })] }, undefined],
		['a code of 16 characters', { components: [text, buttons({ type: 'COPY_CODE', example: 'x'.repeat(16) })] }, 2388040],
		['a Flow button without a Flow', { components: [text, buttons({ type: 'FLOW', text: 'Book' })] }, undefined],
		['an offer in a utility template', { components: [text, offer(), sale] }, undefined],
		['an offer of 17 characters', { category: 'MARKETING', components: [text, offer('x'.repeat(17)), sale] }, 2388040],
		['an offer of a long number', { category: 'MARKETING', components: [text, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 1e17 } }, sale] }, 2388040],
		['an offer of nothing', { category: 'MARKETING', components: [text, { type: 'LIMITED_TIME_OFFER', limited_time_offer: null }, sale] }, undefined],
		['an offer with a footer', { category: 'MARKETING', components: [text, offer(), sale, { type: 'FOOTER', text: 'a' }] }, 2388073],
		['an offer below a text header', { category: 'MARKETING', components: [header('Sale'), text, offer(), sale] }, 2388047],
		['a body of 601 characters beside an offer', { category: 'MARKETING', components: [body('x'.repeat(601)), offer(), sale] }, 2388040],
		['one card', { category: 'MARKETING', components: [text, carousel(card())] }, undefined],
		['11 cards', { category: 'MARKETING', components: [text, carousel(...Array.from({ length: 11 }, () => card()))] }, undefined],
		['cards that differ', { category: 'MARKETING', components: [text, carousel(card(), card('A rose', link()))] }, undefined],
		['a card text of 161 characters', { category: 'MARKETING', components: [text, carousel(card('x'.repeat(161)), card())] }, 2388040],
		['a card without a picture', { category: 'MARKETING', components: [text, carousel({ components: [buttons(reply())] }, card())] }, 2388047],
		['a card with three buttons', { category: 'MARKETING', components: [text, carousel(card('a', reply(), reply(), link()), card('b', reply(), reply(), link()))] }, undefined],
		['a card with a catalog', { category: 'MARKETING', components: [text, carousel(card('a', { type: 'CATALOG', text: 'a' }), card('b', { type: 'CATALOG', text: 'a' }))] }, undefined],
		['a product card with a reply', { category: 'MARKETING', components: [text, carousel(productCard(reply()), productCard(reply()))] }, undefined],
		['cards in a utility template', { components: [text, carousel(card(), card())] }, undefined],
		['an offer without a link', { category: 'MARKETING', components: [text, offer(), buttons(coupon)] }, undefined],
		['an offer that ends without a code', { category: 'MARKETING', components: [text, offer(), buttons(link())] }, undefined],
		['an offer with its code last', { category: 'MARKETING', components: [text, offer(), buttons(link(), coupon)] }, undefined],
		['a catalog in a utility template', { components: [text, buttons({ type: 'CATALOG', text: 'View catalog' })] }, undefined],
		['a product header without its button', { category: 'MARKETING', components: [{ type: 'HEADER', format: 'PRODUCT' }, text] }, undefined],
		['a product button without its header', { category: 'MARKETING', components: [text, buttons({ type: 'SPM', text: 'View' })] }, undefined],
		['a request to call with a button', { components: [text, buttons(reply()), { type: 'CALL_PERMISSION_REQUEST' }] }, undefined],
		['an order status with a button', { sub_category: 'ORDER_STATUS', components: [text, buttons(reply())] }, undefined],
		['an order status in a marketing template', { category: 'MARKETING', sub_category: 'ORDER_STATUS', components: [text] }, undefined],
		['an unknown sub category', { sub_category: 'POLL', components: [text] }, undefined],
		['a Flow by ID and by name', { components: [text, buttons({ type: 'FLOW', text: 'Book', flow_id: '1', flow_name: 'a' })] }, undefined],
		['a payment without a sample', { components: [text, buttons(pays('Copy Pix code', { type: 'pix_dynamic_code', pix_dynamic_code: {} }))] }, undefined],
		['a payment in cash', { components: [text, buttons(pays('Pay', { type: 'cash', cash: { code: '1' } }))] }, undefined],
		['a payment in other words', { components: [text, buttons(pays('Pay now', PIX))] }, undefined],
		['the same payment twice', { components: [text, buttons(pays('Copy Pix code', PIX), pays('Copy Pix code', PIX))] }, undefined],
		['a Flow of no JSON', { components: [text, buttons({ type: 'FLOW', text: 'Book', flow_json: '{' })] }, undefined],
		['a link into an app without the app', { category: 'MARKETING', components: [text, buttons(link('https://a.example', { app_deep_link: { android_deep_link: 'shop://sale' } }))] }, undefined],
		['a link tracking that is no yes or no', { cta_url_link_tracking_opted_out: 'yes' }, undefined],
		['a device that is no yes or no', { is_primary_device_delivery_only: 1 }, undefined],
		['creative features of a utility template', { degrees_of_freedom_spec: creative({ image_touchups: 'OPT_IN' }) }, undefined],
		['a creative feature that there is not', { category: 'MARKETING', degrees_of_freedom_spec: creative({ sparkle: 'OPT_IN' }) }, undefined],
		['a creative feature half on', { category: 'MARKETING', degrees_of_freedom_spec: creative({ image_touchups: 'MAYBE' }) }, undefined],
		['creative features without any', { category: 'MARKETING', degrees_of_freedom_spec: {} }, undefined],
		['a sub-category that there is not', { sub_category: 'BIRTHDAY' }, undefined],
		['a time to live of a second', { message_send_ttl_seconds: 1 }, undefined],
		['the time to live of another category', { category: 'MARKETING', message_send_ttl_seconds: -1 }, undefined],
	])('refuses %s', async (_case, template, subcode) => {
		const { status, body: answer } = await create(template);
		expect([status, answer.error?.code, answer.error?.error_subcode]).toEqual([400, 100, subcode]);
		expect(await list()).toEqual([]);
	});

	test('says in a sentence what is wrong', async () => {
		const { body: answer } = await create({ components: [body('{{1}} is here', 'a')] });
		expect(answer.error).toMatchObject({
			message: 'Invalid parameter',
			error_user_title: 'Variables at the Start or End of the Text',
			error_user_msg: "Variables can't be at the start or end of the template.",
		});
	});

	describe('for authentication', () => {
		const code = { type: 'OTP', otp_type: 'copy_code', text: 'Copy code' };
		const authentication = (...components: object[]) => ({ category: 'AUTHENTICATION', components });
		const app = { package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' };
		const upsert = async (more: Template): Promise<Answer> =>
			await stage.call('POST', LIST.replace('message_templates', 'upsert_message_templates'), {
				name: 'new_one',
				...authentication(buttons({ type: 'OTP', otp_type: 'COPY_CODE' })),
				...more,
			});

		test('takes several languages at once, and changes those that are there', async () => {
			const first = await upsert({ languages: ['en_US', 'de'] });
			const again = await upsert({ languages: ['de', 'fr'] });
			expect(first.body).toMatchObject({ data: [{ language: 'en_US' }, { language: 'de', status: 'PENDING' }] });
			expect(again.body).toMatchObject({ data: [{ language: 'de', id: (first.body.data as Template[])[1]?.id }, { language: 'fr' }] });
			expect((await list()).map(({ language }) => language)).toEqual(['en_US', 'de', 'fr']);
		});

		test.each<[string, Template]>([
			['no language', { languages: [] }],
			['a language that there is not', { languages: ['en_US', 'xx'] }],
			['another category', { languages: ['en_US'], category: 'UTILITY' }],
			['words on the button', { languages: ['en_US'], components: [buttons(code)] }],
		])('takes none of several languages with %s', async (_case, template) => {
			expect((await upsert(template)).body.error?.code).toBe(100);
			expect(await list()).toEqual([]);
		});

		test('takes a code that an app fills in', async () => {
			await create(authentication(buttons({ ...code, otp_type: 'ZERO_TAP', supported_apps: [app], zero_tap_terms_accepted: true })));
			expect(await list()).toMatchObject([{ components: [{}, { buttons: [{ url: expect.stringContaining('otp_type=ZERO_TAP') as string }] }] }]);
		});

		test('writes the words of Meta and lists the button as a link', async () => {
			await create(authentication(
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 5 },
				buttons(code),
			));
			const [template] = await list();
			expect(template?.components).toMatchObject([
				{ text: '*{{1}}* is your verification code. For your security, do not share this code.' },
				{ text: 'This code expires in 5 minutes.' },
				{ buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}' }] },
			]);
		});

		test('needs neither body nor footer', async () => {
			await create(authentication(buttons(code)));
			expect(await list()).toMatchObject([{ components: [{ text: '*{{1}}* is your verification code.' }, {}] }]);
		});

		test.each<[string, object[]]>([
			['no button', [{ type: 'BODY' }]],
			['two buttons', [buttons(code, code)]],
			['a link', [buttons(link())]],
			['an unknown kind of code', [buttons({ ...code, otp_type: 'MAGIC' })]],
			['a header', [header('Hi'), buttons(code)]],
			['a code for no app', [buttons({ ...code, otp_type: 'ONE_TAP' })]],
			['a code for an app with a short hash', [buttons({ ...code, otp_type: 'ONE_TAP', supported_apps: [{ ...app, signature_hash: 'K8a' }] })]],
			['a zero-tap code without the terms', [buttons({ ...code, otp_type: 'ZERO_TAP', supported_apps: [app] })]],
			['a code that lives 91 minutes', [{ type: 'FOOTER', code_expiration_minutes: 91 }, buttons(code)]],
		])('refuses %s', async (_case, components) => {
			expect((await create(authentication(...components))).body.error?.code).toBe(100);
		});
	});

	describe('edits', () => {
		async function edit(name: string, changes: Template): Promise<Answer> {
			const [template] = await list(`name=${name}`);
			return await stage.call('POST', `/v25.0/${String(template?.id)}`, changes);
		}

		test('the components of a template as a whole, and reviews it again', async () => {
			const { body: answer } = await edit('hello_world', { components: [text] });
			expect(answer).toMatchObject({ success: true, name: 'hello_world', category: 'UTILITY' });
			await stage.simulator.idle();
			expect(await list('name=hello_world')).toMatchObject([{ status: 'APPROVED', components: [text] }]);
			expect(events().map((event) => (event as string[])[1])).toEqual(['PENDING', 'APPROVED']);
		});

		test('the category of a rejected template', async () => {
			await edit('rejected_notice', { category: 'marketing' });
			await stage.simulator.idle();
			expect(await list('name=rejected_notice')).toMatchObject([{ category: 'MARKETING', status: 'APPROVED' }]);
		});

		test.each<[string, string, Template, number | undefined]>([
			['no template in review', 'hello_world', { components: [text] }, 2388039],
			['no category of an approved one', 'summer_sale', { category: 'UTILITY' }, 2388039],
			['no content that a new one could not have', 'summer_sale', { components: [body('{{1}} is here', 'a')] }, 2388299],
		])('%s', async (_case, name, changes, subcode) => {
			stage.simulator.setTemplateStatus('hello_world', 'en_US', 'PENDING');
			const { error } = (await edit(name, changes)).body;
			expect([error?.code, error?.error_subcode]).toEqual([100, subcode]);
		});
	});

	test('shows one template by its ID, with the fields that are asked for', async () => {
		stage.simulator.setSettings({ templateReview: 'none' });
		const { body: created } = await create();
		const path = `/v25.0/${String(created.id)}`;
		const fields = 'status,quality_score,rejected_reason,sub_category';
		expect((await stage.call('GET', path)).body).toMatchObject({ name: 'new_one', language: 'en_US', components: [text] });
		expect((await stage.call('GET', `${path}?fields=${fields}`)).body).toEqual({
			id: created.id,
			status: 'PENDING',
			quality_score: { score: 'UNKNOWN', date: stage.time.nowMs / 1000 },
			rejected_reason: 'NONE',
			sub_category: 'CUSTOM',
		});
	});

	describe('deletes', () => {
		const remove = async (query: string) => await stage.call('DELETE', `${LIST}?${query}`);
		const idOf = async (language: string) => String((await list(`name=order_update&language=${language}`))[0]?.id);

		test('all languages of a name, reports each, and refuses sends from then on', async () => {
			expect((await remove('name=order_update')).body).toEqual({ success: true });
			await stage.simulator.idle();
			expect(await list('name=order_update')).toEqual([]);
			expect(events()).toHaveLength(2);
			expect(events()[0]).toEqual(['message_template_status_update', 'DELETED', 'order_update']);
			const template = { name: 'order_update', language: { code: 'de' } };
			expect((await stage.send({ to: ADA, type: 'template', template })).body.error?.code).toBe(132001);
		});

		test('one language by its ID and name', async () => {
			await remove(`hsm_id=${await idOf('de')}&name=order_update`);
			expect(await list('name=order_update')).toMatchObject([{ language: 'en_US' }]);
		});

		test('several by their IDs, with or without quotes', async () => {
			const ids = [await idOf('de'), await idOf('en_US')];
			expect((await remove(`hsm_ids=[${ids[0]}]`)).status).toBe(200);
			expect((await remove(`hsm_ids=${JSON.stringify([ids[1]])}`)).status).toBe(200);
			expect(await list('name=order_update')).toEqual([]);
		});

		test.each(['', 'name=nothing', 'hsm_id=1&name=order_update', 'hsm_ids=[]', 'hsm_ids=x', 'hsm_ids=["1"]'])(
			'nothing for "%s"',
			async (query) => {
				expect((await remove(query)).body.error?.code).toBe(100);
				expect(await list('name=order_update')).toHaveLength(2);
			},
		);
	});

	test('needs the permission to manage', async () => {
		stage.simulator.setToken({ scopes: ['whatsapp_business_messaging'] });
		expect((await create()).status).toBe(403);
		expect((await stage.call('DELETE', `${LIST}?name=hello_world`)).status).toBe(403);
	});

	test('pages through 10,000 templates', async () => {
		for (let number = 0; number < 10_000; number += 1) {
			stage.simulator.putTemplate({ name: `bulk_${number}`, components: [{ type: 'BODY', text: 'Hello' }] });
		}
		let path: string | undefined = `${LIST}?fields=name&name=bulk&limit=1000`;
		let count = 0;
		while (path) {
			const { body: page }: Answer = await stage.call('GET', path);
			count += page.data.length;
			path = (page.paging as { next?: string } | undefined)?.next?.replace(stage.simulator.url, '');
		}
		expect(count).toBe(10_000);
	});

	describe('takes samples of headers', () => {
		const begin = async (query: string) => await stage.call('POST', `/v25.0/${APP_ID}/uploads?${query}`);

		async function upload(id: string, bytes: string, headers: Record<string, string> = { file_offset: '0' }) {
			const response = await fetch(`${stage.simulator.url}/v25.0/${id}`, {
				method: 'POST',
				headers: { Authorization: 'OAuth simulator-access-token', ...headers },
				body: bytes,
			});
			return (await response.json()) as { h?: string; error?: { code: number } };
		}

		test.each<Record<string, string>>([{}, { 'Content-Type': 'application/x-www-form-urlencoded' }, { 'Content-Type': 'image/png' }])(
			'in two steps, whatever the type of the request says: %j',
			async (type) => {
				const { body: session } = await begin('file_name=a.png&file_length=4&file_type=image/png');
				expect(session.id).toMatch(/^upload:/);
				const { h } = await upload(String(session.id), 'abcd', { file_offset: '0', ...type });
				expect(h).toMatch(/^4::/);
				const image = { type: 'HEADER', format: 'IMAGE', example: { header_handle: [h] } };
				expect((await create({ components: [image, text] })).status).toBe(200);
			},
		);

		test.each(['file_type=image/png', 'file_length=0&file_type=image/png', 'file_length=4&file_type=image/gif', 'file_length=4'])(
			'but not with %s',
			async (query) => {
				expect((await begin(query)).body.error?.code).toBe(100);
			},
		);

		test('but not other bytes than announced, nor without an offset, nor to an ID of nothing', async () => {
			const { body: session } = await begin('file_length=4&file_type=image/png');
			const id = String(session.id);
			expect((await upload(id, 'abc')).error?.code).toBe(100);
			expect((await upload(id, 'abcd', {})).error?.code).toBe(100);
			expect((await upload('upload:x', 'abcd')).error?.code).toBe(100);
		});
	});
});
