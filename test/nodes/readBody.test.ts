import { readBody } from '../../nodes/WhatsAppSessionTrigger/delivery/readBody';

const BYTES = Buffer.from('{"text":"Olé"}');
const READ = { text: 'read by n8n' };

describe('the body of a webhook', () => {
	it.each(['utf-8', 'UTF-8', 'utf8'])('is what n8n has read of JSON in %s, and not read a second time', (encoding) => {
		expect(readBody({ contentType: 'application/json', encoding, body: READ }, BYTES)).toBe(READ);
	});

	it.each([
		['in another charset', { contentType: 'application/json', encoding: 'latin1', body: READ }],
		['of another type', { contentType: 'application/x-www-form-urlencoded', encoding: 'utf-8', body: READ }],
		['of no type', { body: {} }],
		['as text', { contentType: 'application/json', encoding: 'utf-8', body: 'text' }],
		['not at all', { contentType: 'application/json', encoding: 'utf-8' }],
	])('is what the verified bytes say when n8n has read it %s', (_, request) => {
		expect(readBody(request, BYTES)).toEqual({ text: 'Olé' });
	});

	it.each(['', 'no JSON'])('is nothing where the bytes are %j', (text) => {
		expect(readBody({ contentType: 'application/json', encoding: 'utf-8', body: text === '' ? {} : undefined }, Buffer.from(text))).toBeUndefined();
	});
});
