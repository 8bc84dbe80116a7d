import fc from 'fast-check';

import { splitText } from '../../nodes/shared/cloudApi/messages/splitText';

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

describe('a long text', () => {
	test('that is short enough stays as it is', () => {
		expect(splitText('  One. Two.  ', 14)).toEqual(['  One. Two.  ']);
	});

	test.each([
		['at the end of a sentence', 'It is here. Come and see it! Or do you not?', 30, ['It is here. Come and see it!', 'Or do you not?']],
		['at the end of a line', 'Monday\nTuesday\nWednesday', 15, ['Monday\nTuesday', 'Wednesday']],
		['between words where one sentence is too long', 'one two three four', 9, ['one two', 'three', 'four']],
		['within a word that is too long', 'aaaaabbbbb', 5, ['aaaaa', 'bbbbb']],
		['never within an emoji', 'a👩‍👩‍👧b', 9, ['a👩‍👩‍👧', 'b']],
		['after Japanese sentences', 'こんにちは。元気ですか。はい。', 7, ['こんにちは。', '元気ですか。', 'はい。']],
		['after Arabic sentences', 'هل أنت هنا؟ نعم.', 12, ['هل أنت هنا؟', 'نعم.']],
	] as Array<[string, string, number, string[]]>)('is split %s', (_case, text, longest, parts) => {
		expect(splitText(text, longest)).toEqual(parts);
	});

	test('loses nothing but white space between its parts, and no part is too long', () => {
		const texts = fc.array(fc.oneof(fc.lorem({ mode: 'sentences' }), fc.string({ unit: 'grapheme' }), fc.constant('\n\n'))).map((all) => all.join(' '));
		fc.assert(
			fc.property(texts, fc.integer({ min: 40, max: 400 }), (text, longest) => {
				const parts = splitText(text, longest);

				expect(withoutSpace(parts.join(''))).toBe(withoutSpace(text));
				expect(Math.max(0, ...parts.map((part) => part.length))).toBeLessThanOrEqual(longest);
			}),
		);
	});
});
