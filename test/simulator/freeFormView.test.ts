import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';
import { card, flow, interactive, list, named, productCard, productList, replyButtons, replyCard } from './freeFormSamples';
import { uploadFile } from './uploadFile';

type Body = Record<string, unknown>;

const link = 'https://shop.example/file';
const yes = { id: 'yes', title: 'Yes' };
const no = { id: 'no', title: 'No' };

const texts: Array<[string, Body, string]> = [
	['a text', { type: 'text', text: { body: 'Hello' } }, 'Hello'],
	['an image', { type: 'image', image: { link } }, '[image]'],
	['an image with a caption', { type: 'image', image: { link, caption: 'A fern' } }, '[image]\n\nA fern'],
	['a video', { type: 'video', video: { link, caption: 'A tour' } }, '[video]\n\nA tour'],
	['a document', { type: 'document', document: { link, filename: 'Invoice.pdf', caption: 'Yours' } }, '[document: Invoice.pdf]\n\nYours'],
	['a document without a name', { type: 'document', document: { link } }, '[document]'],
	['an audio', { type: 'audio', audio: { link } }, '[audio]'],
	['a voice message', { type: 'audio', audio: { link, voice: true } }, '[voice message]'],
	['a sticker', { type: 'sticker', sticker: { link } }, '[sticker]'],
	['a place', { type: 'location', location: { latitude: 1, longitude: 2, name: 'Shop', address: 'Main Street 1' } }, '[location: Shop, Main Street 1]'],
	['a place without a name', { type: 'location', location: { latitude: 1.5, longitude: 0 } }, '[location: 1.5, 0]'],
	['a contact', { type: 'contacts', contacts: [{ name: { formatted_name: 'Eve' } }] }, '[contact: Eve]'],
	['two contacts', { type: 'contacts', contacts: [{ name: { formatted_name: 'Eve' } }, { name: { formatted_name: 'Bob' } }] }, '[contacts: Eve, Bob]'],
	[
		'reply buttons with all parts',
		replyButtons([yes, no], { header: { type: 'text', text: 'Order 1042' }, footer: { text: 'Example Shop' } }),
		'Order 1042\n\nPlease choose\n\nExample Shop\n\n[Yes]\n[No]',
	],
	[
		'reply buttons under a document',
		replyButtons([yes], { header: { type: 'document', document: { link, filename: 'Terms.pdf' } } }),
		'[document: Terms.pdf]\n\nPlease choose\n\n[Yes]',
	],
	[
		'a list',
		list([{ title: 'Morning', rows: [{ id: '9', title: '9:00', description: 'with Eve' }] }, { title: 'Evening', rows: [{ id: '18', title: '18:00' }] }]),
		'Please choose\n\n[Times]\nMorning\n- 9:00: with Eve\nEvening\n- 18:00',
	],
	['a URL button', named('cta_url', { display_text: 'Open', url: link }), `Please choose\n\n[Open: ${link}]`],
	['a Flow', flow(), 'Please choose\n\n[Book]'],
	['a product', interactive('product', { catalog_id: 'c', product_retailer_id: 'fern' }), '[product: fern]\n\nPlease choose\n\n[View]'],
	['products', productList([2]), 'Plants\n\nPlease choose\n\n[View items]\nSection 0\n- 0-0\n- 0-1'],
	['a catalogue', named('catalog_message'), 'Please choose\n\n[View catalog]'],
	['a question for a location', named('location_request_message', undefined, {}, 'send_location'), 'Please choose\n\n[Send location]'],
	['a question for an address', named('address_message', { country: 'IN' }), 'Please choose\n\n[Provide address]'],
	['a call button', named('voice_call', { display_text: 'Ring us' }), 'Please choose\n\n[Ring us]'],
	['a call button without words', named('voice_call'), 'Please choose\n\n[Call Now]'],
	['a question for calls', named('call_permission_request'), 'Please choose\n\n[Allow]\n[Don’t allow]'],
	['a question for the phone number', named('request_contact_info'), 'Please choose\n\n[Share contact info]'],
	[
		'cards, in the order of their places',
		interactive('carousel', { cards: [replyCard(1, no), card(0, { body: { text: 'Fern' }, action: { buttons: [{ type: 'quick_reply', quick_reply: yes }] } })] }),
		'Please choose\n\n[image]\nFern\n[Yes]\n\n[image]\n[No]',
	],
	[
		'cards with links',
		interactive('carousel', { cards: [card(0), card(1)] }),
		'Please choose\n\n[image]\n[Buy: https://shop.example/plant]\n\n[image]\n[Buy: https://shop.example/plant]',
	],
	['cards with products', interactive('carousel', { cards: [productCard(0), productCard(1)] }), 'Please choose\n\n[product: p0]\n[View]\n\n[product: p1]\n[View]'],
];

