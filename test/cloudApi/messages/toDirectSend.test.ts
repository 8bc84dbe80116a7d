import type { MessagePayload } from '../../../nodes/shared/cloudApi/messages/FreeFormMessage';
import { toDirectSend } from '../../../nodes/shared/cloudApi/messages/toDirectSend';
import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';

const ADA = { recipient_type: 'individual', to: '12025550143' };
const text = (body: string, more: object = {}): MessagePayload => ({ ...ADA, type: 'text', text: { body, preview_url: true }, ...more });
const interactive = (type: string, more: object = {}): MessagePayload => ({ ...ADA, type: 'interactive', interactive: { type, body: { text: 'Shipped' }, action: {}, ...more } });

describe('a message by Direct Send', () => {
	test("is the text with its category, in the shape of Meta's sample", () => {
		expect(toDirectSend(text('Your order 1042 is shipped.'))).toEqual({ ...ADA, type: 'text', text: { body: 'Your order 1042 is shipped.' }, category: 'utility' });
	});

	test('quotes nothing', () => {
		expect(toDirectSend(text('Shipped', { context: { message_id: 'wamid.1' } }))).not.toHaveProperty('context');
	});

	test.each(['button', 'cta_url', 'voice_call'])('may be interactive: %s', (type) => {
		expect(toDirectSend(interactive(type))).toEqual({ ...interactive(type), category: 'utility' });
	});

	test.each<[string, MessagePayload, string]>([
		['a picture', { ...ADA, type: 'image', image: { id: '1' } }, '(image)'],
		['a list', interactive('list'), '(list)'],
		['an order', interactive('order_details'), '(order_details)'],
		['a reaction', { ...ADA, type: 'reaction', reaction: { emoji: 'x' } }, '(reaction)'],
		['a type called as one that goes', { ...ADA, type: 'button', button: {} }, '(button)'],
		['nothing of its type', { ...ADA, type: 'interactive' }, '(undefined)'],
	])('is not %s', (_case, payload, name) => {
		expect(() => toDirectSend(payload)).toThrow(InvalidInputError);
		expect(() => toDirectSend(payload)).toThrow(`Direct Send does not take this 'Message Type' ${name}`);
	});

	test.each([
		['Text', text('x'.repeat(1024)), text('x'.repeat(1025))],
		['Body', interactive('button', { body: { text: 'x'.repeat(1024) } }), interactive('button', { body: { text: 'x'.repeat(1025) } })],
	])('has a %s as long as that of a template', (name, fits, doesNot) => {
		expect(toDirectSend(fits)).toHaveProperty('category', 'utility');
		expect(() => toDirectSend(doesNot)).toThrow(`'${name}' is 1025 characters long; Direct Send takes 1024`);
	});
});
