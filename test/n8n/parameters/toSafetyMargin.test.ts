import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { toSafetyMargin } from '../../../nodes/shared/n8n/parameters/toSafetyMargin';

describe('the safety margin', () => {
	test.each([
		[0, 0],
		[5, 300_000],
		['5', 300_000],
		[7 / 7.3, 57_534],
		[1439.9999999, 86_399_999],
	])('of %p minutes is %d whole milliseconds', (minutes, millis) => {
		expect(toSafetyMargin(minutes).toMillis()).toBe(millis);
	});

	test.each([NaN, Infinity, -1, 1440, '', null, undefined, true, 'five'])('is refused as %p', (minutes) => {
		expect(() => toSafetyMargin(minutes)).toThrow(InvalidInputError);
	});
});
