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
		['a place with half of its coordinates', { type: 'location', location: { latitude: 1 } }],
		['a place with coordinates that are none', { type: 'location', location: { latitude: {}, longitude: [] } }],
		['a vCard that is no text', { type: 'contacts', contacts: [{ vcard: ['FN:Ben'] }] }],
		['a vCard without lines', { type: 'contacts', contacts: [{ vcard: 'FN' }] }],
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
		['the coordinates of a place without name and address', { type: 'location', location: { latitude: -33.4, longitude: 151.25 } }, '-33.4, 151.25'],
		['coordinates that are text', { type: 'location', location: { latitude: '0', longitude: '-1.5' } }, '0, -1.5'],
		['coordinates on the equator and the prime meridian', { type: 'location', location: { latitude: 0, longitude: 0 } }, '0, 0'],
		[
			'an address as Meta wrote it',
			flow({ name: 'address_message', body: 'Ada\nGoregaon, Mumbai', response_json: '{"values":{"city":"Mumbai"}}' }),
			'Ada\nGoregaon, Mumbai',
		],
		['an address of which Meta wrote nothing', flow({ name: 'address_message', response_json: '{"values":{"city":"Mumbai"}}' }), 'city: Mumbai'],
		['the way of payment', interactive('payment_method', { payment_method: 'gpay', reference_id: 'order 1' }), 'gpay'],
		['the words of a tap that nobody knows yet', interactive('tap_of_tomorrow', { text: 'Later' }), 'Later'],
		[
			'the number of somebody who was asked for it',
			{ type: 'contacts', contacts: [{ origin: 'contact_request', phones: [{ phone: '+16505551234', wa_id: '16505551234' }] }] },
			'+16505551234',
		],
		[
			'the vCard of a contact without name',
			{ type: 'contacts', contacts: [{ vcard: 'BEGIN:VCARD\r\nFN:Barbara J\\, Johnson\r\nitem1.TEL;type=CELL:+1 412\r\n 555\r\nEND:VCARD' }] },
			'Barbara J, Johnson, +1 412555',
		],
		['the number of a vCard that names no number but a wa_id', { type: 'contacts', contacts: [{ phones: [{ wa_id: '16505551234' }] }] }, '+16505551234'],
		['the caption of a sticker', { type: 'sticker', sticker: { caption: 'Hi' } }, 'Hi'],
	])('reads %s', (_, message, text) => {
		expect(readableText(message)).toBe(text);
	});
});
