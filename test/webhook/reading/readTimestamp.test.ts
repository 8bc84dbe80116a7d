import fc from 'fast-check';

import { readTimestamp } from '../../../nodes/shared/webhook/reading/readTimestamp';

const RECEIVED_AT_MS = 1_763_800_100_000;
const MISSING = { atMs: RECEIVED_AT_MS, isTimestampMissing: true };

describe('readTimestamp', () => {
	test.each([
		['seconds as text', '1763800000', 1_763_800_000_000],
		['seconds as an integer', 1_763_800_000, 1_763_800_000_000],
		['seconds with a fraction', '1763800000.5', 1_763_800_000_500],
		['milliseconds as text', '1763800000123', 1_763_800_000_123],
		['milliseconds as an integer', 1_763_800_000_123, 1_763_800_000_123],
		['text with spaces around it', ' 1763800000 ', 1_763_800_000_000],
		['the first second of 2009', '1230768000', 1_230_768_000_000],
		['the very arrival', '1763800100', RECEIVED_AT_MS],
	])('reads %s', (_, value, atMs) => {
		expect(readTimestamp(value, RECEIVED_AT_MS)).toEqual({ atMs });
	});

	test.each([
		['one millisecond ahead', RECEIVED_AT_MS + 1],
		['one second ahead', '1763800101'],
		['the largest count of seconds', 99_999_999_999],
		['the largest count of milliseconds', 99_999_999_999_999],
	])('takes an instant ahead of the arrival as the arrival: %s', (_, value) => {
		expect(readTimestamp(value, RECEIVED_AT_MS)).toEqual({ atMs: RECEIVED_AT_MS });
	});

	test.each([
		undefined,
		null,
		'',
		' ',
		'0',
		0,
		-1,
		'-1763800000',
		'1230767999',
		100_000_000_000,
		100_000_000_000_000,
		'1763800000123456',
		Infinity,
		NaN,
		'0x10',
		'1e10',
		'2025-11-22T08:26:40Z',
		true,
		[1_763_800_000],
		{ seconds: 1_763_800_000 },
	])('says that %j is no timestamp', (value) => {
		expect(readTimestamp(value, RECEIVED_AT_MS)).toEqual(MISSING);
	});

	test('always gives an instant from 2009 to the arrival', () => {
		fc.assert(
			fc.property(fc.oneof(fc.double(), fc.string(), fc.bigInt().map(String)), (value) => {
				const { atMs } = readTimestamp(value, RECEIVED_AT_MS);
				expect(Number.isInteger(atMs)).toBe(true);
				expect(atMs).toBeGreaterThanOrEqual(Date.UTC(2009, 0, 1));
				expect(atMs).toBeLessThanOrEqual(RECEIVED_AT_MS);
			}),
		);
	});
});
