import { findErrorRow } from '../../../nodes/shared/cloudApi/errors/findErrorRow';
import { ERROR_TABLE } from '../../../nodes/shared/cloudApi/errors/errorTable';
import type { ErrorFamily } from '../../../nodes/shared/cloudApi/errors/ErrorRow';
import type { RetryClass } from '../../../nodes/shared/cloudApi/errors/RetryClass';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every code that Meta documents, by the kind of refusal it is. */
const CODES: Record<ErrorFamily, number[]> = {
	reEngagement: [131047],
	rateLimit: [4, 80007, 130429, 131048, 131056, 131064, 131208, 132069, 133016],
	authorization: [0, 3, 10, 15, 101, 190, ...range(200, 299), 131005],
	template: [
		131055, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 134100, 134101,
		2388000, 2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299, 2388999,
	],
	recipient: [2040, 130403, 130472, 130497, 131021, 131026, 131030, 131049, 131050, 131062, 131065, 137000],
	anotherResponder: [131070],
	directSend: [139200],
	other: [
		1, 2, 33, 100, 368, 2046, 2047, 2200, 131000, 131008, 131009, 131016, 131020, 131031, 131037, 131041, 131042, 131044, 131045,
		131051, 131052, 131053, 131057, 131059, 131060, 131063, 131201, 131207, 131215, 132068, 133000, 133004, 133005,
		133006, 133008, 133009, 133010, 133015, 134011, 134102, 135000, 136024, ...range(138000, 138018),
		...range(139000, 139004), ...range(139100, 139103), 147001, 147002, 147003, 147004, 1752041, 2494100,
		2593107, 2593108,
	],
};

const RETRY: Array<[RetryClass, number[]]> = [
	['now', [4, 80007, 130429, 131056, 131057]],
	['maybe', [1, 2, 131000, 131016]],
	['later', [131064, 131208, 132069, 133000, 133004, 133008, 133009, 133015, 133016, 134101, 2494100]],
];

describe('errorTable', () => {
	const cases = Object.entries(CODES).flatMap(([family, codes]) => codes.map((code) => ({ code, family })));

	test.each(cases)('knows code $code as $family', ({ code, family }) => {
		expect(findErrorRow(code)?.family).toBe(family);
	});

	test.each(RETRY)('repeats as %s exactly the codes listed for it', (retry, codes) => {
		const found = cases.map(({ code }) => code).filter((code) => findErrorRow(code)?.retry === retry);

		expect(found.sort((a, b) => a - b)).toEqual([...codes].sort((a, b) => a - b));
	});

	test.each(ERROR_TABLE.map((row) => [row.code, row] as const))('explains code %i in sentences', (_code, row) => {
		expect(row.summary).toMatch(/^[^\s.](?!.*[.]$).{10,110}$/);
		expect(row.advice).toMatch(/^[A-Z].{8,}\.$/);
		expect(`${row.summary} ${row.advice}`).not.toMatch(/undefined|\s{2}|ECONN|EPERM|ETIMEDOUT/);
	});

	test('holds no code twice', () => {
		const singles = ERROR_TABLE.filter(({ upTo }) => upTo === undefined).map(({ code }) => code);

		expect(new Set(singles).size).toBe(singles.length);
	});

	test('holds no ranges that overlap or run backwards', () => {
		const ranges = ERROR_TABLE.flatMap(({ code, upTo }) => (upTo === undefined ? [] : [[code, upTo] as const])).sort(
			(a, b) => a[0] - b[0],
		);

		ranges.forEach(([from, to], index) => {
			expect(to).toBeGreaterThan(from);
			expect(from).toBeGreaterThan(ranges[index - 1]?.[1] ?? -1);
		});
	});

	test.each([
		['a row of its own before the range around it', 2388293, 'the template has too many variables for so short a text'],
		['the first code of a range', 138000, 'the call was not possible'],
		['the last code of a range', 138018, 'the call was not possible'],
	])('finds %s', (_case, code, summary) => {
		expect(findErrorRow(code)?.summary).toBe(summary);
	});

	test.each([137999, 138019, 300, 2389000, 5, -1, NaN])('knows nothing of code %d', (code) => {
		expect(findErrorRow(code)).toBeUndefined();
	});
});
