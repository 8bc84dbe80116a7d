import { toMessageTemplate } from '../../../nodes/shared/cloudApi/templates/toMessageTemplate';

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
			bodyText: 'Hello {{1}}, your order {{2}} comes on {{3}}. Thank you!',
			headerText: 'Order {{1}}',
			variables: [
				{ id: 'header_1', component: 'header', name: '1', context: 'Order {{1}}', example: '1042' },
				{ id: 'body_1', component: 'body', name: '1', context: 'Hello {{1}}, your order {{2}}', example: 'Ada' },
				{ id: 'body_2', component: 'body', name: '2', context: '{{1}}, your order {{2}} comes on {{3}}.', example: '1042' },
				{ id: 'body_3', component: 'body', name: '3', context: '{{2}} comes on {{3}}. Thank you!', example: 'Monday' },
			],
			unsupportedParts: [],
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
		expect(template?.variables.map(({ id, example }) => [id, example])).toEqual([
			['header_first_name', 'Ada'],
			['body_order_id', '1042'],
			['body_first_name', 'Ada'],
		]);
	});

	test.each([
		['no example', undefined],
		['an empty one', {}],
		['one that is too short', { body_text: [[]] }],
		['one of a wrong kind', { body_text: 5, body_text_named_params: [null, 5, { param_name: '2' }] }],
	])('leaves the example empty when Meta gives %s', (_case, example) => {
		const template = toMessageTemplate(listed([{ type: 'BODY', text: 'Hello {{1}}!', example }]));

		expect(template?.variables).toEqual([
			{ id: 'body_1', component: 'body', name: '1', context: 'Hello {{1}}!', example: '' },
		]);
	});

	test.each([
		['order_id', 'NAMED'],
		['1', 'POSITIONAL'],
	])('tells the format of {{%s}} when Meta does not', (name, expected) => {
		const raw = listed([{ type: 'BODY', text: `Hello {{${name}}}!` }], { parameter_format: undefined });

		expect(toMessageTemplate(raw)?.parameterFormat).toBe(expected);
	});

	test.each([
		['an image header', { type: 'HEADER', format: 'IMAGE' }],
		['a video header', { type: 'HEADER', format: 'VIDEO' }],
		['a document header', { type: 'HEADER', format: 'DOCUMENT' }],
		['a GIF header', { type: 'HEADER', format: 'GIF' }],
		['a location header', { type: 'HEADER', format: 'LOCATION' }],
		['a product header', { type: 'header', format: 'product' }],
		['a header of the kind HOLOGRAM', { type: 'HEADER', format: 'HOLOGRAM' }],
		['a limited-time offer', { type: 'LIMITED_TIME_OFFER' }],
		['a carousel', { type: 'CAROUSEL', cards: [] }],
		['a request for permission to call', { type: 'CALL_PERMISSION_REQUEST' }],
		['a component of the kind QUIZ', { type: 'QUIZ' }],
		['a component of the kind UNKNOWN', {}],
	])('names %s as a part it cannot fill', (words, component) => {
		expect(toMessageTemplate(listed([body, component]))?.unsupportedParts).toEqual([words]);
	});

	test.each([
		['a link button with a variable', { type: 'URL', url: 'https://shop.example/{{1}}' }],
		['a one-time password button', { type: 'URL', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
		['a one-time password button', { type: 'OTP', otp_type: 'COPY_CODE' }],
		['a button that copies a code', { type: 'COPY_CODE' }],
		['a Flow button', { type: 'FLOW' }],
		['a catalog button', { type: 'CATALOG' }],
		['a button for several products', { type: 'MPM' }],
		['a product button', { type: 'SPM' }],
		['a call button for WhatsApp calls', { type: 'VOICE_CALL' }],
		['a button of the kind MAGIC', { type: 'MAGIC' }],
	])('names %s as a part it cannot fill', (words, button) => {
		const buttons = { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY' }, button, button] };

		expect(toMessageTemplate(listed([body, buttons]))?.unsupportedParts).toEqual([words]);
	});

	test('finds nothing to fill in static buttons, a footer and a text header', () => {
		const buttons = ['QUICK_REPLY', 'PHONE_NUMBER', 'REQUEST_CONTACT_INFO'].map((type) => ({ type }));
		const template = toMessageTemplate(
			listed([
				{ type: 'HEADER', format: 'TEXT', text: 'Shop' },
				body,
				{ type: 'FOOTER', text: 'Bye' },
				{ type: 'BUTTONS', buttons: [...buttons, { type: 'URL', url: 'https://shop.example' }] },
			]),
		);

		expect(template?.unsupportedParts).toEqual([]);
		expect(template?.variables).toEqual([]);
	});

	test('has no header text where the header is no text', () => {
		const template = toMessageTemplate(listed([{ type: 'HEADER', format: 'IMAGE' }, body]));

		expect(template).not.toHaveProperty('headerText');
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
