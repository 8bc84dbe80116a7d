import { readableText } from '../../../nodes/shared/webhook/reading/readableText';

const flow = (nfm_reply: object) => ({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } });
const interactive = (type: string, content: object) => ({ type: 'interactive', interactive: { type, [type]: content } });

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
		['a message that Meta does not pass on', { type: 'unsupported', unsupported: { type: 'poll' } }],
		['an order of nothing', { type: 'order', order: { product_items: [] } }],
		['a Flow answer that is no JSON', flow({ response_json: '{"size":' })],
		['a Flow answer that is a list', flow({ response_json: '["42"]' })],
		['a Flow answer of nothing but its token', flow({ response_json: '{"flow_token":"t-1"}' })],
		['a Flow answer nested as deep as JSON goes', flow({ response_json: `${'['.repeat(100_000)}${']'.repeat(100_000)}` })],
		['an interactive type nobody knows', { type: 'interactive', interactive: { type: 'toString' } }],
	])('finds nothing to read in %s', (_, message: Record<string, unknown>) => {
		expect(readableText(message)).toBeUndefined();
	});

	test.each([
		['the payload of a button without text', { type: 'button', button: { payload: 'YES' } }, 'YES'],
		['the address of a place', { type: 'location', location: { address: 'Sample Street' } }, 'Sample Street'],
		['the title of a tapped button', interactive('button_reply', { id: '1', title: 'Yes' }), 'Yes'],
		['the title of a chosen row', interactive('list_reply', { id: '1', title: 'Blue', description: 'Sea' }), 'Blue'],
		['the answer to a request for calls', interactive('call_permission_reply', { response: 'reject' }), 'reject'],
		['how many products an order lists', { type: 'order', order: { product_items: [{}, {}] } }, '2 products'],
		['the note of an order', { type: 'order', order: { text: 'Soon', product_items: [{}] } }, 'Soon'],
		['the answers of a Flow rather than the word Meta puts beside them', flow({ body: 'Sent', response_json: '{"size":"42"}' }), 'size: 42'],
		['the body of a Flow answer without answers', flow({ body: 'Sent', response_json: '{}' }), 'Sent'],
		[
			'the answers of a Flow without body',
			flow({ response_json: '{"flow_token":"t-1","size":42,"colours":["red","blue"],"gift":true,"note":null}' }),
			'size: 42, colours: red, blue, gift: true',
		],
		[
			'the answers of a Flow that are grouped',
			flow({ response_json: '{"values":{"city":"Lyon","floor":{"number":2}}}', name: 'address_message' }),
			'city: Lyon, number: 2',
		],
		['the name of a Flow without answers', flow({ response_json: '{}', name: 'address_message' }), 'address_message'],
		['the new text of an edited message', { type: 'edit', edit: { message: { type: 'text', text: { body: 'B' } } } }, 'B'],
		['the caption of a sticker', { type: 'sticker', sticker: { caption: 'Hi' } }, 'Hi'],
	])('reads %s', (_, message, text) => {
		expect(readableText(message)).toBe(text);
	});
});
