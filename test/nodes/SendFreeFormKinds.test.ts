import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { MESSAGE_TYPES } from '../../nodes/SendFreeForm/message/messageTypes';
import { messageCorpus } from '../fixtures/messages/corpus';
import { openForm } from '../support/openForm';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { toBinary } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';
import { startGraphProxy } from '../support/startGraphProxy';

const ADA = '+12025550143';
const SENT = 0;
const WINDOW_CLOSED = 1;
const MINUTE_MS = 60_000;

const node = new SendFreeForm();
let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(ADA, MINUTE_MS);
});
afterEach(async () => await stage.close());

async function send(parameters: object, item: { binary?: object } & Record<string, unknown> = {}, more: object = {}) {
	executions += 1;
	const { binary, ...json } = item;
	const items = [{ json: { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...json }, ...(binary && { binary }) }] as never[];
	const run = { node, credential: stage.credential, executionId: `kinds ${executions}`, items, ...more };
	return await runNode({ ...run, parameters: parameters as INodeParameters });
}

/** What went over the wire last, without the address and what every message carries. */
function lastPayload() {
	const message = stage.simulator.sent().at(-1);
	// Contacts are a list on the wire; the simulator remembers every message as an object.
	const content: unknown = message?.type === 'contacts' ? message.content.contacts : message?.content;
	return { type: message?.type, content };
}

const caseOf = (title: string) => {
	const found = messageCorpus.find((each) => each.title === title);
	if (!found) throw new Error(`There is no case '${title}'.`);
	return found;
};

describe('Send Free-form, for every kind of message', () => {
	test.each(messageCorpus.map((each) => [each.title, each] as const))('sends %s', async (_title, { parameters, payload }) => {
		const { outputs, error } = await send(parameters);

		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(1);
		expect(lastPayload()).toEqual({ type: payload.type, content: payload[payload.type] });
	});

	test('has a case in the corpus for each of them', () => {
		const covered = new Set(messageCorpus.map(({ parameters }) => parameters.messageType));
		expect(Object.keys(MESSAGE_TYPES).filter((type) => !covered.has(type))).toEqual(['reaction']);
	});

	test.each([
		['👍', '👍'],
		['', ''],
		['👩‍👩‍👧', '👩‍👩‍👧'],
		['🇩🇪', '🇩🇪'],
	])('reacts to a message with %j', async (given, emoji) => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		const { error } = await send({ messageType: 'reaction', emoji: given }, { message: { id } });

		expect(error).toBeUndefined();
		expect(lastPayload()).toEqual({ type: 'reaction', content: { message_id: id, emoji } });
	});

	test('uploads the file of an item', async () => {
		const binary = { data: toBinary('a picture', { mimeType: 'image/png', fileName: 'a.png' }) };
		const { outputs } = await send({ messageType: 'image' }, { binary });

		expect(outputs[SENT]).toHaveLength(1);
		expect(lastPayload().content).toMatchObject({ id: expect.stringMatching(/^\d+$/) as string });
		expect(stage.simulator.state().uploadedFiles).toBe(1);
	});

	test('uploads nothing while the window is closed', async () => {
		const binary = { data: toBinary('a picture', { mimeType: 'image/png' }) };
		const { outputs } = await send({ messageType: 'image' }, { binary, recipient: '+15550100002' });

		expect(outputs[WINDOW_CLOSED]).toHaveLength(1);
		expect(stage.simulator.state().uploadedFiles).toBe(0);
	});
});

