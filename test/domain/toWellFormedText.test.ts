import { toWellFormedText } from '../../nodes/shared/domain/toWellFormedText';

describe('toWellFormedText', () => {
	test.each([
		['plain text', 'order 1042', 'order 1042'],
		['nothing', '', ''],
		['a whole emoji', '😀', '😀'],
		['an emoji of several', '👩🏽‍🌾', '👩🏽‍🌾'],
		['the first half of an emoji', 'a\ud83d', 'a\uFFFD'],
		['the second half of an emoji', '\ude00a', '\uFFFDa'],
		['halves in the wrong order', '\ude00\ud83d', '\uFFFD\uFFFD'],
		['half an emoji before a whole one', '\ud83d😀', '\uFFFD😀'],
		['NUL', 'a\0\0b', 'a\uFFFD\uFFFDb'],
		['other control characters', 'a\tb\u0001', 'a\tb\u0001'],
	])('gives %s as every database keeps it', (_, text, expected) => {
		expect(toWellFormedText(text)).toBe(expected);
	});
});
