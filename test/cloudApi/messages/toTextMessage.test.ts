import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { toTextMessage } from '../../../nodes/shared/cloudApi/messages/toTextMessage';

describe('toTextMessage', () => {
	test('makes a text without preview by default', () => {
		expect(toTextMessage({ text: 'Hello' })).toEqual({ type: 'text', text: { body: 'Hello', preview_url: false } });
	});

	test('asks for a preview and names the message it answers', () => {
		expect(toTextMessage({ text: 'https://x.y', previewUrl: true, replyTo: ' wamid.HBgL= ' })).toEqual({
			type: 'text',
			text: { body: 'https://x.y', preview_url: true },
			context: { message_id: 'wamid.HBgL=' },
		});
	});

	test('keeps line breaks and outer spaces of the text', () => {
		expect(toTextMessage({ text: ' a\n\nb ' }).text.body).toBe(' a\n\nb ');
	});

	test.each(['', ' ', '\n\t'])('refuses the empty text %j', (text) => {
		expect(() => toTextMessage({ text })).toThrow(InvalidInputError);
	});

	test.each([
		['4096 letters', 'x'.repeat(4096), true],
		['4097 letters', 'x'.repeat(4097), false],
		['2048 emoji of two units', '😀'.repeat(2048), true],
		['2049 emoji of two units', '😀'.repeat(2049), false],
	])('judges %s', (_case, text, isShortEnough) => {
		if (isShortEnough) expect(toTextMessage({ text }).text.body).toBe(text);
		else expect(() => toTextMessage({ text })).toThrow(/^'Text' is \d+ characters long; WhatsApp allows 4096\.$/);
	});

	test.each(['HBgL', 'wamid.', 'wamid.a b', '+15551234567'])('refuses to answer %p', (replyTo) => {
		expect(() => toTextMessage({ text: 'Hello', replyTo })).toThrow(InvalidInputError);
	});
});
