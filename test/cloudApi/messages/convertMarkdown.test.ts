import fc from 'fast-check';

import { convertMarkdown } from '../../../nodes/shared/cloudApi/messages/markdown/convertMarkdown';

describe("Markdown in WhatsApp's formatting", () => {
	test.each<[string, string, string]>([
		['bold words', 'It is **really** important', 'It is *really* important'],
		['bold words with underscores', 'It is __really__ important', 'It is *really* important'],
		['words in italics', 'It is *really* important', 'It is _really_ important'],
		['bold words in italics', '***both***', '_*both*_'],
		['bold within bold once', '**a **b** c**', '*a b c*'],
		['struck words', '~~old~~ new', '~old~ new'],
		['code', 'Run `npm start` now', 'Run `npm start` now'],
		['code with a backtick', 'Run ``a`b`` now', 'Run ```a`b``` now'],
		['a block of code without its language', '```js\nif (a) {\n  b();\n}\n```', '```\nif (a) {\n  b();\n}\n```'],
		['marks within code as they are', '`*a*`\n\n```\n_b_ **c**\n```', '`*a*`\n\n```\n_b_ **c**\n```'],
		['a heading', '## Your *order*\n\nIt is here.', '*Your _order_*\n\nIt is here.'],
		['a heading in bold once', '# **Total**', '*Total*'],
		['an underlined heading', 'Total\n=====\n\n5', '*Total*\n\n5'],
		['bold words over two lines, each for itself', '**one\ntwo**', '*one*\n*two*'],
		['a list', '* one\n* two', '- one\n- two'],
		['a list within a list', '- one\n  - two\n    - three\n- four', '- one\n  - two\n    - three\n- four'],
		['a list with numbers of its own', '3. three\n4. four', '3. three\n4. four'],
		['a paragraph right before a list', 'You have:\n- one\n- two\n\nAnd more.', 'You have:\n- one\n- two\n\nAnd more.'],
		['a list with empty lines', '- one\n\n- two', '- one\n- two'],
		['a quotation', '> one\n> two\n>\n> three', '> one\n> two\n\n> three'],
		['a quotation within a quotation', '> one\n>> two', '> one\n> two'],
		['a rule', 'one\n\n---\n\ntwo', 'one\n\n———\n\ntwo'],
		['a link', '[our shop](https://shop.example/?a=1&b=2_c_d)', 'our shop (https://shop.example/?a=1&b=2_c_d)'],
		['a link whose words are its address', '[shop.example](https://shop.example/)', 'https://shop.example/'],
		['a link within the text', 'See https://shop.example/_a_/*b*?c=1, please.', 'See https://shop.example/_a_/*b*?c=1, please.'],
		['a link in angle brackets', '<https://shop.example/a_b_>', 'https://shop.example/a_b_'],
		['a link to write to', '[write](mailto:hello@shop.example)', 'write (hello@shop.example)'],
		['a link with umlauts as it is written', '[Tür](https://shop.example/tür)', 'Tür (https://shop.example/tür)'],
		['a link within the page', '[above](#top)', 'above'],
		['a link by reference', '[shop][1]\n\n[1]: https://shop.example/a', 'shop (https://shop.example/a)'],
		['a bold link', '**[shop](https://shop.example/a)**', '*shop (https://shop.example/a)*'],
		['a picture', '![A red fern](https://shop.example/fern.jpg)', 'A red fern (https://shop.example/fern.jpg)'],
		['a picture without words', '![](https://shop.example/fern.jpg)', 'https://shop.example/fern.jpg'],
		['a file name, which is no link', 'Look at index.js', 'Look at index.js'],
		['HTML', 'a <b>bold</b><br>word <span style="x">here</span>', 'a bold\nword here'],
		['a link in HTML', 'See <a href="https://shop.example/?a=1&amp;b=2">the shop</a>.', 'See the shop (https://shop.example/?a=1&b=2).'],
		['a block of HTML', '<div>\n<p>One &amp; two</p>\n<ul><li>a</li><li>b</li></ul>\n<!-- no --><script>x < 1</script>\n</div>', 'One & two\n\n- a\n- b'],
		['entities', 'Fish &amp; chips &lt;3 &euro; 5', 'Fish & chips <3 € 5'],
		['escaped signs', '5 \\* 3', '5 * 3'],
		['an emoji', '**👩‍👩‍👧 family**', '*👩‍👩‍👧 family*'],
		['Japanese', 'これは **大切** です。', 'これは *大切* です。'],
		['a table', '| Plan | Price |\n|---|---|\n| Basic | 5 € |\n| **Pro** | [9 €](https://shop.example/pro) |', '*Plan: Basic*\n- Price: 5 €\n\n*Plan: Pro*\n- Price: 9 € (https://shop.example/pro)'],
		['a table with empty cells', '| | A |\n|---|---|\n| x | |\n| | 2 |', '*x*\n\n- A: 2'],
		['a table without rows', '| A | B |\n|---|---|', 'A · B'],
	])('has %s', async (_, markdown, expected) => {
		expect(await convertMarkdown(markdown)).toBe(expected);
	});

	test.each<[string, string, string]>([
		['a lone asterisk', '5 * 3 and a*', '5 * 3 and a*'],
		['two asterisks between spaces', '2 * 3 * 4', '2 * 3 * 4'],
		['a name with underscores', 'Set order_id_new to 5', 'Set order_id_new to 5'],
		['escaped asterisks', 'This is \\*not bold\\* at all', 'This is ∗not bold∗ at all'],
		['escaped underscores', '\\_not italic\\_', 'ˍnot italicˍ'],
		['an asterisk within bold words', '**a \\* b**', '*a ∗ b*'],
		['bold letters within a word, which WhatsApp has not', 're**quire**d', 'required'],
		['bold words before a letter', '**5**km', '5km'],
		['bold words in brackets', '(**really**)', '(*really*)'],
	])('makes no formatting of %s', async (_, markdown, expected) => {
		expect(await convertMarkdown(markdown)).toBe(expected);
	});

	it('leaves plain text as it is', async () => {
		const text = 'Dear Ada,\n\nyour parcel is on its way: JD0001.\nIt comes on Monday, 10:30-12:00.\n\nThank you!';
		expect(await convertMarkdown(text)).toBe(text);
	});

	it('leaves nothing of what nobody reads', async () => {
		expect(await convertMarkdown('<!-- a note -->')).toBe('');
	});

	const word = fc.stringMatching(/^[a-z]{2,8}$/);
	const link = word.map((name) => `https://shop.example/${name}_x_?a=*1*&b=(2)`);
	const inline = fc.oneof(
		word,
		word.map((name) => `**${name}**`),
		word.map((name) => `*${name}*`),
		word.map((name) => `~~${name}~~`),
		word.map((name) => `\`${name}\``),
		fc.tuple(word, link).map(([name, url]) => `[${name}](${url})`),
		fc.constantFrom('*', '_', '~', '`', '\\*', '&amp;', '<br>', '😀'),
	);
	const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
	const block = fc.oneof(
		line,
		line.map((text) => `## ${text}`),
		fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.map((text) => `- ${text}`).join('\n')),
		fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((text) => `> ${text}`).join('\n')),
		word.map((name) => `\`\`\`\n${name} = *1*\n\`\`\``),
	);
	// Where they stand as code, an entity and a tag stay what they are.
	const words = (text: string) => (text.match(/[a-z]{2,}/g) ?? []).filter((found) => found !== 'amp' && found !== 'br');

	it('loses no word and tears no link, whatever is written', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
				const markdown = blocks.join('\n\n');
				const converted = await convertMarkdown(markdown);
				expect(words(converted).sort()).toEqual(words(markdown).sort());
				for (const [, url = ''] of markdown.matchAll(/\]\((https:\S+\(2\))\)/g)) expect(converted).toContain(url);
				expect(converted).not.toMatch(/[\uFDD0-\uFDEF]/);
			}),
		);
	});

	it('takes any text at all', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
				expect((await convertMarkdown(text)).isWellFormed()).toBe(true);
			}),
		);
	});
});
