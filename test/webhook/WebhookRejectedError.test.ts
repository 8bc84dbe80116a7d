import { WhatsAppSessionError } from '../../nodes/shared/domain/WhatsAppSessionError';
import { WebhookRejectedError } from '../../nodes/shared/webhook/WebhookRejectedError';

describe('WebhookRejectedError', () => {
	test.each([
		['noSecret', 401, /no app secret/, /App Settings > Basic/],
		['noHeader', 401, /no X-Hub-Signature-256/, /proxy/],
		['malformedHeader', 401, /64 hex digits/, /header/],
		['mismatch', 401, /does not match the app secret/, /Compare 'App Secret'.*App Settings > Basic/],
		['noWebhookSecret', 401, /no webhook secret/, /'Webhook Secret'/],
		['noSecretGiven', 401, /no X-WhatsApp-Session-Secret header/, /proxy/],
		['secretMismatch', 401, /is not the 'Webhook Secret'/, /publish the workflow again/],
		['noVerifyToken', 403, /no verify token/, /'Verify Token'/],
		['notSubscribe', 403, /hub\.mode/, /webhook settings/],
		['verifyTokenMismatch', 403, /verify token/, /'Verify Token'/],
		['noChallenge', 403, /hub\.challenge/, /webhook settings/],
		['credentialUnavailable', 503, /could not be read/, /correct it and save it/],
		['storeUnavailable', 503, /session store/, /delivers the webhook anew/],
		['deliveryUnderWay', 503, /Another delivery/, /delivers the webhook anew/],
	] as const)('says what happened and what to do: %s', (reason, httpStatus, message, advice) => {
		const error = new WebhookRejectedError(reason);
		expect(error).toBeInstanceOf(WhatsAppSessionError);
		expect(error).toMatchObject({ name: 'WebhookRejectedError', reason, httpStatus });
		expect(error.message).toMatch(message);
		expect(error.advice).toMatch(advice);
	});

	test('keeps the cause', () => {
		const cause = new Error('disk full');
		expect(new WebhookRejectedError('storeUnavailable', { cause }).cause).toBe(cause);
	});
});
