import { InvalidInputError } from '../InvalidInputError';

/**
 * Reads the rows of a file: JSON, or CSV whose first line names the fields, with commas, semicolons or tabs.
 *
 * @throws {InvalidInputError} when it is neither
 */
export function readRateFile(text: string): unknown {
	const content = text.replace(/^\uFEFF/, '').trim();
	if (/^[[{]/.test(content)) return content;
	const [head = '', ...lines] = content.split(/\r?\n/).filter((line) => line.trim() !== '');
	const separator = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
	const names = toCells(head, separator).map((name) => name.toLowerCase());
	const missing = ['category', 'currency', 'rate'].filter((name) => !names.includes(name));
	if (missing.length > 0) {
		throw new InvalidInputError(
			'Rate Table',
			`The file of 'Rate Table' has no column ${missing.join(', ')}.`,
			'Its first line has to name the columns: category,currency,rate. A JSON file with a list of rows does as well.',
		);
	}
	return lines.map((line) => Object.fromEntries(toCells(line, separator).map((cell, index) => [names[index] ?? '', cell])));
}

function toCells(line: string, separator: string): string[] {
	return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim());
}
