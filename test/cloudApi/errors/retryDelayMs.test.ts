import { WhatsAppSessionError } from '../../../nodes/shared/domain/WhatsAppSessionError';
import { CloudApiNoAnswerError } from '../../../nodes/shared/cloudApi/errors/CloudApiNoAnswerError';
import { ERROR_TABLE } from '../../../nodes/shared/cloudApi/errors/errorTable';
import { retryDelayMs } from '../../../nodes/shared/cloudApi/errors/retryDelayMs';
import { toCloudApiError } from '../../../nodes/shared/cloudApi/errors/toCloudApiError';

const refusal = (code: number, httpStatus = 400) => toCloudApiError({ error: { code } }, { httpStatus });
const silence = (httpStatus?: number) =>
	new CloudApiNoAnswerError('No answer.', { advice: '', wasPossiblySent: true, httpStatus });

describe('retryDelayMs', () => {
	test.each([
		[131056, 0, 1_000],
		[131056, 1, 4_000],
		[131056, 2, 16_000],
		[131056, 3, undefined],
		[130429, 0, 1_000],
		[130429, 1, 2_000],
		[130429, 5, 32_000],
		[130429, 6, 60_000],
		[130429, 500, 60_000],
		[4, 2, 4_000],
		[80007, 3, 8_000],
		[131057, 0, 60_000],
		[131057, 4, 60_000],
	])('waits after code %i, attempt %i: %p', (code, attempt, expected) => {
		expect(retryDelayMs(refusal(code), attempt)).toBe(expected);
	});

	test.each(ERROR_TABLE.filter(({ retry }) => retry !== 'now').map(({ code, retry }) => [code, retry] as const))(
		'never repeats a send after code %i, which is %s',
		(code) => {
			expect(retryDelayMs(refusal(code, 500), 0)).toBeUndefined();
		},
	);

	test.each([undefined, 200, 404, 502])('never repeats a send after silence or an unreadable answer %p', (status) => {
		expect(retryDelayMs(silence(status), 0)).toBeUndefined();
	});

	test.each([
		['silence', silence(), 1_000],
		['the page of a gateway', silence(502), 1_000],
		['a page with status 200', silence(200), undefined],
		['a fault of Meta', refusal(131000, 500), 1_000],
		['a rate limit', refusal(4), 1_000],
		['an unknown code with HTTP 500', refusal(999999, 500), 1_000],
		['an unknown code with HTTP 400', refusal(999999, 400), undefined],
		['an expired token', refusal(190, 401), undefined],
		['an error of our own', new WhatsAppSessionError('Wrong.'), undefined],
	])('decides for a read or an upload after %s', (_case, error, expected) => {
		expect(retryDelayMs(error, 0, { isRepeatable: true })).toBe(expected);
	});
});
