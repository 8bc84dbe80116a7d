import { checkMessageTtl } from '../../../nodes/shared/cloudApi/templates/draft/checkMessageTtl';

describe('the time that a message may wait', () => {
	test.each(['UTILITY', 'MARKETING', 'AUTHENTICATION', 'A_NEW_CATEGORY'])('is whole seconds for %s', (category) => {
		for (const seconds of [NaN, Infinity, 43_200.5]) expect(() => checkMessageTtl(seconds, category)).toThrow(/'Message Time-to-Live' is/);
	});

	test('is left to Meta for a category that is not known here', () => {
		expect(() => checkMessageTtl(7, 'A_NEW_CATEGORY')).not.toThrow();
	});
});
