import { DateTime } from 'luxon';

import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { readSendOnceKey } from '../../nodes/shared/domain/readSendOnceKey';

describe('readSendOnceKey', () => {
	test.each([undefined, null, '', ' ', '\n\t'])('takes %j for none', (value) => {
		expect(readSendOnceKey(value)).toBeUndefined();
	});

	test.each<[what: string, value: unknown, key: string]>([
		['text', 'order-1042-shipped', 'order-1042-shipped'],
		['text with spaces around it', ' order 1042\n', 'order 1042'],
		['text with colons', 'k1:part2', 'k1:part2'],
		['a word that only begins like one of no meaning', 'nullable', 'nullable'],
		['a name with such a word in it', 'undefined-behaviour-talk', 'undefined-behaviour-talk'],
		['a number', 1042, '1042'],
		['zero', 0, '0'],
		['minus zero', -0, '0'],
		['a fraction', 10.5, '10.5'],
		['the largest exact integer', Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['an integer of any length', 12345678901234567890n, '12345678901234567890'],
		['an emoji', 'Thanks😀', 'Thanks😀'],
		['an emoji that was cut in half', 'Thanks😀 bye'.slice(0, 7), 'Thanks\uFFFD'],
		['the second half of an emoji', 'Thanks😀 bye'.slice(7), '\uFFFD bye'],
		['NUL', 'a\0b', 'a\uFFFDb'],
		['512 characters', 'k'.repeat(512), 'k'.repeat(512)],
	])('takes %s', (_, value, key) => {
		expect(readSendOnceKey(value)).toBe(key);
	});

	test.each<[value: unknown, problem: string]>([
		[NaN, "'Send-Once Key' is NaN, which names no message."],
		[Infinity, "'Send-Once Key' is Infinity, which names no message."],
		[-Infinity, "'Send-Once Key' is -Infinity, which names no message."],
		[{ order: 1 }, "'Send-Once Key' is an object, which names no message."],
		[['a'], "'Send-Once Key' is a list, which names no message."],
		[[], "'Send-Once Key' is a list, which names no message."],
		[new Date(0), "'Send-Once Key' is an object, which names no message."],
		[DateTime.fromMillis(0), "'Send-Once Key' is an object, which names no message."],
		[true, "'Send-Once Key' is true, which names no message."],
		[false, "'Send-Once Key' is false, which names no message."],
		['k'.repeat(513), "'Send-Once Key' has 513 characters; it may have 512."],
		[2 ** 53, "'Send-Once Key' is the number 9007199254740992, whose last digits are lost."],
		[1e21, "'Send-Once Key' is the number 1e+21, whose last digits are lost."],
		['NaN', `'Send-Once Key' is "NaN": a value in its expression is missing or cannot be written as text.`],
		['undefined', `'Send-Once Key' is "undefined": a value in its expression is missing or cannot be written as text.`],
		['order-[object Object]', `'Send-Once Key' is "order-[object Object]": a value in its expression is missing or cannot be written as text.`],
		['due Invalid DateTime', `'Send-Once Key' is "due Invalid DateTime": a value in its expression is missing or cannot be written as text.`],
	])('refuses %p by its name', (value, problem) => {
		const read = () => readSendOnceKey(value);
		expect(read).toThrow(InvalidInputError);
		expect(read).toThrow(problem);
	});
});
