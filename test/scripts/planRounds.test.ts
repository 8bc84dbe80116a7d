import { planRounds } from '../../scripts/bench/once/planRounds';

const ROUNDS_OF_ONE_PLACE = 20;

describe('The plan of the rounds of the benchmark "once"', () => {
	const plan = planRounds(ROUNDS_OF_ONE_PLACE, ['embedded']);

	it('meets every ending and both sorts of keys where undecided messages are held back and where they are sent again', () => {
		for (const whenUndecided of ['hold', 'sendAgain'] as const) {
			const own = plan.filter((kind) => kind.whenUndecided === whenUndecided);
			expect(new Set(own.map(({ ending }) => ending))).toEqual(new Set(['kill9', 'stop', 'sigterm']));
			expect(new Set(own.map(({ keys }) => keys))).toEqual(new Set(['default', 'own']));
			expect(new Set(own.map(({ hasFaults }) => hasFaults))).toEqual(new Set([true, false]));
		}
	});

	it('holds back in every fourth round', () => {
		expect(plan.filter(({ whenUndecided }) => whenUndecided === 'hold')).toHaveLength(ROUNDS_OF_ONE_PLACE / 4);
	});
});
