import { toMessageTemplate } from '../../../nodes/shared/cloudApi/templates/toMessageTemplate';
import { templateCorpus } from '../../fixtures/templates/corpus';
import { readTemplate } from '../../fixtures/templates/readTemplate';

const listed = (components: unknown[], fields: Record<string, unknown> = {}) => ({
	id: '594425479261596',
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	parameter_format: 'POSITIONAL',
	components,
	...fields,
});
const body = { type: 'BODY', text: 'Your order is on its way.' };

describe('toMessageTemplate', () => {
	test('reads a positional template with its examples', () => {
		const template = toMessageTemplate(
			listed([
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
				{
					type: 'BODY',
					text: 'Hello {{1}}, your order {{2}} comes on {{3}}. Thank you!',
					example: { body_text: [['Ada', '1042', 'Monday']] },
				},
				{ type: 'FOOTER', text: 'Shop' },
				{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }] },
			]),
		);

		expect(template).toEqual({
			id: '594425479261596',
			name: 'order_update',
			language: 'en_US',
			status: 'APPROVED',
			category: 'UTILITY',
			parameterFormat: 'POSITIONAL',
			quality: 'UNKNOWN',
			header: { format: 'TEXT', text: { text: 'Order {{1}}', variables: [{ name: '1', context: 'Order {{1}}', example: '1042' }] } },
			body: {
				text: 'Hello {{1}}, your order {{2}} comes on {{3}}. Thank you!',
				variables: [
					{ name: '1', context: 'Hello {{1}}, your order {{2}}', example: 'Ada' },
					{ name: '2', context: '{{1}}, your order {{2}} comes on {{3}}.', example: '1042' },
					{ name: '3', context: '{{2}} comes on {{3}}. Thank you!', example: 'Monday' },
				],
			},
			footer: 'Shop',
			buttons: [{ index: 0, type: 'QUICK_REPLY', label: 'Stop', example: '' }],
			cards: [],
			unknownParts: [],
		});
	});

	test('reads a named template with its examples', () => {
		const template = toMessageTemplate(
			listed(
				[
					{
						type: 'HEADER',
						format: 'TEXT',
						text: 'Hi {{first_name}}',
						example: { header_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] },
					},
					{
						type: 'BODY',
						text: 'Order {{order_id}} for {{ first_name }} is ready: {{order_id}}!',
						example: {
							body_text_named_params: [
								{ param_name: 'first_name', example: 'Ada' },
								{ param_name: 'order_id', example: '1042' },
							],
						},
					},
				],
				{ parameter_format: 'NAMED' },
			),
		);

		expect(template?.parameterFormat).toBe('NAMED');
		const examples = [...(template?.header?.text?.variables ?? []), ...(template?.body.variables ?? [])];
		expect(examples.map(({ name, example }) => [name, example])).toEqual([
			['first_name', 'Ada'],
			['order_id', '1042'],
			['first_name', 'Ada'],
		]);
	});

	test.each([
		['no example', undefined],
		['an empty one', {}],
		['one that is too short', { body_text: [[]] }],
		['one of a wrong kind', { body_text: 5, body_text_named_params: [null, 5, { param_name: '2' }] }],
	])('leaves the example empty when Meta gives %s', (_case, example) => {
		const template = toMessageTemplate(listed([{ type: 'BODY', text: 'Hello {{1}}!', example }]));

		expect(template?.body.variables).toEqual([{ name: '1', context: 'Hello {{1}}!', example: '' }]);
	});

	test.each([
		['order_id', 'NAMED'],
		['1', 'POSITIONAL'],
	])('tells the format of {{%s}} when Meta does not', (name, expected) => {
		const raw = listed([{ type: 'BODY', text: `Hello {{${name}}}!` }], { parameter_format: undefined });

		expect(toMessageTemplate(raw)?.parameterFormat).toBe(expected);
	});

	test.each([
		['a header of the kind HOLOGRAM', { type: 'HEADER', format: 'HOLOGRAM' }],
		['a component of the kind QUIZ', { type: 'QUIZ' }],
		['a component of the kind UNKNOWN', {}],
		['a button of the kind MAGIC', { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY' }, { type: 'MAGIC' }, { type: 'magic' }] }],
		['a button of the kind MAGIC', { type: 'CAROUSEL', cards: [{ components: [{ type: 'BUTTONS', buttons: [{ type: 'MAGIC' }] }] }] }],
		['a button of the kind PAYMENT_REQUEST for offsite_card_pay', { type: 'BUTTONS', buttons: [{ type: 'PAYMENT_REQUEST', text: 'Review payment', payment_setting: { type: 'offsite_card_pay' } }] }],
		['a button of the kind PAYMENT_REQUEST for a payment without a name', { type: 'BUTTONS', buttons: [{ type: 'PAYMENT_REQUEST', text: 'Pay' }] }],
	])('names %s as a part it does not know', (words, component) => {
		expect(toMessageTemplate(listed([body, component]))?.unknownParts).toEqual([words]);
	});

	test('knows every part of the corpus', () => {
		expect(templateCorpus.map(({ template }) => [template.name, readTemplate(template).unknownParts])).toEqual(
			templateCorpus.map(({ template }) => [template.name, []]),
		);
	});

	test('reads buttons with their places, words and addresses', () => {
		const buttons = [
			{ type: 'URL', text: 'Track', url: 'https://shop.example/{{1}}', example: ['https://shop.example/1'] },
			{ type: 'url', text: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' },
			{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100001' },
			{ type: 'COPY_CODE', example: '25OFF' },
			{ type: 'URL', text: 'Confirm', url: 'https://bank.example/otp/{{1}}' },
		];
		const template = toMessageTemplate(listed([body, { type: 'BUTTONS', buttons }]));

		expect(template?.buttons).toEqual([
			{ index: 0, type: 'URL', label: 'Track', url: 'https://shop.example/{{1}}', example: 'https://shop.example/1' },
			{ index: 1, type: 'OTP', label: 'Copy code', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}', example: '' },
			{ index: 2, type: 'PHONE_NUMBER', label: 'Call', phoneNumber: '+15550100001', example: '' },
			{ index: 3, type: 'COPY_CODE', label: 'COPY_CODE', example: '25OFF' },
			{ index: 4, type: 'URL', label: 'Confirm', url: 'https://bank.example/otp/{{1}}', example: '' },
		]);
	});

	test('knows by its words how a payment is made, where Meta does not list it', () => {
		const template = toMessageTemplate(listed([body, { type: 'BUTTONS', buttons: [{ type: 'PAYMENT_REQUEST', text: 'Copy Pix code' }] }]));

		expect(template?.unknownParts).toEqual([]);
		expect(template?.buttons).toEqual([{ index: 0, type: 'PAYMENT_REQUEST', label: 'Copy Pix code', paymentKind: 'pix_dynamic_code', example: '' }]);
	});

	test('writes down what Meta puts into authentication templates by itself', () => {
		const template = toMessageTemplate(
			listed([{ type: 'BODY', add_security_recommendation: true }, { type: 'FOOTER', code_expiration_minutes: 5 }], { category: 'AUTHENTICATION' }),
		);

		expect(template?.body.text).toBe('*{{1}}* is your verification code.');
		expect(template?.footer).toBe('This code expires in 5 minutes.');
	});

	test('reads quality and the reason of a rejection', () => {
		const template = toMessageTemplate(
			listed([body], { status: 'rejected', quality_score: { score: 'yellow', date: 1 }, rejected_reason: 'TAG_CONTENT_MISMATCH' }),
		);

		expect(template).toMatchObject({ status: 'REJECTED', quality: 'YELLOW', rejectedReason: 'TAG_CONTENT_MISMATCH' });
		expect(toMessageTemplate(listed([body], { rejected_reason: 'NONE' }))).not.toHaveProperty('rejectedReason');
	});

	test.each([
		undefined,
		null,
		'text',
		[],
		{},
		listed([]),
		listed([{ type: 'BODY' }]),
		listed([body], { id: undefined }),
		listed([body], { name: 5 }),
		listed([body], { language: { code: 'en' } }),
		listed([body], { status: '' }),
		listed([body], { components: undefined }),
		listed([null, 5]),
	])('reads nothing from %j', (raw) => {
		expect(toMessageTemplate(raw)).toBeUndefined();
	});
});
