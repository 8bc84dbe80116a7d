import { ADA, DAY_MS, openStage } from './openStage';
import type { Stage } from './openStage';
import { buttons, card, carousel, contacts, flow, image, interactive, list, named, productCard, productList, replyButtons, replyCard, rows } from './freeFormSamples';
import { uploadFile } from './uploadFile';

type Body = Record<string, unknown>;

const yes = { id: 'yes', title: 'Yes' };
const no = { id: 'no', title: 'No' };
const link = 'https://shop.example/file';

const taken: Array<[string, Body]> = [
	['a text with a preview', { type: 'text', text: { body: 'See https://shop.example', preview_url: true } }],
	['a document with a name', { type: 'document', document: { link, filename: 'Invoice.pdf' } }],
	['a voice message by link', { type: 'audio', audio: { link, voice: true } }],
	['a sticker', { type: 'sticker', sticker: { link } }],
	['a location at the edge of the map', { type: 'location', location: { latitude: -90, longitude: '180', name: 'Edge' } }],
	['257 contacts', contacts(257)],
	['three reply buttons', replyButtons(buttons(3))],
	['reply buttons under a picture', replyButtons([yes], { header: image })],
	['reply buttons under a video', replyButtons([yes], { header: { type: 'video', video: { link } } })],
	['reply buttons under a document', replyButtons([yes], { header: { type: 'document', document: { link } } })],
	['ten rows in ten sections', list(Array.from({ length: 10 }, (_s, index) => ({ title: `S${index}`, rows: rows(1, `s${index}`) })))],
	['ten rows in one section without a title', list([{ rows: rows(10) }])],
	['a URL button under a picture', named('cta_url', { display_text: 'Open', url: link }, { header: image })],
	['a Flow by its name', flow({ flow_id: undefined, flow_name: 'booking' })],
	['a Flow with its first screen', flow({ flow_action: 'navigate', flow_action_payload: { screen: 'TIMES' }, mode: 'draft' })],
	['a Flow with data for whichever screen is first', flow({ flow_action_payload: { data: { plant: 'Lavender' } } })],
	['a Flow whose data is JSON text', flow({ flow_action_payload: { screen: 'TIMES', data: '{"plant":"Lavender"}' } })],
	['a product without a body', interactive('product', { catalog_id: 'c', product_retailer_id: 'p' }, { body: undefined })],
	['30 products in three sections', productList([10, 10, 10])],
	['a catalogue with its picture', named('catalog_message', { thumbnail_product_retailer_id: 'p' })],
	['a question for a location', named('location_request_message', undefined, {}, 'send_location')],
	['a question for an address with a choice', named('address_message', { country: 'IN', saved_addresses: [{ id: '1', value: { city: 'Pune' } }] })],
	['two cards', carousel(card(0), card(1))],
	['ten cards in another order', carousel(...Array.from({ length: 10 }, (_c, index) => card(9 - index)))],
	['cards with two quick replies each', carousel(replyCard(0, yes, no), replyCard(1, yes, no))],
	['cards with products', carousel(productCard(0), productCard(1))],
	['a card with two line breaks', carousel(card(0, { body: { text: 'a\nb\nc' } }), card(1))],
	['a call button without anything', named('voice_call')],
	['a call button for 30 days', named('voice_call', { ttl_minutes: 43_200 })],
	['a question for calls without a body', named('call_permission_request', undefined, { body: undefined })],
	['a question for the phone number', named('request_contact_info')],
];

describe('a free-form message', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.setSettings({ pairRate: false });
	});
	afterEach(async () => await stage.close());

	async function codeOf(message: Body): Promise<number | undefined> {
		return (await stage.send({ to: ADA, ...message })).body.error?.code;
	}

	test.each(taken)('is taken: %s', async (_case, message) => {
		expect(await codeOf(message)).toBeUndefined();
	});

	test.each([
		['image', 'image/png', undefined],
		['image', 'image/webp', 131053],
		['image', 'application/pdf', 131053],
		['video', 'video/3gpp', undefined],
		['video', 'image/jpeg', 131053],
		['audio', 'audio/amr', undefined],
		['audio', 'video/mp4', 131053],
		['sticker', 'image/webp', undefined],
		['sticker', 'image/png', 131053],
		['document', 'application/pdf', undefined],
		['document', 'image/png', undefined],
	])('sends as %s an uploaded file of the type %s: %s', async (type, mimeType, code) => {
		expect(await codeOf({ type, [type]: { id: await uploadFile(stage, mimeType) } })).toBe(code);
	});

	test.each([
		['audio/ogg; codecs=opus', undefined],
		['audio/mpeg', 131053],
	])('is a voice message when the file is %s: %s', async (mimeType, code) => {
		expect(await codeOf({ type: 'audio', audio: { id: await uploadFile(stage, mimeType), voice: true } })).toBe(code);
	});

	test('can have a file that was uploaded up to 30 days ago, in a header too', async () => {
		const id = await uploadFile(stage, 'image/png');
		const header = { type: 'image', image: { id } };
		stage.time.nowMs += 30 * DAY_MS - 1;
		expect(await codeOf({ type: 'image', image: { id } })).toBeUndefined();
		expect(await codeOf(replyButtons([yes], { header }))).toBeUndefined();
		stage.time.nowMs += 1;
		expect(await codeOf({ type: 'image', image: { id } })).toBe(131009);
		expect(await codeOf(replyButtons([yes], { header }))).toBe(131009);
	});

	test('can send back a file that a person sent', async () => {
		const { content } = stage.simulator.write({ from: ADA, type: 'image' });
		expect(await codeOf({ type: 'image', image: { id: content.id } })).toBeUndefined();
	});

	test('cannot have a picture as the video of its header', async () => {
		const header = { type: 'video', video: { id: await uploadFile(stage, 'image/png') } };
		expect(await codeOf(replyButtons([yes], { header }))).toBe(131053);
	});

	test('may answer a message that this number does not know', async () => {
		expect(await codeOf({ type: 'text', text: { body: 'Hi' }, context: { message_id: 'wamid.unknown' } })).toBeUndefined();
	});
});

