import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';
import { buttons, card, carousel, contact, contacts, flow, image, interactive, list, named, productCard, productList, replyButtons, replyCard, rows } from './freeFormSamples';

type Body = Record<string, unknown>;

const yes = { id: 'yes', title: 'Yes' };
const no = { id: 'no', title: 'No' };
const link = 'https://shop.example/file';

const tenSections = Array.from({ length: 10 }, (_section, index) => ({ title: `S${index}`, rows: rows(1, `s${index}`) }));

const quickReplies = [{ type: 'quick_reply', quick_reply: yes }];
const linkedReplyCard = (index: number): Body => card(index, { action: { name: 'cta_url', buttons: quickReplies } });
const wrongReplyCard = (index: number): Body => card(index, { action: { buttons: [{ type: 'reply', quick_reply: yes }] } });

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
	['a contact with a birthday of another form', { type: 'contacts', contacts: [{ ...contact(0), birthday: '23.01.1999' }] }, 131009],
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
	['a Flow with data that is nothing', flow({ flow_action_payload: { screen: 'A', data: {} } }), 131009],
	['a Flow with data that is a text', flow({ flow_action_payload: { data: 'Lavender' } }), 131009],
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
	['an unreadable preview', { type: 'text', text: { body: 'Hi', preview_url: 'yes' } }, 100],
	['a voice message by words', { type: 'audio', audio: { link, voice: 'yes' } }, 100],
	['a caption that is a number', { type: 'image', image: { link, caption: 42 } }, 131009],
	['phones of a contact as an object', { type: 'contacts', contacts: [{ ...contact(0), phones: {} }] }, 100],
	['an address whose values are a list', named('address_message', { country: 'IN', values: [] }), 100],
	['an address with a choice without a value', named('address_message', { country: 'IN', saved_addresses: [{ id: '1' }] }), 131008],
	['a reply button of another type', interactive('button', { buttons: [{ type: 'url', reply: yes }] }), 131009],
	['a reply button without its reply', interactive('button', { buttons: [{ type: 'reply' }] }), 131008],
	['reply buttons as an object', interactive('button', { buttons: {} }), 100],
	['no buttons at all', interactive('button', {}), 131008],
	['a header in words', replyButtons([yes], { header: 'Order 1042' }), 100],
	['a header without a type', replyButtons([yes], { header: { text: 'Order 1042' } }), 131008],
	['an interactive message without a type', interactive('button', {}, { type: undefined }), 131008],
	['an interactive message without an action', interactive('button', {}, { action: undefined }), 131008],
	['an action without a name', interactive('request_contact_info', {}), 131008],
	['an action without its parameters', named('cta_url'), 131008],
	['an action whose parameters are a text', interactive('cta_url', { name: 'cta_url', parameters: 'Open' }), 100],
	['products without a catalogue', productList([1], { action: { sections: [{ product_items: [{ product_retailer_id: 'p' }] }] } }), 131008],
	['a product without its ID', productList([1], { action: { catalog_id: 'c', sections: [{ product_items: [{}] }] } }), 131008],
	['a card without a place', carousel(card(0, { card_index: undefined }), card(1)), 131008],
	['a card without a type', carousel(card(0, { type: undefined }), card(1)), 131008],
	['a card of another type', carousel(card(0, { type: 'button' }), card(1)), 131009],
	['a card without an action', carousel(card(0, { action: undefined }), card(1)), 131008],
	['a card with a product and a body', carousel({ ...productCard(0), body: { text: 'Fern' } }, productCard(1)), 131009],
	['cards with links and quick replies', carousel(linkedReplyCard(0), linkedReplyCard(1)), 131009],
	['cards with reply buttons', carousel(wrongReplyCard(0), wrongReplyCard(1)), 131009],
	['a list with eleven sections, one of them empty', list([...tenSections, { title: 'S10', rows: [] }]), 131009],
];

describe('the simulator refuses', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
		stage.simulator.setSettings({ pairRate: false });
	});
	afterAll(async () => await stage.close());

	test.each(refused)('%s', async (_case, message, code) => {
		const { status, body } = await stage.send({ to: ADA, ...message });
		expect([status, body.error?.code]).toEqual([400, code]);
	});
});
