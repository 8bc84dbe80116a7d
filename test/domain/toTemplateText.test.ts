import fc from 'fast-check';

import { toTemplateText } from '../../nodes/shared/domain/toTemplateText';

describe('toTemplateText', () => {
	test.each([
		['one line', 'Your parcel is here.', 'Your parcel is here.'],
		['line breaks of every kind', 'Street 1\r\nTown\n\n\nCountry\rPlanet', 'Street 1 · Town · Country · Planet'],
		['tabs and runs of spaces', 'a\tb     c', 'a b c'],
		['white space around it', '  hello \n ', 'hello'],
		['emoji and right-to-left text', 'שלום 👋🏽\nمرحبا', 'שלום 👋🏽 · مرحبا'],
		['nothing but white space', ' \n\t ', ''],
	])('makes %s legal', (_, text, legal) => {
		expect(toTemplateText(text)).toBe(legal);
	});

	it('never leaves what Meta refuses, and loses no word', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'ß', '👋', ' ', '\n', '\t', '\r', '\u2028', '\u00a0') }), (text) => {
				const legal = toTemplateText(text);
				expect(legal).not.toMatch(/[\n\r\t\u2028]| {4}/);
				expect(legal.replace(/[\s·]/g, '')).toBe(text.replace(/[\s·]/g, ''));
			}),
		);
	});
});