describe('a message that WhatsApp would refuse', () => {
	const buttons = (...button: object[]) => ({ ...caseOf('reply buttons').parameters, buttons: { button } });
	const rows = (...row: object[]) => ({ ...caseOf('a list with sections').parameters, rows: { row } });
	const cards = (...card: object[]) => ({ ...caseOf('a carousel of links').parameters, cards: { card } });
	const changed = (title: string, more: object) => ({ ...caseOf(title).parameters, ...more });
	const many = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `T${index}` }));
	const link = { media: 'https://shop.example/a.jpg', linkLabel: 'Buy', linkUrl: 'https://shop.example' };
	// n8n itself stops at a required parameter that is empty, but not at an expression that gives nothing.
	const nothing = '={{ $json.nothing }}';
	const emoji = (count: number) => '😀'.repeat(count);
	const hebrew = (count: number) => 'ש'.repeat(count);

	test.each<[string, object, RegExp]>([
		['an unknown type', { messageType: 'telepathy' }, /'Message Type' is unknown: telepathy/],
		['no text', changed('a text', { text: ' ' }), /'Text' is empty/],
		['4097 characters', changed('a text', { text: 'x'.repeat(4097) }), /'Text' is 4097 characters long; WhatsApp allows 4096/],
		['an object as its text', changed('a text', { text: { a: 1 } }), /'Text' is not text but an object/],
		['a wrong message to answer', changed('a text', { options: { replyTo: 'HBgL' } }), /'Reply To' is not the ID of a WhatsApp message: HBgL/],
		['no file', changed('an image with a caption', { media: nothing }), /'File' is empty/],
		['a link without TLS', changed('an image with a caption', { media: 'http://shop.example/a.png' }), /'File' is neither a link that begins with https/],
		['a file that is not there', changed('an image with a caption', { media: 'photo' }), /no file of the item has this name: photo/],
		['a long caption', changed('an image with a caption', { caption: hebrew(1025) }), /'Caption' is 1025 characters/],
		['a place beyond the pole', changed('a place', { latitude: '91' }), /'Latitude' is not a number from -90 to 90/],
		['a place without longitude', changed('a place', { longitude: nothing }), /'Longitude' is not a number/],
		['no contact', changed('contacts', { contacts: {} }), /'Contacts' has 0 entries; WhatsApp takes from 1 to 257/],
		['a contact without a name', changed('contacts', { contacts: { contact: [{ phone: '1' }] } }), /'Name of Contact 1' is empty/],
		['no button', buttons(), /'Buttons' has 0 entries; WhatsApp takes from 1 to 3/],
		['four buttons', buttons(...many(4)), /'Buttons' has 4 entries/],
		['a long title', buttons({ title: emoji(11) }), /'Button Title of Button 1' is 22 characters long; WhatsApp allows 20/],
		['a button without a title', buttons({ id: 'a' }), /'Button Title of Button 1' is empty/],
		['a second button without a title', buttons({ title: 'Yes' }, { id: 'b' }), /'Button Title of Button 2' is empty/],
		['two equal titles', buttons({ title: 'Yes', id: '1' }, { title: 'Yes', id: '2' }), /'Buttons' has two equal titles: Yes/],
		['two equal IDs', buttons({ title: 'Yes', id: '1' }, { title: 'No', id: '1' }), /'Buttons' has two equal IDs: 1/],
		['a long button ID', buttons({ title: 'Yes', id: 'x'.repeat(257) }), /'Button ID of Button 1' is 257 characters/],
		['a long body', changed('reply buttons', { body: 'x'.repeat(1025) }), /'Body' is 1025 characters/],
		['a long header', changed('reply buttons', { headerText: hebrew(61) }), /'Header Text' is 61 characters/],
		['a long footer', changed('reply buttons', { footer: 'x'.repeat(61) }), /'Footer' is 61 characters/],
		['11 rows', rows(...many(11)), /'Rows' has 11 entries; WhatsApp takes from 1 to 10/],
		['a long row title', rows({ title: 'x'.repeat(25) }), /'Row Title of Row 1' is 25 characters/],
		['a long row description', rows({ title: 'a', description: 'x'.repeat(73) }), /'Row Description of Row 1' is 73 characters/],
		['a long row ID', rows({ title: 'a', id: 'x'.repeat(201) }), /'Row ID of Row 1' is 201 characters/],
		['two equal rows', rows({ title: 'a', id: '1' }, { title: 'b', id: '1' }), /'Rows' has two equal IDs: 1/],
		['rows with and without a section', rows({ title: 'a', section: 'A' }, { title: 'b' }), /'Section' is empty for some rows/],
		['a long list button', changed('a list with sections', { listButton: 'x'.repeat(21) }), /'List Button' is 21 characters/],
		['entries that are no list', changed('a list from data, without sections', { options: { entriesJson: '{"a":1}' } }), /'Entries \(JSON\)' is not a list/],
		['a link that is none', changed('a link button', { linkUrl: 'shop.example' }), /'Button URL' is not a link: shop.example/],
		['a link with a space', changed('a link button', { linkUrl: 'https://shop.example/new in' }), /'Button URL' has a space or a line break, and no link may: https:/],
		['a long label', changed('a link button', { linkLabel: 'x'.repeat(21) }), /'Button Label' is 21 characters/],
		['no Flow', changed('a Flow that opens a screen', { flowId: nothing }), /'Flow' is empty/],
		['a long Flow label', changed('a Flow that opens a screen', { flowLabel: 'x'.repeat(31) }), /'Button Label' is 31 characters long; WhatsApp allows 30/],
		['Flow data that is a list', changed('a Flow that opens a screen', { flowData: '[1]' }), /'Flow Data' is not an object/],
		['no catalog', changed('a product', { catalogId: '' }), /'Catalog ID' is empty/],
		['31 products', changed('several products', { products: { product: many(31).map(() => ({ productId: 'a' })) } }), /'Products' has 31 entries; WhatsApp takes from 1 to 30/],
		['products without a header', changed('several products', { headerText: '' }), /'Header Text' is empty/],
		['an address that is a list', changed('a request for an address', { addressValues: '[1]' }), /'Known Values' is not an object/],
		['a pin code of seven digits', changed('a request for an address that was wrong', { knownAddress: { in_pin_code: '4000631' } }), /'Pin Code of Known Values' is 7 characters long; WhatsApp allows 6/],
		['a saved address without anything', changed('a request for an address with some to choose from', { savedAddresses: { address: [{ id: 'home' }] } }), /'Saved Addresses' has nothing in Saved Address 1/],
		[
			'two saved addresses of one ID',
			changed('a request for an address', { options: { entriesJson: [{ id: 'a', city: 'Delhi' }, { id: 'a', value: { city: 'Pune' } }] } }),
			/'Saved Addresses' has two equal IDs: a/,
		],
		['a saved address with a field that there is not', changed('a request for an address', { options: { entriesJson: [{ id: 'a', town: 'Delhi' }] } }), /Saved Address 1 that would not be sent: town/],
		['a second button without a title', changed('a carousel of reply buttons', { cards: { card: [{ ...link, replyTitle: 'Yes', secondId: 'no' }, { ...link, replyTitle: 'Yes' }] } }), /'Second Button Title of Card 1' is empty/],
		['a second button on one card alone', changed('a carousel of reply buttons', { cards: { card: [{ ...link, replyTitle: 'Yes', secondTitle: 'No' }, { ...link, replyTitle: 'Yes' }] } }), /'Cards' have different numbers of reply buttons/],
		['minutes beyond a month', changed('a call button', { callMinutes: '43201' }), /'Minutes to Call' is not a whole number/],
		['one card', cards(link), /'Cards' has 1 entries; WhatsApp takes from 2 to 10/],
		['11 cards', cards(...Array.from({ length: 11 }, () => link)), /'Cards' has 11 entries/],
		['a card without a picture', cards(link, { ...link, media: '' }), /'File of Card 2' is empty/],
		['a card with a long body', cards(link, { ...link, body: 'x'.repeat(161) }), /'Body of Card 2' is 161 characters/],
		['a card of four lines', cards(link, { ...link, body: 'a\nb\nc\nd' }), /'Body of Card 2' has 3 line breaks; WhatsApp allows 2/],
		['a card without a link', cards({ ...link, linkUrl: '' }, link), /'Button URL of Card 1' is empty/],
		['a reaction to nothing', { messageType: 'reaction', messageId: nothing, emoji: '👍' }, /'Message ID' is empty/],
		['a reaction in words', { messageType: 'reaction', messageId: 'wamid.A', emoji: 'nice' }, /'Emoji' is not an emoji: nice/],
		['a reaction of two emoji', { messageType: 'reaction', messageId: 'wamid.A', emoji: '👍👍' }, /'Emoji' is not an emoji/],
		['a call payload that is too long', changed('a call button', { callPayload: 'x'.repeat(513) }), /'Payload' is 513 characters/],
		['a reaction of two letters and an emoji', { messageType: 'reaction', messageId: 'wamid.A', emoji: 'ok👍' }, /'Emoji' is not an emoji/],
		['JSON that is none', { messageType: 'json', json: '{' }, /'Message \(JSON\)' is not an object/],
		['JSON without its own object', { messageType: 'json', json: '{"type":"text"}' }, /'Message \(JSON\)' is not an object/],
		['JSON that says whom it is for', { messageType: 'json', json: { type: 'text', text: { body: 'a' }, to: '1' } }, /holds to, which the node sets itself/],
		['JSON that marks a message as read', { messageType: 'json', json: { type: 'text', text: { body: 'a' }, status: 'read' } }, /holds status, which the node sets itself/],
		['JSON of an inherited kind', { messageType: 'json', json: { type: 'constructor' } }, /'Message \(JSON\)' is not an object/],
		['JSON that is a template', { messageType: 'json', json: { type: 'template', template: { name: 'a' } } }, /holds template, which the node sets itself/],
	])('has %s, and a sentence says so without a request', async (_case, parameters, words) => {
		const before = stage.simulator.sent().length;
		const { error, outputs } = await send(parameters);

		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/\S/);
		expect(outputs).toEqual([]);
		expect(stage.simulator.sent()).toHaveLength(before);
	});

	test.each<[string, object]>([
		['4096 Hebrew letters', changed('a text', { text: hebrew(4096) })],
		['2048 emoji', changed('a text', { text: emoji(2048) })],
		['a title of ten emoji', buttons({ title: emoji(10) })],
		['ten rows', rows(...many(10))],
		['a list with a body of 4096', changed('a list with sections', { body: 'x'.repeat(4096) })],
		['ten cards', cards(...Array.from({ length: 10 }, () => link))],
		['a card of three lines', cards(link, { ...link, body: 'a\nb\nc' })],
	])('is not one that stays within the limits: %s', async (_case, parameters) => {
		expect((await send(parameters)).outputs[SENT]).toHaveLength(1);
	});

	test.each([
		['image', 'image/gif', /'File' wants a JPEG or PNG picture, and the file 'data' is of the type image\/gif/],
		['sticker', 'image/png', /'File' wants a WebP picture/],
		['audio', 'video/mp4', /'File' wants an AAC, AMR, MP3, M4A or OGG recording/],
		['video', 'video/webm', /'File' wants an MP4 or 3GP video/],
	])('is a %s of the type %s', async (messageType, mimeType, words) => {
		const { error } = await send({ messageType }, { binary: { data: toBinary('a file', { mimeType }) } });

		expect(error?.message).toMatch(words);
		expect(stage.simulator.state().uploadedFiles).toBe(0);
	});

	test.each([
		['image', 'GIF89a', 'image/png', /'File' wants a JPEG or PNG picture, and the file 'data' is of the type image\/gif/],
		['video', '\x00\x00\x00\x14ftypqt  ', 'video/mp4', /is of the type video\/quicktime/],
		['audio', 'RIFF\x00\x00\x00\x00WAVEfmt ', 'audio/mpeg', /is of the type audio\/wav/],
	])('is a %s that holds something else than it says', async (messageType, content, mimeType, words) => {
		const data = toBinary(Buffer.from(content, 'latin1'), { mimeType });
		const { error } = await send({ messageType }, { binary: { data } });

		expect(error?.message).toMatch(words);
	});

	test('is a voice note that is no OGG', async () => {
		const binary = { data: toBinary('a file', { mimeType: 'audio/mpeg' }) };
		const { error } = await send({ messageType: 'audio', isVoice: true }, { binary });

		expect(error?.message).toMatch(/'File' wants an OGG recording with Opus/);
	});
});

