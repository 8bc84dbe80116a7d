import { convertMarkdown } from '../../../nodes/shared/cloudApi/messages/markdown/convertMarkdown';

/** The longest text that is taken apart. */
const LONGEST = 100_000;
/**
 * Of processor time, for the quickest of several tries. What takes linear time needs a tenth of a second and what takes quadratic time
 * more than this in each of them; a single try may also meet a collection of the whole heap.
 */
const LONGEST_MS = 3_000;
const TRIES = 5;

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
	const text = `${unit.repeat(Math.floor((LONGEST - 2) / unit.length))} x`;
	const tries = [];
	do tries.push(await processorMs(async () => await convertMarkdown(text)));
	while (Math.min(...tries) >= LONGEST_MS && tries.length < TRIES);
	expect(Math.min(...tries)).toBeLessThan(LONGEST_MS);
}, 120_000);

async function processorMs(work: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await work();
	return process.cpuUsage(before).user / 1_000;
}
