import { CloudApiNoAnswerError } from '../../../nodes/shared/cloudApi/errors/CloudApiNoAnswerError';
import { isFileRefused } from '../../../nodes/shared/cloudApi/media/isFileRefused';
import { toCloudApiError } from '../../../nodes/shared/cloudApi/errors/toCloudApiError';

const refusal = (error: object) => toCloudApiError({ error }, { httpStatus: 400 });

describe('a refused upload', () => {
	it.each<[string, object]>([
		['a file of a kind that Meta does not take', { code: 131053, message: '(#131053) Media upload error' }],
		['a type that is not on the list', { code: 100, message: '(#100) Param file must be a file with one of the following types: audio/aac' }],
	])('is about the file for %s', (_, error) => {
		expect(isFileRefused(refusal(error))).toBe(true);
	});

	it.each<[string, unknown]>([
		['an expired token', refusal({ code: 190, message: 'Error validating access token' })],
		['a rate limit', refusal({ code: 131064, message: 'Too many requests' })],
		['a number that the token does not see', refusal({ code: 100, error_subcode: 33, message: "Unsupported post request. Object with ID '1' does not exist" })],
		['a fault of Meta', refusal({ code: 131000, message: 'Something went wrong' })],
		['silence', new CloudApiNoAnswerError('Param file', { advice: '', wasPossiblySent: false })],
	])('is not about the file for %s', (_, error) => {
		expect(isFileRefused(error)).toBe(false);
	});
});
