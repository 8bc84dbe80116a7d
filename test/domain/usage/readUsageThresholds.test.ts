import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { readUsageThresholds } from '../../../nodes/shared/domain/usage/readUsageThresholds';

const read = (freeUsed: unknown, charged: unknown = '') => readUsageThresholds({ freeUsed, charged });

describe('thresholds of usage', () => {
	test.each([
		['800, 1000', '', [800, 1000], []],
		['1000,800;800\n 1', undefined, [1, 800, 1000], []],
		['', 5000, [], [5000]],
		[null, '20000, 5000,', [], [5000, 20_000]],
	])('are read from %j and %j', (free, charged, freeUsed, expected) => {
		expect(read(free, charged)).toEqual({ freeUsed, charged: expected });
	});

	test.each([
		['0', '', "'Free Messages Used' has a threshold that is no whole number from 1 on: \"0\""],
		['800, 99.5', '', 'is no whole number from 1 on: "99.5"'],
		['80 %', '', 'is no whole number from 1 on: "80 %"'],
		['-5', '', 'is no whole number from 1 on: "-5"'],
		['', '1 500', "'Charged Messages' has a threshold that is no whole number from 1 on: \"1 500\""],
		['', '1.500', 'is no whole number from 1 on: "1.500"'],
		['', '800, 1,500', "'Charged Messages' has \"1,500\", which may be one number or two."],
		['', { a: 1 }, 'is no whole number from 1 on'],
		['={{ $json.threshold }}', '', "'Free Messages Used' is the expression \"={{ $json.threshold }}\""],
		['', '{{ $json.threshold }}', "'Charged Messages' is the expression \"{{ $json.threshold }}\""],
		['800, 1200', '', "'Free Messages Used' has the threshold 1200, which is never reached: 1000 messages of a number and month are free."],
		[' ', undefined, "'Free Messages Used' and 'Charged Messages' are empty"],
		[Array.from({ length: 21 }, (_, index) => index + 1).join(', '), '', 'has 21 thresholds, and takes 20'],
	])('are refused as %j and %j', (free, charged, sentence) => {
		expect(() => read(free, charged)).toThrow(InvalidInputError);
		expect(() => read(free, charged)).toThrow(sentence);
	});
});