describe('outside the window, as a template', () => {
	const CLOSED = '+15550100002';
	const fallback = (name: string, more: object = {}) => ({
		whenClosed: 'template',
		templateFrom: 'name',
		templateName: name,
		templateLanguage: 'en_US',
		...more,
	});

	beforeEach(() => {
		const body = { type: 'BODY', text: 'We have news: {{1}} Thank you.' };
		const buttons = { type: 'BUTTONS', buttons: ['Later', 'Yes'].map((text) => ({ type: 'QUICK_REPLY', text })) };
		stage.simulator.putTemplate({ name: 'news', components: [body] });
		stage.simulator.putTemplate({ name: 'choice', components: [body, buttons] });
		stage.simulator.putTemplate({ name: 'picture', components: [{ type: 'HEADER', format: 'IMAGE' }, body] });
	});

	test('the buttons of a message become the payloads of the quick replies with the same words, and of no others', async () => {
		const parameters = { ...caseOf('reply buttons').parameters, headerType: 'none', footer: '', ...fallback('choice') };
		const { outputs, error } = await send(parameters, { recipient: CLOSED });

		expect(error).toBeUndefined();
		const template = outputs[SENT]?.[0]?.json.template;
		const text = 'We have news: Hello Thank you.\n\n[Later]\n[Yes]';
		expect(template).toMatchObject({ name: 'choice', text, notCarried: ['the button "No"'] });
		expect(stage.simulator.sent().at(-1)?.buttons).toMatchObject([
			{ text: 'Later', value: 'Later' },
			{ text: 'Yes', value: 'yes-1' },
		]);
	});

	test('a picture goes into the header, and its caption into the text', async () => {
		const binary = { data: toBinary('a picture', { mimeType: 'image/png' }) };
		const parameters = { messageType: 'image', caption: 'Lavender', ...fallback('picture') };
		const { outputs } = await send(parameters, { recipient: CLOSED, binary });

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ text: '[image]\n\nWe have news: Lavender Thank you.' });
		expect(stage.simulator.state().uploadedFiles).toBe(1);
	});

	test('what the builder filled in comes first, and what it displaces is said', async () => {
		const value = { header_media: 'https://shop.example/own.png' };
		const form = { templateVariables: { mappingMode: 'defineBelow', value } };
		const parameters = { ...caseOf('an image with a caption').parameters, ...fallback('picture', form) };
		const { outputs } = await send(parameters, { recipient: CLOSED });

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ notCarried: ['the image'] });
	});

	test('a value of the only variable is not overwritten by the text of the message', async () => {
		const form = { templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ben' } } };
		const refused = await send({ text: 'Your fern is here', ...fallback('news', form) }, { recipient: CLOSED });
		expect(refused.error?.message).toMatch(/'Variable for the Text' is empty, and the only variable of the template 'news' has a value already/);
		expect(stage.simulator.sent()).toEqual([]);

		const chosen = { ...fallback('news', form), fallbackTextVariable: { __rl: true, mode: 'id', value: 'body_1' } };
		await send({ text: 'Your fern is here', ...chosen }, { recipient: CLOSED });
		expect(stage.simulator.sent().at(-1)?.text).toContain('We have news: Your fern is here');
	});

	test('a caption gives way to a value of the only variable, and is named', async () => {
		const form = { templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ben' } } };
		const parameters = { ...caseOf('an image with a caption').parameters, ...fallback('picture', form) };
		const { outputs } = await send(parameters, { recipient: CLOSED });

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ notCarried: ['the text'], text: expect.stringContaining('We have news: Ben') as string });
	});

	test('a template with a GIF is refused in words that fit this node', async () => {
		const components = [{ type: 'HEADER', format: 'GIF' }, { type: 'BODY', text: 'Look, {{1}}!' }];
		stage.simulator.putTemplate({ name: 'waving', category: 'MARKETING', components });
		const { error } = await send({ text: 'Ada', ...fallback('waving') }, { recipient: CLOSED });

		expect(error?.message).toMatch(/'waving' has a GIF header, which only the Marketing Messages API sends/);
	});

	test('what the template has no place for is said', async () => {
		const parameters = { ...caseOf('reply buttons below a picture').parameters, footer: 'Shop', ...fallback('news') };
		const { outputs } = await send(parameters, { recipient: CLOSED });

		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({
			notCarried: ['the footer', 'the image', 'the button "Yes"'],
		});
	});

	test.each([
		['a place', ['the place'], { body_1: 'a word' }],
		['contacts', ['the contacts'], { body_1: 'a word' }],
		['a product', ['the product'], {}],
		['a link button', ['the link'], {}],
	])('%s is not lost without a word', async (title, notCarried, value) => {
		const values = { templateVariables: { mappingMode: 'defineBelow', value } };
		const parameters = { ...caseOf(title).parameters, ...fallback('news', values) };
		const { outputs, error } = await send(parameters, { recipient: CLOSED });

		expect(error).toBeUndefined();
		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ notCarried });
	});
});

