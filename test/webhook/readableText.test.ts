import { readableText } from '../../nodes/shared/webhook/readableText';

describe('readableText', () => {
	test.each([
		['no type', {}],
		['a type without content', { type: 'text' }],
		['empty text', { type: 'text', text: { body: '' } }],
		['text that is no text', { type: 'text', text: { body: { deep: 1 } } }],
		['content of another type', { type: 'text', image: { caption: 'A caption' } }],
		['contacts that are no list', { type: 'contacts', contacts: { name: 'x' } }],
		['contacts without names', { type: 'contacts', contacts: [null, {}, { name: 'x' }] }],
		['an edit without message', { type: 'edit', edit: {} }],
		['an edit of an edit', { type: 'edit', edit: { message: { type: 'edit', edit: {} } } }],
		['a type named like a member of every object', { type: 'constructor', constructor: { body: 'x' } }],
		['a type named like the prototype', JSON.parse('{"type":"__proto__","__proto__":{"body":"x"}}')],
		['an interactive type nobody knows', { type: 'interactive', interactive: { type: 'toString' } }],
	])('finds nothing to read in %s', (_, message: Record<string, unknown>) => {
		expect(readableText(message)).toBeUndefined();
	});

	test.each([
		['the payload of a button without text', { type: 'button', button: { payload: 'YES' } }, 'YES'],
		['the address of a place', { type: 'location', location: { address: 'Sample Street' } }, 'Sample Street'],
		['the caption of a sticker', { type: 'sticker', sticker: { caption: 'Hi' } }, 'Hi'],
	])('reads %s', (_, message, text) => {
		expect(readableText(message)).toBe(text);
	});
});
