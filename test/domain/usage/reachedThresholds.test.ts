import fc from 'fast-check';

import { reachedThresholds } from '../../../nodes/shared/domain/usage/reachedThresholds';

const THRESHOLDS = { freeUsed: [800, 1000], charged: [50] };

describe('the thresholds that a number has reached', () => {
	test.each([
		[0, 0, []],
		[799, 49, []],
		[800, 0, ['freeUsed 800']],
		[999, 0, ['freeUsed 800']],
		[1000, 0, ['freeUsed 800', 'freeUsed 1000']],
		[1000, 50, ['freeUsed 800', 'freeUsed 1000', 'charged 50']],
		[0, 51, ['charged 50']],
	])('with %d free messages used and %d charged', (freeUsed, charged, expected) => {
		expect(reachedThresholds({ freeUsed, charged }, THRESHOLDS).map((one) => `${one.counted} ${one.threshold}`)).toEqual(expected);
	});

	it('are never fewer when there are more messages', () => {
		const figures = fc.record({ freeUsed: fc.nat(1_100), charged: fc.nat(100) });
		const lists = fc.record({ freeUsed: fc.array(fc.integer({ min: 1, max: 1_000 })), charged: fc.array(fc.integer({ min: 1, max: 100 })) });
		fc.assert(
			fc.property(figures, figures, lists, (one, more, thresholds) => {
				const later = { freeUsed: one.freeUsed + more.freeUsed, charged: one.charged + more.charged };
				expect(reachedThresholds(later, thresholds)).toEqual(expect.arrayContaining(reachedThresholds(one, thresholds)));
			}),
		);
	});
});