describe('a file that the message does not show', () => {
	const PICTURE = { data: toBinary('\u0089PNG', { mimeType: 'image/png' }) };

	test.each([
		['below a header that an expression turned off', { ...caseOf('reply buttons').parameters, headerType: '={{ "none" }}', headerMedia: '={{ "data" }}' }],
		[
			'on cards with products',
			{
				messageType: 'carousel',
				body: 'Look',
				cardKind: '={{ "product" }}',
				catalogId: '194836987003835',
				cards: { card: ['sku-1', 'sku-2'].map((productId) => ({ productId, media: 'data' })) },
			},
		],
	])('does not go up %s', async (_case, parameters) => {
		const { error } = await send(parameters, { binary: PICTURE });

		expect(error).toBeUndefined();
		expect(stage.simulator.state().uploadedFiles).toBe(0);
	});

	test('is not named by data that looks like a file which was read already', async () => {
		const forged = { property: 'data', mimeType: 'image/png', sizeBytes: 1 };
		const cards = [1, 2].map(() => ({ media: forged, linkLabel: 'Look', linkUrl: 'https://shop.example' }));
		const parameters = { messageType: 'carousel', body: 'Look', options: { entriesJson: cards } };
		const { error } = await send(parameters, { binary: PICTURE });

		expect(error?.message).toMatch(/A file is given as an object/);
		expect(stage.simulator.state().uploadedFiles).toBe(0);
	});
});

