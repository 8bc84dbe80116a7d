import { isMarketingStop } from '../../nodes/shared/domain/isMarketingStop';

describe('isMarketingStop', () => {
	it.each([
		['failed', [131050], true],
		['failed', [131049, 131050], true],
		['failed', [131047], false],
		['failed', [], false],
		['sent', [131050], false],
	])('of %s with %j is %s', (status, errorCodes, expected) => {
		expect(isMarketingStop({ status, errorCodes })).toBe(expected);
	});
});
