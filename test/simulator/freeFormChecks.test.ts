import { ADA, DAY_MS, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';
import { card, flow, interactive, list, named, productCard, productList, replyButtons, replyCard, rows } from './freeFormSamples';

type Body = Record<string, unknown>;

const yes = { id: 'yes', title: 'Yes' };
const no = { id: 'no', title: 'No' };
const link = 'https://shop.example/file';
const image = { type: 'image', image: { link } };
const carousel = (...cards: Body[]): Body => interactive('carousel', { cards });
const contact = (index: number): Body => ({ name: { formatted_name: `Person ${index}`, first_name: 'Person' } });
const contacts = (count: number): Body => ({ type: 'contacts', contacts: Array.from({ length: count }, (_c, index) => contact(index)) });
const buttons = (count: number): Array<{ id: string; title: string }> =>
	Array.from({ length: count }, (_button, index) => ({ id: `b${index}`, title: `Button ${index}` }));

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

const refused: Array<[string, Body, number]> = [
	['a text that is a number', { type: 'text', text: { body: 42 } }, 100],
	['a text that is no object', { type: 'text', text: 'Hi' }, 100],
	['a text with an unknown parameter', { type: 'text', text: { body: 'Hi', colour: 'red' } }, 100],
	['a file by ID and by link', { type: 'image', image: { id: '1', link } }, 131009],
	['a link that is none', { type: 'image', image: { link: 'ftp://shop.example/file' } }, 131009],
	['an audio with a caption', { type: 'audio', audio: { link, caption: 'Listen' } }, 100],
	['a sticker with a caption', { type: 'sticker', sticker: { link, caption: 'Look' } }, 100],
	['an image with a file name', { type: 'image', image: { link, filename: 'a.png' } }, 100],
	['a latitude beyond the pole', { type: 'location', location: { latitude: 90.1, longitude: 0 } }, 131009],
	['a longitude in words', { type: 'location', location: { latitude: 1, longitude: 'east' } }, 131009],
	['258 contacts', contacts(258), 131009],
	['no contacts', { type: 'contacts', contacts: [] }, 131009],
	['a contact without a name', { type: 'contacts', contacts: [{ phones: [{ phone: '+1' }] }] }, 131008],
	['a contact as an object', { type: 'contacts', contacts: contact(0) }, 100],
	['an unknown interactive type', interactive('hologram', {}), 131009],
	['an interactive message without a body', replyButtons([yes], { body: undefined }), 131008],
	['no reply button', replyButtons([]), 131009],
	['four reply buttons', replyButtons(buttons(4)), 131009],
	['two reply buttons with one ID', replyButtons([yes, { ...no, id: 'yes' }]), 131009],
	['two reply buttons with one title', replyButtons([yes, { ...no, title: 'Yes' }]), 131009],
	['a reply button without a title', replyButtons([{ id: 'yes', title: '' }]), 131008],
	['a header of an unknown type', replyButtons([yes], { header: { type: 'audio', audio: { link } } }), 131009],
	['a header without its file', replyButtons([yes], { header: { type: 'image' } }), 131008],
	['eleven rows in one section', list([{ rows: rows(11) }]), 131009],
	['eleven rows in two sections', list([{ title: 'A', rows: rows(6, 'a') }, { title: 'B', rows: rows(5, 'b') }]), 131009],
	['eleven sections', list(Array.from({ length: 11 }, () => ({ title: 'A', rows: rows(1) }))), 131009],
	['two sections of which one has no title', list([{ title: 'A', rows: rows(1, 'a') }, { rows: rows(1, 'b') }]), 131008],
	['two rows with one ID', list([{ rows: [yes, { ...no, id: 'yes' }] }]), 131009],
	['a list without a button', list([{ rows: [yes] }], {}, ''), 131008],
	['a list under a picture', list([{ rows: [yes] }], { header: image }), 131009],
	['a URL button with another address', named('cta_url', { display_text: 'Call', url: 'tel:+12025550143' }), 131009],
	['a URL button without an address', named('cta_url', { display_text: 'Open' }), 131008],
	['a URL button of another name', named('cta_url', { display_text: 'Open', url: link }, {}, 'open_url'), 131009],
	['a Flow without a version', flow({ flow_message_version: undefined }), 131008],
	['a Flow of version 2', flow({ flow_message_version: '2' }), 131009],
	['a Flow without ID and name', flow({ flow_id: undefined }), 131008],
	['a Flow with ID and name', flow({ flow_name: 'booking' }), 131009],
	['a Flow in another mode', flow({ mode: 'live' }), 131009],
	['a Flow whose first screen has no name', flow({ flow_action_payload: { data: {} } }), 131008],
	['a Flow that exchanges data and names a screen', flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }), 131009],
	['a product without its catalogue', interactive('product', { product_retailer_id: 'p' }), 131008],
	['a product under a header', interactive('product', { catalog_id: 'c', product_retailer_id: 'p' }, { header: { type: 'text', text: 'New' } }), 131009],
	['31 products', productList([16, 15]), 131009],
	['products in eleven sections', productList(Array.from({ length: 11 }, () => 1)), 131009],
	['products without a header', productList([1], { header: undefined }), 131008],
	['an address outside India', named('address_message', { country: 'US' }), 131009],
	['an address without a country', named('address_message', {}), 131008],
	['a question for a location with a footer', named('location_request_message', undefined, { footer: { text: 'Thanks' } }, 'send_location'), 131009],
	['one card', carousel(card(0)), 131009],
	['eleven cards', carousel(...Array.from({ length: 11 }, (_c, index) => card(index))), 131009],
	['two cards in one place', carousel(card(0), card(0)), 131009],
	['cards that count from 1', carousel(card(1), card(2)), 131009],
	['a card without a header', carousel(card(0, { header: undefined }), card(1)), 131008],
	['a card with a text as header', carousel(card(0, { header: { type: 'text', text: 'Fern' } }), card(1)), 131009],
	['a card with three line breaks', carousel(card(0, { body: { text: 'a\nb\nc\nd' } }), card(1)), 131009],
	['cards with buttons of two kinds', carousel(card(0), replyCard(1, yes)), 131009],
	['cards with different numbers of quick replies', carousel(replyCard(0, yes, no), replyCard(1, yes)), 131009],
	['a card with products among others', carousel(card(0), productCard(1)), 131009],
	['products of two catalogues', carousel(productCard(0), productCard(1, 'd')), 131009],
	['a card with one ID twice', carousel(replyCard(0, yes, yes), replyCard(1, yes, no)), 131009],
	['a carousel with a footer', interactive('carousel', { cards: [card(0), card(1)] }, { footer: { text: 'Thanks' } }), 131009],
	['a call button for more than 30 days', named('voice_call', { ttl_minutes: 43_201 }), 131009],
	['a call button for no time', named('voice_call', { ttl_minutes: 0 }), 131009],
	['an interactive message with a stray parameter', interactive('button', {}, { buttons: [] }), 100],
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

	async function upload(type: string): Promise<string> {
		const form = new FormData();
		form.set('messaging_product', 'whatsapp');
		form.set('file', new File(['bytes'], 'file', { type }));
		const response = await fetch(`${stage.simulator.url}/v25.0/${NUMBER_ID}/media`, {
			method: 'POST',
			headers: { Authorization: 'Bearer simulator-access-token' },
			body: form,
		});
		return ((await response.json()) as { id: string }).id;
	}

	test.each(taken)('is taken: %s', async (_case, message) => {
		expect(await codeOf(message)).toBeUndefined();
	});

	test.each(refused)('is refused: %s', async (_case, message, code) => {
		expect(await codeOf(message)).toBe(code);
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
		expect(await codeOf({ type, [type]: { id: await upload(mimeType) } })).toBe(code);
	});

	test.each([
		['audio/ogg; codecs=opus', undefined],
		['audio/mpeg', 131053],
	])('is a voice message when the file is %s: %s', async (mimeType, code) => {
		expect(await codeOf({ type: 'audio', audio: { id: await upload(mimeType), voice: true } })).toBe(code);
	});

	test('can have a file that was uploaded up to 30 days ago, in a header too', async () => {
		const id = await upload('image/png');
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
		const header = { type: 'video', video: { id: await upload('image/png') } };
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

	test('does not count when it failed outside the window', async () => {
		await stage.send({ to: ADA, ...named('call_permission_request') });
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'failed', error: { code: 131047 } }]);
		expect(await ask()).toBeUndefined();
	});
});
