import { CloudApiError } from '../../../nodes/shared/cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../../nodes/shared/cloudApi/errors/CloudApiNoAnswerError';
import { isMediaGone } from '../../../nodes/shared/cloudApi/media/isMediaGone';
import { toCloudApiError } from '../../../nodes/shared/cloudApi/errors/toCloudApiError';

const refusal = (error: object, httpStatus = 400) => toCloudApiError({ error }, { httpStatus });
const PARAMETER = `template['components'][0]['parameters'][0]['image']['id']`;

describe('a refusal', () => {
	it.each<[string, object]>([
		['names an attachment', { code: 100, message: `(#100) Param ${PARAMETER} is not a valid whatsapp business account media attachment ID` }],
		['names a media ID', { code: 131009, message: '(#131009) Parameter value is not valid', error_data: { details: 'media ID 12 does not exist' } }],
		['is about a file', { code: 131053, message: '(#131053) Media upload error' }],
	])('means that a media ID is gone when it %s', (_, error) => {
		expect(isMediaGone(refusal(error))).toBe(true);
	});

	it.each<[string, unknown]>([
		['another value', refusal({ code: 131009, message: '(#131009) Parameter value is not valid', error_data: { details: 'body is too long' } })],
		['another code', refusal({ code: 132012, message: 'media' })],
		['no such object', refusal({ code: 100, error_subcode: 33, message: "Unsupported post request. Object with ID '1' does not exist" })],
		['a message that may be out', new CloudApiError({ message: '', advice: '', code: 131053, retry: 'maybe', httpStatus: 500, details: 'media' })],
		['silence', new CloudApiNoAnswerError('media', { advice: '', wasPossiblySent: true })],
		['nothing of Meta', new Error('media')],
	])('does not mean it for %s', (_, error) => {
		expect(isMediaGone(error)).toBe(false);
	});
});