describe('a reaction', () => {
	let stage: Stage;
	let messageId: string;

	beforeEach(async () => {
		stage = await openStage();
		messageId = stage.simulator.write({ from: ADA, text: 'Hello' }).id;
	});
	afterEach(async () => await stage.close());

	async function codeOf(reaction: Body, more: Body = {}): Promise<number | undefined> {
		return (await stage.send({ to: ADA, type: 'reaction', reaction, ...more })).body.error?.code;
	}

	test.each(['👍', '❤', '❤️', '👨‍👩‍👧', '🇮🇱', '👍🏽', '1️⃣', ''])('takes one emoji or none: %j', async (emoji) => {
		expect(await codeOf({ message_id: messageId, emoji })).toBeUndefined();
	});

	test.each(['👍👍', 'ok', ' ', 'א', 42])('takes nothing else: %j', async (emoji) => {
		expect(await codeOf({ message_id: messageId, emoji })).toBe(131009);
	});

	test('needs an emoji and a message', async () => {
		expect(await codeOf({ message_id: messageId })).toBe(131008);
		expect(await codeOf({ emoji: '👍' })).toBe(131008);
	});

	test.each([
		[30 * DAY_MS, undefined],
		[30 * DAY_MS + 1, 131009],
	])('reaches a message of %d ms ago: %s', async (ageMs, code) => {
		stage.time.nowMs += ageMs;
		expect(await codeOf({ message_id: messageId, emoji: '👍' })).toBe(code);
	});

	test('reaches no message of somebody else, no other reaction, and is no answer', async () => {
		const elsewhere = stage.simulator.write({ from: '12025550177', text: 'Hello' }).id;
		const reaction = stage.simulator.react({ from: ADA, messageId }).id;
		expect(await codeOf({ message_id: elsewhere, emoji: '👍' })).toBe(131009);
		expect(await codeOf({ message_id: reaction, emoji: '👍' })).toBe(131009);
		expect(await codeOf({ message_id: messageId, emoji: '👍' }, { context: { message_id: messageId } })).toBe(131009);
	});
});

describe('a request for the permission to call', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function ask(to = ADA): Promise<number | undefined> {
		stage.simulator.write({ from: to, text: 'Hello' });
		const { body } = await stage.send({ to, ...named('call_permission_request') });
		await stage.simulator.idle();
		return body.error?.code;
	}

	test('goes to a person once in 24 hours and twice in 7 days', async () => {
		expect(await ask()).toBeUndefined();
		stage.time.nowMs += DAY_MS - 1;
		expect(await ask()).toBe(138006);
		expect(await ask('12025550177')).toBeUndefined();
		stage.time.nowMs += 1;
		expect(await ask()).toBeUndefined();
		stage.time.nowMs += 6 * DAY_MS - 1;
		expect(await ask()).toBe(138006);
		stage.time.nowMs += 1;
		expect(await ask()).toBeUndefined();
	});

	test('keeps no other message from going out', async () => {
		await ask();
		expect((await stage.send({ to: ADA, type: 'text', text: { body: 'May we call?' } })).status).toBe(200);
		expect((await stage.send({ to: ADA, ...named('request_contact_info') })).status).toBe(200);
	});

	test('does not count when it failed outside the window', async () => {
		await stage.send({ to: ADA, ...named('call_permission_request') });
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'failed', error: { code: 131047 } }]);
		expect(await ask()).toBeUndefined();
	});

	test.each([
		[true, undefined],
		[false, 138006],
	])('may go out again after a call that was answered, %s: %s', async (isAnswered, code) => {
		await ask();
		stage.simulator.call({ from: ADA, isAnswered });
		expect(await ask()).toBe(code);
	});
});
