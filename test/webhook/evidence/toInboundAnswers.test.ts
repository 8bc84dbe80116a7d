import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toInboundAnswers } from '../../../nodes/shared/webhook/evidence/toInboundAnswers';
import { toWebhook } from '../../support/toWebhook';

const AT_MS = 1_763_800_000_000;
const ADA = '12025550143';

const answersOf = (message: Record<string, unknown>) => {
	const value = {
		contacts: [{ profile: { name: 'Ada' }, wa_id: ADA }],
		messages: [{ from: ADA, id: 'wamid.1', timestamp: String(AT_MS / 1000), ...message }],
	};
	return toInboundAnswers(parseWebhook(toWebhook(value), AT_MS, '102290129340398').events);
};

describe('messages that may be an answer', () => {
	it.each<[what: string, message: Record<string, unknown>]>([
		['a text', { type: 'text', text: { body: 'Yes' } }],
		['a button', { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } } }],
		['a Flow', { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{}' } } }],
		['a quick reply of a template', { type: 'button', button: { text: 'Yes', payload: 'y' } }],
		['a place', { type: 'location', location: { latitude: 1, longitude: 2 } }],
		['a voice note', { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg', voice: true } }],
	])('are those in which a person says something: %s', (_, message) => {
		const [answer, ...others] = answersOf(message);
		expect(answer).toEqual({ eventId: expect.any(String), phoneNumberId: '106540352242922', user: { waId: ADA }, atMs: AT_MS });
		expect(others).toEqual([]);
	});

	it('name the message that they answer', () => {
		const [answer] = answersOf({ type: 'text', text: { body: 'Yes' }, context: { from: '15550100001', id: 'wamid.q' } });
		expect(answer).toMatchObject({ repliesTo: 'wamid.q' });
	});

	it.each<[what: string, message: Record<string, unknown>, answer: Record<string, unknown>]>([
		['a sticker', { type: 'sticker', sticker: { id: '1' } }, { gesture: 'made' }],
		['a sticker that replies', { type: 'sticker', sticker: { id: '1' }, context: { id: 'wamid.q' } }, { gesture: 'made', repliesTo: 'wamid.q' }],
		['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.q', emoji: '👍' } }, { gesture: 'made', repliesTo: 'wamid.q' }],
		['a reaction that is taken back', { type: 'reaction', reaction: { message_id: 'wamid.q', emoji: '' } }, { gesture: 'takenBack', repliesTo: 'wamid.q' }],
		['the same without an emoji', { type: 'reaction', reaction: { message_id: 'wamid.q' } }, { gesture: 'takenBack', repliesTo: 'wamid.q' }],
	])('tell what says nothing in words: %s', (_, message, expected) => {
		expect(answersOf(message)).toEqual([{ eventId: 'wamid.1', phoneNumberId: '106540352242922', user: { waId: ADA }, atMs: AT_MS, ...expected }]);
	});

	it.each<[what: string, message: Record<string, unknown>]>([
		['a reaction to nothing', { type: 'reaction', reaction: { emoji: '👍' } }],
		['a reaction in a group', { type: 'reaction', reaction: { message_id: 'wamid.q', emoji: '👍' }, group_id: 'g' }],
		['a sticker in a group', { type: 'sticker', sticker: { id: '1' }, group_id: 'g' }],
		['an edit', { type: 'edit', edit: { original_message_id: 'wamid.q' } }],
		['a first contact without content', { type: 'request_welcome' }],
		['a message in a group', { type: 'text', text: { body: 'Yes' }, group_id: 'g' }],
		['a message of a type that WhatsApp does not tell', { type: 'unsupported', errors: [{ code: 131051 }] }],
		['a message without a time', { type: 'text', text: { body: 'Yes' }, timestamp: 'today' }],
	])('are not %s', (_, message) => {
		expect(answersOf(message)).toEqual([]);
	});
});
