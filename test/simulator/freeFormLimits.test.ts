import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';
import { card, flow, interactive, list, named, productList, replyButtons, replyCard } from './freeFormSamples';

type Body = Record<string, unknown>;

const LINK = { link: 'https://shop.example/file' };
const yes = { id: 'yes', title: 'Yes' };

/** Every text with a limit: its name, the most characters, and a message that carries it. */
const limits: Array<[name: string, most: number, message: (text: string) => Body, code?: number]> = [
	['text.body', 4096, (body) => ({ type: 'text', text: { body } }), 100],
	['image.caption', 1024, (caption) => ({ type: 'image', image: { ...LINK, caption } })],
	['video.caption', 1024, (caption) => ({ type: 'video', video: { ...LINK, caption } })],
	['document.caption', 1024, (caption) => ({ type: 'document', document: { ...LINK, caption } })],
	['a body', 1024, (text) => replyButtons([yes], { body: { text } })],
	['a footer', 60, (text) => replyButtons([yes], { footer: { text } })],
	['a header', 60, (text) => replyButtons([yes], { header: { type: 'text', text } })],
	['the title of a reply button', 20, (title) => replyButtons([{ id: 'yes', title }])],
	['the ID of a reply button', 256, (id) => replyButtons([{ id, title: 'Yes' }])],
	['the body of a list', 4096, (text) => list([{ rows: [yes] }], { body: { text } })],
	['the button of a list', 20, (text) => list([{ rows: [yes] }], {}, text)],
	['the title of a section', 24, (title) => list([{ title, rows: [yes] }])],
	['the ID of a row', 200, (id) => list([{ rows: [{ id, title: 'Yes' }] }])],
	['the title of a row', 24, (title) => list([{ rows: [{ id: 'yes', title }] }])],
	['the description of a row', 72, (description) => list([{ rows: [{ ...yes, description }] }])],
	['the label of a URL button', 20, (text) => named('cta_url', { display_text: text, url: 'https://shop.example' })],
	['the body with a product', 1024, (text) => interactive('product', { catalog_id: 'c', product_retailer_id: 'p' }, { body: { text } })],
	['the header of products', 60, (text) => productList([1], { header: { type: 'text', text } })],
	['the body of a catalogue', 1024, (text) => named('catalog_message', undefined, { body: { text } })],
	['the question for a location', 1024, (text) => named('location_request_message', undefined, { body: { text } }, 'send_location')],
	['the question for an address', 1024, (text) => named('address_message', { country: 'IN' }, { body: { text } })],
	['the question for calls', 1024, (text) => named('call_permission_request', undefined, { body: { text } })],
	['the question for the number', 1024, (text) => named('request_contact_info', undefined, { body: { text } })],
	['the label of a call button', 20, (text) => named('voice_call', { display_text: text })],
	['the payload of a call button', 512, (payload) => named('voice_call', { payload })],
	['the body of a carousel', 1024, (text) => interactive('carousel', { cards: [card(0), card(1)] }, { body: { text } })],
	['the body of a card', 160, (text) => interactive('carousel', { cards: [card(0, { body: { text } }), card(1)] })],
	['the ID of a quick reply', 20, (id) => interactive('carousel', { cards: [replyCard(0, { id, title: 'Yes' }), replyCard(1, yes)] })],
	['the title of a quick reply', 20, (title) => interactive('carousel', { cards: [replyCard(0, { id: 'y', title }), replyCard(1, yes)] })],
	[
		'the label of a card',
		20,
		(text) => {
			const action = { name: 'cta_url', parameters: { display_text: text, url: 'https://shop.example' } };
			return interactive('carousel', { cards: [card(0, { action }), card(1)] });
		},
	],
];

describe('a limit of a free-form message', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
		stage.simulator.setSettings({ pairRate: false });
	});
	afterAll(async () => await stage.close());

	async function codeOf(message: Body): Promise<number | undefined> {
		// A call permission request counts for a person, so each message goes to another one.
		const to = `1202${String(codeOf.count++).padStart(7, '0')}`;
		return (await stage.send({ to, ...message })).body.error?.code;
	}
	codeOf.count = 5_550_000;

	const characters = { letters: 'a', emoji: '🌵', 'right-to-left text': 'ש', 'vowel signs': 'ِ' };
	const cases = limits.flatMap(([name, most, message, code = 131009]) =>
		Object.entries(characters).map(([kind, character]) => ({ name, most, kind, character, message, code })),
	);

	test.each(cases)('$name takes $most characters of $kind and not one more', async ({ most, character, message, code }) => {
		expect(await codeOf(message(character.repeat(most)))).toBeUndefined();
		expect(await codeOf(message(character.repeat(most + 1)))).toBe(code);
	});

	test('a Flow’s label takes 30 characters and not one more, and no emoji', async () => {
		expect(await codeOf(flow({ flow_cta: 'ש'.repeat(30) }))).toBeUndefined();
		expect(await codeOf(flow({ flow_cta: 'ש'.repeat(31) }))).toBe(131009);
		expect(await codeOf(flow({ flow_cta: 'Book 🌵' }))).toBe(131009);
	});

	test('mixed directions and joined emoji count by their code points', async () => {
		const family = '👨‍👩‍👧';
		expect([...family]).toHaveLength(5);
		const title = `שלום abc ${family}`;
		expect(await codeOf(replyButtons([{ id: 'x', title: title + 'x'.repeat(20 - [...title].length) }]))).toBeUndefined();
		expect(await codeOf(replyButtons([{ id: 'x', title: title + 'x'.repeat(21 - [...title].length) }]))).toBe(131009);
	});

	test('names the parameter and both numbers', async () => {
		const { body } = await stage.send({ to: ADA, ...replyButtons([{ id: 'yes', title: 'x'.repeat(21) }]) });
		expect(body.error.error_data?.details).toBe(
			'Parameter interactive.action.buttons[0].reply.title has 21 characters, at most 20 are allowed',
		);
	});
});
