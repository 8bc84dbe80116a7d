import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { takeOverLength } from '../../nodes/shared/domain/takeOverLength';

describe('the length of a take-over', () => {
	test.each([
		[undefined, 12, 43_200_000],
		['afterHours', 0.5, 1_800_000],
		['afterHours', '24', 86_400_000],
		['afterHours', 720, 2_592_000_000],
		['whenGivenBack', 0, undefined],
	])('%s, %s hours: %s ms', (ends, hours, expected) => {
		expect(takeOverLength(ends, hours)).toBe(expected);
	});

	test.each([0, -1, 721, NaN, Infinity, '', 'soon', null, undefined, true])('refuses %p hours, and names the parameter and the value', (hours) => {
		expect(() => takeOverLength('afterHours', hours)).toThrow(InvalidInputError);
		expect(() => takeOverLength('afterHours', hours)).toThrow(/'Take-Over Lasts \(Hours\)' is not a number above 0 and up to 720: /);
	});

	it('refuses an end that is none', () => {
		expect(() => takeOverLength('never', 12)).toThrow(/'Take-Over Ends' is unknown: "never"/);
	});
});
