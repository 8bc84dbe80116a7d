import { convertMarkdown } from '../../../nodes/shared/cloudApi/messages/markdown/convertMarkdown';

/** The longest text that is taken apart. */
const LONGEST = 100_000;
/** For one text, of processor time. What takes linear time needs a tenth of a second. */
const LONGEST_MS = 3_000;

/** What begins something, again and again, and never ends it. */
const UNITS = [
	...['[', '![', '[a](', '[a][', '](', '[a]: <', '[a]: "\n', '[^', '"[a]('],
	...['*', '**a ', '*a', '_a', '__a_', '***a**', '~~a', '~'],
	...['`', '``a', '`a``', '```\n', '~~~\n'],
	...['<', '<a ', '<a href="', '<a b=c ', '</a', '<!--', '<!-- -', '<?', '<![CDATA[', '<!A', '<a@', '<https://', '<div>\n'],
	...['&', '&#', '&amp', '\\', '\\\n', 'https://', 'https://a.b/(', 'www.', 'a@b.', '//'],
	...['> ', '>\n', '- ', '- a\n', '1. ', '1. a\n  ', '# ', '#', '\n\n', '\t', '    a\n', '---\n', '===\n', 'a\n===\n'],
	...['|', '| a ', '|a|b|\n', '|-', 'a|\n-|\n'],
];

test.each(UNITS)('Markdown of a hundred thousand characters of %j is converted in linear time', async (unit) => {
	const before = process.cpuUsage();
	await convertMarkdown(`${unit.repeat(Math.floor((LONGEST - 2) / unit.length))} x`);
	expect(process.cpuUsage(before).user / 1_000).toBeLessThan(LONGEST_MS);
});