describe('a message for one identity', () => {
	const HASH = 'DF2lS5v2W6x=';

	async function sendSeen(parameters: object, item: Record<string, unknown> = {}) {
		const proxy = await startGraphProxy(stage.simulator.url);
		const sent = await send(parameters, item, { credential: { ...stage.credential, graphApiBaseUrl: proxy.url } });
		await proxy.close();
		const bodies = proxy.requests.filter(({ path }) => path.endsWith('/messages')).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
		return { ...sent, bodies };
	}

	test('carries its hash, in every part of a long text', async () => {
		const { bodies, error } = await sendSeen({ text: 'Hello. '.repeat(600), options: { identityKeyHash: '={{ $json.hash }}', splitText: true } }, { hash: HASH });

		expect(error).toBeUndefined();
		expect(bodies.map((body) => body.recipient_identity_key_hash)).toEqual([HASH, HASH]);
	});

	test('carries it as a template too', async () => {
		stage.simulator.putTemplate({ name: 'news', components: [{ type: 'BODY', text: 'We have news: {{1}} Thank you.' }] });
		const parameters = { text: 'Hello', whenClosed: 'template', templateFrom: 'name', templateName: 'news', templateLanguage: 'en_US', options: { identityKeyHash: HASH } };
		const { bodies } = await sendSeen(parameters, { recipient: '+15550100002' });

		expect(bodies).toMatchObject([{ type: 'template', recipient_identity_key_hash: HASH }]);
	});

	test('has none where nobody asks for it', async () => {
		const { bodies } = await sendSeen({ text: 'Hello', options: { identityKeyHash: '' } });

		expect(Object.keys(bodies[0] ?? {})).not.toContain('recipient_identity_key_hash');
	});

	test.each([
		['={{ $json.nothing }}', /'Identity Key Hash' is empty, so nothing was sent: it would go to whoever has the number now/],
		['not a hash', /'Identity Key Hash' is not a hash: not a hash/],
	])('does not go out to anybody when the hash is %s', async (identityKeyHash, words) => {
		const { bodies, error } = await sendSeen({ text: 'Hello', options: { identityKeyHash } });

		expect(error?.message).toMatch(words);
		expect(bodies).toEqual([]);
	});
});

