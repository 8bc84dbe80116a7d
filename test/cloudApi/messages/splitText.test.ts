import fc from 'fast-check';

import { splitText } from '../../../nodes/shared/cloudApi/messages/splitText';

/** Without white space, and the backticks that close and open a block. */
const withoutMarks = (text: string) => text.replace(/\s+|```/g, '');
const withoutSpace = (text: string) => text.replace(/\s+/g, '');

describe('a long text', () => {
	test('that is short enough stays as it is', () => {
		expect(splitText('  One. Two.  ', 14)).toEqual(['  One. Two.  ']);
	});

	test.each([
		['at the end of a sentence', 'It is here. Come and see it! Or do you not?', 30, ['It is here. Come and see it!', 'Or do you not?']],
		['at the end of a line', 'Monday\nTuesday\nWednesday', 15, ['Monday\nTuesday', 'Wednesday']],
		['between paragraphs, and not within one that fits', 'One. Two.\n\nThree. Four.', 18, ['One. Two.', 'Three. Four.']],
		['between lines, and not within one that fits', 'One. Two.\nThree. Four.', 18, ['One. Two.', 'Three. Four.']],
		['within a paragraph that is too long for itself', 'One. Two. Three.\n\nFour.', 10, ['One. Two.', 'Three.', 'Four.']],
		['between words where one sentence is too long', 'one two three four', 9, ['one two', 'three', 'four']],
		['within a word that is too long', 'aaaaabbbbb', 5, ['aaaaa', 'bbbbb']],
		['never within an emoji', 'a👩‍👩‍👧b', 9, ['a👩‍👩‍👧', 'b']],
		['after Japanese sentences', 'こんにちは。元気ですか。はい。', 7, ['こんにちは。', '元気ですか。', 'はい。']],
		['after Arabic sentences', 'هل أنت هنا؟ نعم.', 12, ['هل أنت هنا؟', 'نعم.']],
	] as Array<[string, string, number, string[]]>)('is split %s', (_case, text, longest, parts) => {
		expect(splitText(text, longest)).toEqual(parts);
	});

	test.each([
		['a link', 'Look here: https://shop.example/?a=1&b=2 now', 30, ['Look here:', 'https://shop.example/?a=1&b=2', 'now']],
		['a link that ends a sentence', 'One. See www.shop.example/a?b. Two.', 26, ['One.', 'See www.shop.example/a?b.', 'Two.']],
		['bold words', 'All of it is *really. very? important* to us', 30, ['All of it is', '*really. very? important* to', 'us']],
		['words in italics', 'It is _one. two. three_ here', 20, ['It is', '_one. two. three_', 'here']],
		['struck words', 'It is ~one. two. three~ here', 20, ['It is', '~one. two. three~', 'here']],
		['code', 'It is `one. two. three` here', 20, ['It is', '`one. two. three`', 'here']],
		['a block of code', 'Run:\n```\na = 1. 2\nb\n```\nnow', 20, ['Run:', '```\na = 1. 2\nb\n```', 'now']],
		['the number of a line', '123. First\n124. Second\n125. Third', 16, ['123. First', '124. Second', '125. Third']],
		['a bullet', '- one two\n- three four', 12, ['- one two', '- three four']],
		['a title and its name', 'You will see Dr. Lovelace there.', 24, ['You will see', 'Dr. Lovelace there.']],
		['an initial and its name', 'By J. Smith and A. Lovelace', 16, ['By J. Smith and', 'A. Lovelace']],
	] as Array<[string, string, number, string[]]>)('keeps %s whole', (_case, text, longest, parts) => {
		expect(splitText(text, longest)).toEqual(parts);
	});

	test('closes a block of code that is too long, and opens it again with its indentation', () => {
		const text = 'Run:\n```\nif (a) {\n  begin();\n  end();\n}\n```\nThat is all.';

		expect(splitText(text, 34)).toEqual(['Run:\n```\nif (a) {\n```', '```\n  begin();\n  end();\n}\n```', 'That is all.']);
	});

	test.each([
		['a link', `https://shop.example/?${'a'.repeat(60)}`, 40],
		['bold words', `*${'word. '.repeat(20)}end*`, 40],
		['a block of code without a line', `\`\`\`${'x'.repeat(100)}\`\`\``, 40],
	])('is split within %s that is longer than a part', (_case, text, longest) => {
		const parts = splitText(text, longest);

		expect(withoutMarks(parts.join(''))).toBe(withoutMarks(text));
		expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(longest);
	});

	const word = fc.stringMatching(/^[a-z]{1,9}$/);
	const tokens = fc.oneof(
		{ weight: 6, arbitrary: word },
		word.map((name) => `https://shop.example/?${name}=1&b=2.`),
		word.map((name) => `*${name}? yes. no*`),
		word.map((name) => `_${name}! yes_`),
		word.map((name) => `Dr. ${name}`),
		word.map((name) => `\`${name}. b\``),
		word.map((name) => `\n12. ${name}`),
		word.map((name) => `\`\`\`\n${name} = 1.\n\`\`\``),
		fc.constantFrom('👩‍👩‍👧', '🇩🇪🇫🇷', 'e\u0301e\u0301', '.', '?!', '*', '_', '`'),
	);
	test('tears no link, formatted word, number of a list, name or emoji that fits into a part', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(tokens, fc.constantFrom(' ', '\n', '. ')), { minLength: 20, maxLength: 120 }), fc.integer({ min: 60, max: 300 }), (list, longest) => {
				// A mark alone may make one of what stands between it and the next one; here only whole tokens count.
				const isLone = list.some(([token]) => /^[*_`]$/.test(token));
				const parts = splitText(list.map(([token, space]) => token + space).join(''), longest);

				for (const [token] of isLone ? [] : list) expect(parts.some((part) => part.includes(token.trim()))).toBe(true);
				for (const part of parts) {
					expect(part.length).toBeLessThanOrEqual(longest);
					expect(part.isWellFormed()).toBe(true);
					expect(isLone || (part.split('```').length - 1) % 2 === 0).toBe(true);
				}
			}),
		);
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
