import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { WhatsAppSessionError } from '../../../nodes/shared/domain/WhatsAppSessionError';
import { AuthorizationError, CloudApiError, RateLimitError, RecipientError, ReEngagementError, TemplateError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { ERROR_TABLE } from '../../../nodes/shared/cloudApi/errors/errorTable';
import { isGraphError } from '../../../nodes/shared/cloudApi/errors/isGraphError';
import { toCloudApiError } from '../../../nodes/shared/cloudApi/errors/toCloudApiError';

const apiAnswer = (code: number, details = 'Meta says why.') => ({
	error: {
		message: `(#${code}) A title`,
		type: 'OAuthException',
		code,
		error_data: { messaging_product: 'whatsapp', details },
		fbtrace_id: 'Az8or2yhqkZfEZ-_4Qn_Bam',
	},
});
const webhookError = (code: number) => ({
	code,
	title: 'A title',
	message: 'A title',
	error_data: { details: 'Meta says why.' },
	href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
});

describe('toCloudApiError', () => {
	test.each([
		[131047, ReEngagementError],
		[131056, RateLimitError],
		[190, AuthorizationError],
		[250, AuthorizationError],
		[132001, TemplateError],
		[131026, RecipientError],
		[131000, CloudApiError],
	])('makes of code %i an error of its class', (code, expected) => {
		const error = toCloudApiError(apiAnswer(code), { httpStatus: 400 });

		expect(error.constructor).toBe(expected);
		expect(error).toBeInstanceOf(WhatsAppSessionError);
		expect(error.name).toBe(expected.name);
	});

	test.each(ERROR_TABLE.map(({ code }) => code))('reads code %i of the API and of a webhook alike', (code) => {
		const fromApi = toCloudApiError(apiAnswer(code), { httpStatus: 400 });
		const fromWebhook = toCloudApiError(webhookError(code), { refused: 'delivery' });
		const fromParsedWebhook = toCloudApiError({ code, title: 'A title', details: 'Meta says why.' });

		for (const error of [fromWebhook, fromParsedWebhook]) {
			expect(error.constructor).toBe(fromApi.constructor);
			expect([error.code, error.retry, error.advice, error.details]).toEqual([
				fromApi.code,
				fromApi.retry,
				fromApi.advice,
				'Meta says why.',
			]);
		}
	});

	test('keeps what Meta said in fields, and a plain sentence in the message', () => {
		const error = toCloudApiError(apiAnswer(131047), { httpStatus: 400 });

		expect(error).toMatchObject({
			message:
				'WhatsApp refused the message: the person last wrote more than 24 hours ago, so the customer service window ' +
				'is closed (code 131047)',
			advice: 'Send a template message instead, with the node WhatsApp Send Template.',
			httpStatus: 400,
			details: 'Meta says why.',
			fbtraceId: 'Az8or2yhqkZfEZ-_4Qn_Bam',
			retry: 'no',
			wasPossiblySent: false,
		});
		expect(error.subcode).toBeUndefined();
	});

	test.each([
		['message', /^WhatsApp refused the message: /],
		['request', /^WhatsApp refused the request: /],
		['delivery', /^WhatsApp did not deliver the message: /],
	] as const)('says that it was a %s', (refused, expected) => {
		expect(toCloudApiError(apiAnswer(100), { refused }).message).toMatch(expected);
	});

	test.each([
		[400, 'no', false],
		[500, 'maybe', true],
		[undefined, 'no', false],
	] as const)('gives an unknown code Meta’s words; HTTP %p makes it %s', (httpStatus, retry, wasPossiblySent) => {
		const error = toCloudApiError(apiAnswer(999999, 'Something new happened.'), { httpStatus });

		expect(error.constructor).toBe(CloudApiError);
		expect(error).toMatchObject({ code: 999999, retry, wasPossiblySent });
		expect(error.message).toBe('WhatsApp refused the message: Something new happened (code 999999)');
		expect(error.advice).toMatch(/error-codes .*\.$/);
	});

	test('does not call a failed delivery possibly sent', () => {
		expect(toCloudApiError(webhookError(131000), { refused: 'delivery' }).wasPossiblySent).toBe(false);
		expect(toCloudApiError(apiAnswer(131000), { httpStatus: 500 }).wasPossiblySent).toBe(true);
	});

	test('reads subcode 33 of code 100 as an ID that does not exist', () => {
		const answer = { error: { ...apiAnswer(100).error, error_subcode: 33 } };
		const error = toCloudApiError(answer, { httpStatus: 400, refused: 'request' });

		expect(error).toMatchObject({ code: 100, subcode: 33 });
		expect(error.message).toContain('the ID in the request does not exist');
	});

	test.each([
		['a token', 'Token EAAGm0PX4ZCpsBAKZCxyz1 expired', 'EAAGm0PX4ZCpsBAKZCxyz1'],
		['a bearer value', 'Header Authorization: Bearer abc.def-123 was wrong', 'abc.def-123'],
		['a token in an address', 'GET /me?access_token=s3cret&x=1 failed', 's3cret'],
	])('keeps %s out of every field', (_case, details, secret) => {
		for (const code of [190, 999999]) {
			const error = toCloudApiError(apiAnswer(code, details), { httpStatus: 401 });

			expect(JSON.stringify([error.message, error.advice, error.stack, error])).not.toContain(secret);
		}
	});

	test('keeps the texts of the refused message out, and leaves short ones', () => {
		const sent = {
			text: { body: 'Your test is positive' },
			template: { components: [{ parameters: [{ text: 'Ms Doe' }, { text: 'a' }] }] },
		};
		const details = 'Value "Your test is positive" or "Ms Doe" is a bad value';
		const error = toCloudApiError(apiAnswer(999999, details), { httpStatus: 400, sent });

		expect(error.details).toBe('Value "[text]" or "[text]" is a bad value');
		expect(error.message).not.toContain('Doe');
	});

	test('keeps the names of people and of what they buy out, which templates have as well', () => {
		const order = { items: [{ name: 'Pregnancy test' }], beneficiaries: [{ name: 'Ms Doe' }] };
		const sent = { interactive: { action: { name: 'review_and_pay', parameters: { order, values: { name: 'Mr Roe' } } } }, template: { name: 'order_update' } };
		const details = 'Pregnancy test of Ms Doe or Mr Roe in review_and_pay or order_update';

		expect(toCloudApiError(apiAnswer(999999, details), { httpStatus: 400, sent }).details).toBe('[text] of [text] or [text] in review_and_pay or order_update');
	});

	test.each([undefined, null, 'a text', 5, [], {}, { error: 'no' }, { error: { code: 'x' } }, { code: {} }])(
		'makes a plain error of %j',
		(source) => {
			const error = toCloudApiError(source);

			expect(error.constructor).toBe(CloudApiError);
			expect(error).not.toBeInstanceOf(InvalidInputError);
			expect(error.message).toBe('WhatsApp refused the message: Meta gave no reason (code -1)');
		},
	);
});

describe('isGraphError', () => {
	test.each([
		[true, apiAnswer(190)],
		[true, { error: { code: 0 } }],
		[true, { error: { code: '131056' } }],
		[false, { error: { message: 'Bad gateway' } }],
		[false, { error: 'invalid_client' }],
		[false, '<html>502</html>'],
		[false, undefined],
		[false, []],
		[false, { messages: [{ id: 'wamid.1' }] }],
	])('answers %p for %j', (expected, body) => {
		expect(isGraphError(body)).toBe(expected);
	});
});

describe('a refusal in words', () => {
	test.each([
		'Cannot send non-template messages outside the 24-hour window',
		'The 24 hour customer service window is closed. Send a template.',
		'Session expired: more than 24 hours have passed since the customer last replied to this number.',
		'Outside of 24h window',
	])('that the window is closed counts as 131047: %s', (message) => {
		const error = toCloudApiError({ message }, { httpStatus: 422 });
		expect(error).toBeInstanceOf(ReEngagementError);
		expect(error).toMatchObject({ code: 131047, retry: 'no', httpStatus: 422, details: message });
		expect(error.advice).toMatch(/template/);
	});

	test.each([
		[{ message: 'Your trial ends in 24 hours.' }, {}],
		[{ message: 'The window of your browser is closed' }, {}],
		[{ message: 'Outside the 24-hour window', code: 190 }, {}],
		[{ message: 'Outside the 24-hour window' }, { refused: 'request' as const }],
	])('of something else does not: %j', (refusal, context) => {
		expect(toCloudApiError(refusal, { httpStatus: 422, ...context })).not.toBeInstanceOf(ReEngagementError);
	});
});

test.each([131061, 131065, 131070, 138038, 147005, 2494191])('code %i has a sentence and an advice of its own', (code) => {
	const row = ERROR_TABLE.find((one) => one.code === code && one.upTo === undefined);
	expect(row).toMatchObject({ retry: 'no' });
	expect(toCloudApiError(apiAnswer(code)).message).toContain(row?.summary);
});

test('code 131062 names both of its meanings', () => {
	expect(toCloudApiError(apiAnswer(131062)).advice).toMatch(/authentication templates.*maximum price/);
});