describe('the list of Flows', () => {
	const search = async (filter?: string) =>
		(await node.methods.listSearch.searchFlows.call(openForm(node, stage.credential, { messageType: 'flow' }), filter)).results;

	test('has those that can be sent, with the drafts marked', async () => {
		expect((await search()).map(({ name }) => name)).toEqual(['book_a_visit', 'how_was_it', 'join_the_club (draft)']);
	});

	test('is narrowed by name and ID, and gives the ID', async () => {
		expect(await search('VISIT')).toEqual([{ name: 'book_a_visit', value: '1534857690123456' }]);
		expect(await search('0123457')).toMatchObject([{ name: 'how_was_it' }]);
	});
});

describe('a text that is too long for one message', () => {
	const SENTENCE = `${'x'.repeat(2999)}.`;
	const PARTS = [1, 2, 3].map((each) => `Part ${each} ${SENTENCE}`);
	const TEXT = PARTS.join(' ');
	const long = (text = TEXT) => ({ text, options: { splitText: true } });
	const texts = () => stage.simulator.sent().filter(({ status }) => status !== 'refused').map(({ text }) => text);

	test('is refused unless it may be split', async () => {
		const { error } = await send({ text: TEXT });

		expect(error?.message).toMatch(/'Text' is 9023 characters long; WhatsApp allows 4096/);
		expect(texts()).toEqual([]);
	});

	test('goes out at the ends of its sentences, in order', async () => {
		const { outputs, error } = await send(long());

		expect(error).toBeUndefined();
		expect(texts()).toEqual(PARTS);
		const ids = stage.simulator.sent().map(({ id }) => id);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ id: ids[2], parts: ids, alreadySent: false });
	});

	test('that stopped half-way is completed by a retry, and nothing goes out twice', async () => {
		const proxy = await startGraphProxy(stage.simulator.url);
		let refuses = true;
		proxy.interfere = ({ body }) => (refuses && body.includes('"Part 2 ') ? { code: 100, message: '(#100) Invalid parameter' } : undefined);
		const more = { credential: { ...stage.credential, graphApiBaseUrl: proxy.url }, executionId: 'one text' };
		const refused = await send(long(), {}, more);
		expect(refused.error?.message).toMatch(/^Part 2 of 3 of the text was not sent, and those before it were\. WhatsApp refused/);
		expect(texts()).toEqual(PARTS.slice(0, 1));

		refuses = false;
		await send(long(), {}, more);
		expect(texts()).toEqual(PARTS);
		const { outputs } = await send(long(), {}, more);
		await proxy.close();

		expect(texts()).toEqual(PARTS);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
	});

	test('takes no other way when the window closes half-way', async () => {
		const proxy = await startGraphProxy(stage.simulator.url);
		proxy.interfere = ({ body }) => (body.includes('"Part 2 ') ? { code: 131047, message: 'Re-engagement message' } : undefined);
		const credential = { ...stage.credential, graphApiBaseUrl: proxy.url };
		const { outputs, error } = await send(long(), {}, { credential });
		await proxy.close();

		expect(error?.message).toMatch(/^Part 2 of 3/);
		expect(outputs[WINDOW_CLOSED] ?? []).toEqual([]);
	});

	test.each([
		[131048, 'qualityLimit'],
		[131070, 'anotherResponder'],
	])('leaves on no branch as if nothing had gone out when Meta refuses a later part of it (%i)', async (code, reason) => {
		const proxy = await startGraphProxy(stage.simulator.url);
		proxy.interfere = ({ body }) => (body.includes('"Part 2 ') ? { code, message: 'Refused' } : undefined);
		const more = { credential: { ...stage.credential, graphApiBaseUrl: proxy.url }, executionId: `half a text ${code}` };
		const { outputs, error } = await send(long(), {}, more);
		expect(error?.message).toMatch(new RegExp(`^(The text is long and was sent in part only \\(${reason}\\)\\.|Part 2 of 3)`));
		expect(outputs[WINDOW_CLOSED] ?? []).toEqual([]);
		await proxy.close();
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	test.each(['route', 'template'])('is not taken for sent, or for unsent, when it is retried after the window has closed (%s)', async (whenClosed) => {
		stage.simulator.putTemplate({ name: 'news', components: [{ type: 'BODY', text: 'We have news: {{1}} Thank you.' }] });
		const proxy = await startGraphProxy(stage.simulator.url);
		proxy.interfere = ({ body }) => (body.includes('"Part 2 ') ? { code: 131047, message: 'Re-engagement message' } : undefined);
		const more = { credential: { ...stage.credential, graphApiBaseUrl: proxy.url }, executionId: `half a text ${whenClosed}` };
		const template = { templateFrom: 'name', templateName: 'news', templateLanguage: 'en_US' };
		const parameters = { ...long(), whenClosed, ...template };
		await send(parameters, {}, more);
		const { outputs, error } = await send(parameters, {}, more);
		await proxy.close();

		expect(error?.message).toMatch(/^The text is long and was sent in part only/);
		expect(outputs).toEqual([]);
		expect(texts()).toEqual(PARTS.slice(0, 1));
	});

	test('becomes no more than ten messages', async () => {
		const { error } = await send(long('Hello. '.repeat(6000)));

		expect(error?.message).toMatch(/'Text' is 42000 characters long; WhatsApp allows 40960/);
	});
});

