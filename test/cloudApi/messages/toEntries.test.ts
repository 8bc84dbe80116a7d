import { toEntries } from '../../../nodes/shared/cloudApi/messages/entries/toEntries';
import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';

const LINK = 'https://shop.example/lavender';
const PICTURE = `${LINK}.jpg`;
const ofMeta = (action: object, more: object = {}) => ({ card_index: 0, type: 'cta_url', header: { type: 'image', image: { link: PICTURE } }, body: { text: 'Look' }, action, ...more });
const opensLink = { name: 'cta_url', parameters: { display_text: 'Buy', url: LINK } };
const answers = (...titles: string[]) => ({ buttons: titles.map((title) => ({ type: 'quick_reply', quick_reply: { id: title.toLowerCase(), title } })) });

describe('entries given as data', () => {
	test.each([
		['buttons of the form', 'buttons', [{ title: 'Yes', id: 'y' }], [{ title: 'Yes', id: 'y' }]],
		["Meta's reply buttons", 'buttons', [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }], [{ id: 'y', title: 'Yes' }]],
		["Meta's object around buttons", 'buttons', { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] }, [{ id: 'y', title: 'Yes' }]],
		['rows of the form', 'rows', [{ title: 'Mo', section: 'Week' }], [{ title: 'Mo', section: 'Week' }]],
		[
			"Meta's sections",
			'rows',
			[{ title: 'Week', rows: [{ id: '1', title: 'Mo', description: 'AM' }, { id: '2', title: 'Tu' }] }, { title: 'Next', rows: [{ id: '3', title: 'We' }] }],
			[{ id: '1', title: 'Mo', description: 'AM', section: 'Week' }, { id: '2', title: 'Tu', section: 'Week' }, { id: '3', title: 'We', section: 'Next' }],
		],
		["Meta's object around sections", 'rows', { sections: [{ rows: [{ id: '1', title: 'Mo' }] }] }, [{ id: '1', title: 'Mo', section: undefined }]],
		['products of the form', 'products', [{ productId: 'sku-1' }], [{ productId: 'sku-1' }]],
		["Meta's products", 'products', [{ title: 'New', product_items: [{ product_retailer_id: 'sku-1' }] }], [{ productId: 'sku-1', section: 'New' }]],
		['contacts of the form', 'contacts', [{ name: 'Ada', phone: '+1' }], [{ name: 'Ada', phone: '+1' }]],
		['contacts of the form with lists', 'contacts', [{ name: 'Ada', phones: [{ phone: '+1', waId: '1' }] }], [{ name: 'Ada', phones: [{ phone: '+1', waId: '1' }] }]],
		["Meta's contacts", 'contacts', [{ name: { formatted_name: 'Ada', prefix: 'Dr.' }, phones: [{ phone: '+1', wa_id: '1' }] }], [{ name: 'Ada', prefix: 'Dr.', phones: [{ phone: '+1', waId: '1' }] }]],
		["Meta's contacts with an organization", 'contacts', [{ name: { formatted_name: 'Ada' }, org: { company: 'Shop', title: 'Owner' } }], [{ name: 'Ada', organization: 'Shop', jobTitle: 'Owner' }]],
		['items of the form', 'items', [{ name: 'Fern', amount: '1.50' }], [{ name: 'Fern', amount: '1.50' }]],
		[
			"Meta's items",
			'items',
			[{ name: 'Fern', amount: { value: 150, offset: 100 }, sale_amount: { value: 5, offset: '100' }, quantity: 2, importer_address: { city: 'Pune' }, image: { link: PICTURE } }],
			[{ name: 'Fern', amount: '1.50', saleAmount: '0.05', quantity: 2, importerCity: 'Pune', pictureLink: PICTURE }],
		],
		["Meta's object around items", 'items', { items: [{ name: 'Fern', amount: { value: 1, offset: 100 } }] }, [{ name: 'Fern', amount: '0.01' }]],
		['saved addresses of the form', 'savedAddresses', [{ id: 'home', city: 'Pune' }], [{ id: 'home', city: 'Pune' }]],
		["Meta's saved addresses", 'savedAddresses', { saved_addresses: [{ id: 'home', value: { city: 'Pune' } }] }, [{ id: 'home', city: 'Pune' }]],
		['members without a value', 'rows', [{ title: 'Mo', desc: null, note: '' }], [{ title: 'Mo', desc: null, note: '' }]],
	])('are read: %s', (_case, field, given, expected) => {
		expect(toEntries(field, given, 'link')).toEqual(expected);
	});

	test.each([
		['cards of the form', 'link', { media: PICTURE, body: 'Look', linkLabel: 'Buy', linkUrl: LINK }, { media: PICTURE, body: 'Look', linkLabel: 'Buy', linkUrl: LINK }],
		["Meta's cards with a link", 'link', ofMeta(opensLink), { mediaType: 'image', media: PICTURE, body: 'Look', linkLabel: 'Buy', linkUrl: LINK }],
		["Meta's cards with a file by ID", 'link', ofMeta(opensLink, { header: { type: 'video', video: { id: '12345678' } }, body: undefined }), { mediaType: 'video', media: '12345678', linkLabel: 'Buy', linkUrl: LINK }],
		["Meta's cards with two replies", 'reply', ofMeta(answers('Yes', 'No')), { mediaType: 'image', media: PICTURE, body: 'Look', replies: [{ id: 'yes', title: 'Yes' }, { id: 'no', title: 'No' }] }],
		['cards with two replies in short', 'reply', { media: PICTURE, replies: [{ title: 'Yes' }, { title: 'No' }] }, { media: PICTURE, replies: [{ title: 'Yes' }, { title: 'No' }] }],
		["Meta's cards with a product", 'product', { card_index: 0, type: 'product', action: { product_retailer_id: 'sku-1', catalog_id: '7' } }, { productId: 'sku-1', catalogId: '7' }],
	])('are read: %s', (_case, kind, card, expected) => {
		expect(toEntries('cards', [card], kind)).toEqual([expected]);
	});

	test.each([
		['rows', [{ title: 'Mo', desc: 'AM' }], /Row 1 .*: desc$/],
		['rows', [{ title: 'Mo' }, { title: 'Tu', ID: '2', value: 'x' }], /Row 2 .*: ID, value$/],
		['rows', [{ title: 'Week', rows: [{ id: '1', title: 'Mo', desc: 'AM' }] }], /Row 1 of Section 1 .*: desc$/],
		['rows', [{ title: 'Week', rows: [], note: 'x' }], /Section 1 .*: note$/],
		['rows', { button: 'Choose', sections: [] }, /the object .*: button$/],
		['buttons', [{ type: 'url', title: 'Shop', url: LINK }], /a button of the type url in Button 1/],
		['buttons', [{ type: 'reply', title: 'Yes', reply: { id: 'y', title: 'Yes' } }], /Button 1 .*: title$/],
		['buttons', [{ title: 'Yes', payload: 'y' }], /Button 1 .*: payload$/],
		['buttons', ['Yes'], /no object in Button 1/],
		['products', [{ productId: 'sku-1', price: 3 }], /Product 1 .*: price$/],
		['contacts', [{ name: 'Ada', fax: '+1' }], /Contact 1 .*: fax$/],
		['contacts', [{ name: 'Ada', phones: [{ number: '+1' }] }], /Phone 1 of Contact 1 .*: number$/],
		['contacts', [{ name: 'Ada', phones: { phone: '+1' } }], /no list as phones of Contact 1/],
		['contacts', [{ name: { formatted_name: 'Ada' }, org: 'Shop' }], /no object in org of Contact 1/],
		['contacts', [{ name: { formatted_name: 'Ada' }, urls: [{ link: LINK }] }], /Link 1 of Contact 1 .*: link$/],
		['items', [{ name: 'Fern', amount: { value: 1.5, offset: 100 } }], /no amount of money in amount of Item 1/],
		['items', [{ name: 'Fern', amount: { value: 150 } }], /no amount of money in amount of Item 1/],
		['items', [{ name: 'Fern', amount: { value: 150, offset: 100 }, colour: 'green' }], /Item 1 .*: colour$/],
		['savedAddresses', [{ id: 'home', value: { town: 'Pune' } }], /value of Saved Address 1 .*: town$/],
		['contacts', [{ name: { formatted_name: 'Ada', surname: 'L' } }], /name of Contact 1 .*: surname$/],
		['cards', [{ media: PICTURE, linkLabel: 'Buy', linkUrl: LINK, replyTitle: 'More' }], /Card 1 .*: replyTitle$/],
		['cards', [ofMeta(answers('Yes'))], /Card 1 .*: replies$/],
		['cards', [ofMeta(opensLink, { footer: { text: 'x' } })], /Card 1 .*: footer$/],
		['cards', [ofMeta(opensLink), ofMeta(opensLink)], /card_index 0 in Card 2/],
		['cards', [ofMeta({ ...opensLink, buttons: [] })], /action of Card 1 .*: name, parameters$/],
		['rows', { a: 1 }, /is not a list/],
		['rows', 'text', /is not a list/],
		['rows', undefined, /is not a list/],
	])('of %s are refused by the name of what would not be sent: %j', (field, given, words) => {
		expect(() => toEntries(field, given, 'link')).toThrow(words);
		expect(() => toEntries(field, given, 'link')).toThrow(InvalidInputError);
	});
});