describe('the text of a free-form message', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
		stage.simulator.setSettings({ pairRate: false });
	});
	afterAll(async () => await stage.close());

	test.each(texts)('shows %s', async (_case, message, text) => {
		await stage.send({ to: ADA, ...message });
		expect(stage.simulator.sent().at(-1)).toMatchObject({ status: expect.not.stringMatching('refused'), text });
	});

	test.each([
		['👍', '[reaction: 👍]'],
		['', '[reaction removed]'],
	])('shows the reaction %j', async (emoji, text) => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.send({ to: ADA, type: 'reaction', reaction: { message_id: id, emoji } });
		expect(stage.simulator.sent().at(-1)?.text).toBe(text);
	});

	test('shows what was refused as far as it can be read', async () => {
		await stage.send({ to: ADA, ...interactive('button', { buttons: 'none' }) });
		await stage.send({ to: ADA, type: 'contacts', contacts: 'Eve' });
		await stage.send({ to: ADA, type: 'text', text: {} });
		expect(stage.simulator.sent().slice(-3)).toMatchObject([
			{ status: 'refused', text: 'Please choose' },
			{ status: 'refused', text: '[contacts]' },
			{ status: 'refused', text: '[text]' },
		]);
	});

	test.each([
		['image', { text: 'My fern' }, '[image]\n\nMy fern'],
		['location', {}, '[location: Market Square]'],
		['contacts', {}, '[contact: Eve Stone]'],
		['audio', {}, '[voice message]'],
		['order', { content: { text: 'Soon, please' } }, '[order] Soon, please'],
		['order', { content: { text: '', product_items: [] } }, '[order]'],
		['button', { content: { payload: 'p', text: 'Reserve' } }, 'Reserve'],
		['interactive', { content: {} }, '[interactive]'],
		['constructor', {}, '[constructor]'],
	])('shows what a person sends in the same way: %s', (type, parts, text) => {
		expect(stage.simulator.write({ from: ADA, type, ...parts }).text).toBe(text);
	});
});

describe('the page', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	function lastSections(): unknown {
		return stage.simulator.state().messages.at(-1)?.sections;
	}

	test('gets the parts of a message with its picture', async () => {
		const id = await uploadFile(stage, 'image/png');
		await stage.send({ to: ADA, ...replyButtons([yes], { header: { type: 'image', image: { id } } }) });
		expect(lastSections()).toMatchObject([{ header: '[image]', pictureId: id, body: 'Please choose', buttons: [{ text: 'Yes' }] }]);
	});

	test('gets the picture of a sticker', async () => {
		const id = await uploadFile(stage, 'image/webp');
		await stage.send({ to: ADA, type: 'sticker', sticker: { id } });
		expect(lastSections()).toMatchObject([{ header: '[sticker]', pictureId: id }]);
	});

	test('gets the rows of a list in their sections', async () => {
		await stage.send({ to: ADA, ...list([{ title: 'Morning', rows: [yes] }]) });
		const rows = [{ kind: 'listRow', text: 'Yes', value: 'yes' }];
		expect(lastSections()).toMatchObject([{ buttons: [], list: { label: 'Times', groups: [{ title: 'Morning', rows }] } }]);
	});

	test('gets each card with its buttons', async () => {
		await stage.send({ to: ADA, ...interactive('carousel', { cards: [replyCard(0, yes), replyCard(1, no)] }) });
		expect(lastSections()).toMatchObject([{ buttons: [] }, { buttons: [{ text: 'Yes' }] }, { buttons: [{ text: 'No' }] }]);
	});

	test.each([
		['audio/mpeg', 'audio'],
		['video/mp4', 'video'],
	])('plays a file of the type %s', async (mimeType, kind) => {
		const id = await uploadFile(stage, mimeType);
		await stage.send({ to: ADA, type: kind, [kind]: { id } });
		expect(lastSections()).toMatchObject([{ playable: { kind, id } }]);
		const response = await fetch(`${stage.simulator.url}/_simulator/files/${id}`);
		expect([response.headers.get('content-type'), await response.text()]).toEqual([mimeType, 'bytes']);
	});

	test('shows no file that a browser would run', async () => {
		const id = await uploadFile(stage, 'text/html');
		expect((await fetch(`${stage.simulator.url}/_simulator/files/${id}`)).status).toBe(404);
	});
});