describe('what an AI agent sends', () => {
	const agent = new SendFreeForm();
	agent.description = { ...agent.description, name: 'sendFreeFormTool' };
	const call = async (parameters: object, item = {}) =>
		await send(parameters, item, { node: agent, executionId: 'one conversation' });

	test('is two messages for two files of one name and size, and one for the same file again', async () => {
		for (const content of ['%PDF one', '%PDF two', '%PDF two']) {
			await call({ messageType: 'document', media: 'data' }, { binary: { data: toBinary(content) } });
		}

		expect(stage.simulator.sent()).toHaveLength(2);
	});

	test('is two messages for one text in answer to two messages', async () => {
		const ids = ['One?', 'Two?'].map((text) => stage.simulator.write({ from: ADA, text }).id);
		for (const replyTo of [...ids, ids[1]]) await call({ text: 'Yes', options: { replyTo } });

		expect(stage.simulator.sent()).toHaveLength(2);
	});
});

describe('a file that takes its time to go up', () => {
	test('is not sent when the window has closed meanwhile', async () => {
		const binary = { data: toBinary('a picture', { mimeType: 'image/png' }) };
		const proxy = await startGraphProxy(stage.simulator.url);
		const user = { waId: ADA.slice(1) };
		proxy.interfere = async ({ path }) => {
			if (!path.endsWith('/media')) return undefined;
			await stage.store.recordEvidence([{ kind: 'refusal', phoneNumberId: PHONE_NUMBER_ID, user, atMs: Date.now() }]);
			return { answer: { id: '1037543291543636' } };
		};
		const credential = { ...stage.credential, graphApiBaseUrl: proxy.url };
		const { outputs } = await send({ messageType: 'image' }, { binary }, { credential });
		await proxy.close();

		expect(outputs[WINDOW_CLOSED]?.[0]?.json.session).toMatchObject({ reason: 'closedByPlatform' });
		expect(proxy.requests.filter(({ path }) => path.endsWith('/messages'))).toEqual([]);
	});
});
