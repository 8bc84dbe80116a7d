import fc from 'fast-check';

import { contentId } from '../../../nodes/shared/webhook/reading/contentId';
import { toEventId } from '../../../nodes/shared/webhook/parsing/toEventId';

const record = fc.dictionary(fc.string(), fc.jsonValue());

describe('contentId', () => {
	test('is the same exactly for the same content', () => {
		fc.assert(
			fc.property(record, record, (a, b) => {
				const isSame = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
				expect(contentId(a) === contentId(b)).toBe(isSame);
				expect(contentId(sorted(a) as Record<string, unknown>)).toBe(contentId(a));
			}),
		);
	});

	test.each([
		['a number and its text', { a: 1 }, { a: '1' }],
		['null and nothing', { a: null }, {}],
		['a list and its parts', { a: [[1], 2] }, { a: [1, [2]] }],
		['an empty list and an empty object', { a: [] }, { a: {} }],
		['two keys and one', { a: 1, b: 2 }, { a: '1,b:2' }],
		['neighbouring numbers', { a: [1, 2] }, { a: [12] }],
	])('tells %s apart', (_, a, b) => {
		expect(contentId(a)).not.toBe(contentId(b));
	});

	test('tells what is in one place from what is in another', () => {
		expect(contentId({ a: 1 }, 'x', undefined)).not.toBe(contentId({ a: 1 }, undefined, 'x'));
	});

	test('passes over the address of a medium, which is a new one in every delivery, and over no other address', () => {
		const file = { id: '1', mime_type: 'image/png' };
		expect(contentId({ image: { ...file, url: 'a' } })).toBe(contentId({ image: { ...file, url: 'b' } }));
		expect(contentId({ button: { url: 'a' } })).not.toBe(contentId({ button: { url: 'b' } }));
	});
});

describe('toEventId', () => {
	test('joins what there is', () => {
		expect(toEventId('wamid.A', 'sent', undefined)).toBe('wamid.A:sent');
	});

	test.each([512, 513, 3_000_000])('stays short, and different, with %i characters', (length) => {
		const eventId = toEventId('a'.repeat(length));
		expect(eventId.length).toBeLessThanOrEqual(512);
		expect(eventId).not.toBe(toEventId('a'.repeat(length - 1)));
	});
});

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
