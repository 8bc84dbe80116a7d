import { DateTime } from 'luxon';

import type { MessageFile } from '../../../nodes/shared/cloudApi/media/MessageFile';
import { TemplateParameterError } from '../../../nodes/shared/cloudApi/templates/TemplateParameterError';
import { toTemplateFields } from '../../../nodes/shared/cloudApi/templates/toTemplateFields';
import { toTemplateMessage } from '../../../nodes/shared/cloudApi/templates/toTemplateMessage';
import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import { templateCorpus } from '../../fixtures/templates/corpus';
import { readTemplate } from '../../fixtures/templates/readTemplate';

const NOW = DateTime.fromISO('2026-11-24T12:00:00.000Z', { zone: 'utc' });
const MEBIBYTE = 1024 * 1024;

function caseOf(title: string) {
	const found = templateCorpus.find((each) => each.title === title);
	if (!found) throw new Error(`There is no case '${title}'.`);
	return found;
}

/** Fills in a case of the corpus with other values. */
function refusalOf(title: string, values: Record<string, unknown>, more: object = {}): InvalidInputError {
	const { template, values: usual } = caseOf(title);
	let refusal: unknown = 'nothing was refused';
	try {
		toTemplateMessage(readTemplate(template), { now: NOW, values: { ...usual, ...values }, ...more });
	} catch (error) {
		refusal = error;
	}
	if (refusal instanceof InvalidInputError) return refusal;
	throw new Error(`Expected a refusal, got: ${String(refusal)}`);
}

const file = (more: Partial<MessageFile>): MessageFile => ({ property: 'data', mimeType: 'image/png', sizeBytes: 1, ...more });
const OFFER = 'a limited-time offer with a code and a link';
const IMAGE = 'an image header by link';
const LINKS = 'link buttons, fixed and with an end of its own';
const PRODUCTS = 'a button for several products';
const ORDER = 'an order to be paid by UPI, with every amount';
const PAYMENTS = 'payments that are asked for by boleto, Pix and link';
const TYPED = 'an amount of money and a point in time';
const CAROUSEL = 'a carousel with named variables';
const products = (count: number) => Array.from({ length: count }, (_, index) => `sku-${index}`);
const sections = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `S${index}`, products: ['sku'] }));

describe('a value that Meta would refuse', () => {
	test.each([
		['no picture', IMAGE, { header_media: '' }, 'Header image', /is empty/],
		['a link without TLS', IMAGE, { header_media: 'http://shop.example/a.png' }, 'Header image', /neither a link that begins with https/],
		['the name of a file that is not there', IMAGE, { header_media: 'attachment_0' }, 'Header image', /no file of the item has this name: attachment_0/],
		['a picture of another type', IMAGE, { header_media: file({ mimeType: 'image/gif' }) }, 'Header image', /wants a JPEG or PNG picture, and the file 'data' is of the type image\/gif/],
		['a picture that is too large', IMAGE, { header_media: file({ sizeBytes: 5 * MEBIBYTE + 1 }) }, 'Header image', /takes from 1 to 5242880/],
		['an empty file', IMAGE, { header_media: file({ sizeBytes: 0 }) }, 'Header image', /has 0 bytes/],
		['a latitude beyond the pole', 'a location header', { header_latitude: 91 }, 'Header latitude', /not a number from -90 to 90: 91/],
		['a longitude in words', 'a location header', { header_longitude: 'east' }, 'Header longitude', /not a number from -180 to 180: east/],
		['no product', 'a product header with its button', { header_product_id: ' ' }, 'Header product ID', /is empty/],
		['a coupon code that is too long', 'a coupon code', { button_1_code: 'x'.repeat(16) }, 'Button 1 code: "Copy offer code"', /16 characters long; WhatsApp allows 15/],
		['a coupon code in two words', 'a coupon code', { button_1_code: '25 OFF' }, 'Button 1 code: "Copy offer code"', /white space/],
		['a one-time code that is too long', 'a one-time code, asked for once', { code: 'x'.repeat(16) }, 'One-time code', /16 characters long/],
		['no one-time code', 'a one-time code, asked for once', { code: undefined }, 'One-time code', /is empty/],
		['no end of a link', LINKS, { button_2_suffix: '' }, 'Button 2 link end: "Track"', /is empty/],
		['only the beginning of a link', LINKS, { button_2_suffix: 'https://shop.example/track/' }, 'Button 2 link end: "Track"', /only the beginning of the link/],
		['another link', LINKS, { button_2_suffix: 'https://other.example/1' }, 'Button 2 link end: "Track"', /another link than that of the template: https:\/\/other/],
		['a link with a space', LINKS, { button_2_suffix: 'What is this?' }, 'Button 2 link end: "Track"', /^'[^']+' has a space or a line break, and no link may: What is this\?$/],
		['a link of another host without its scheme', LINKS, { button_2_suffix: 'www.shop.example/track/42' }, 'Button 2 link end: "Track"', /another link than/],
		['a link that ends in nothing', LINKS, { button_2_suffix: 'undefined' }, 'Button 2 link end: "Track"', /holds 'undefined'/],
		['a link that is too long', LINKS, { button_2_suffix: 'x'.repeat(2000) }, 'Button 2 link end: "Track"', /WhatsApp allows 2000/],
		['sections that are none', PRODUCTS, { button_1_sections: 'sku-1' }, 'Button 1 products: "View items"', /not JSON/],
		['a section without products', PRODUCTS, { button_1_sections: [{ title: 'New', products: [] }] }, 'Button 1 products: "View items"', /not a list of sections/],
		['a section without a title', PRODUCTS, { button_1_sections: [{ products: ['sku'] }] }, 'Button 1 products: "View items"', /not a list of sections/],
		['too many products', PRODUCTS, { button_1_sections: [{ title: 'New', products: products(31) }] }, 'Button 1 products: "View items"', /1 sections with 31 products; WhatsApp allows 10 with 30/],
		['too many sections', PRODUCTS, { button_1_sections: sections(11) }, 'Button 1 products: "View items"', /11 sections with 11 products/],
		['a title that is too long', PRODUCTS, { button_1_sections: [{ title: 'x'.repeat(25), products: ['sku'] }] }, 'Button 1 products: "View items"', /allows 24 characters/],
		['Flow data that is a list', 'a Flow with token and data', { button_1_flow_data: [1] }, 'Button 1 Flow data: "Book"', /not an object/],
		['minutes beyond a month', 'a call button', { button_1_ttl_minutes: 43_201 }, 'Button 1 minutes to call: "Call us"', /from 1 to 43200: 43201/],
		['half a minute', 'a call button', { button_1_ttl_minutes: 7.5 }, 'Button 1 minutes to call: "Call us"', /is not a whole number: 7.5/],
		['an offer without an end', OFFER, { offer_ends_at: null }, 'Offer end: "Expiring offer!"', /is empty/],
		['an offer whose end cannot be read', OFFER, { offer_ends_at: 'soon' }, 'Offer end: "Expiring offer!"', /not a timestamp/],
		['a body that is too long for an offer', OFFER, { body_1: 'x'.repeat(600) }, '1: Hello …, take a look.', /becomes 620 characters long with these values; WhatsApp allows 600/],
		['a tap target without a title', 'a tap target', { tap_target_title: '' }, 'Tap target title', /is empty/],
		['a tap target with a space', 'a tap target', { tap_target_link: 'https://shop.example/new in' }, 'Tap target link', /has a space or a line break, and no link may: https:/],
		['a picture whose link has a space', IMAGE, { header_media: 'https://shop.example/my photo.png' }, 'Header image', /has a space or a line break, and no link may: https:/],
		['a tap target without TLS', 'a tap target', { tap_target_link: 'http://shop.example' }, 'Tap target link', /begins with https/],
		['a card without its picture', CAROUSEL, { card_2_header_media: '' }, 'Card 2 image', /is empty/],
		['a card body that is too long', CAROUSEL, { card_1_body_price: 'x'.repeat(160) }, 'Card 1 price: Lavender for …', /becomes 173 characters.*allows 160/],
		['an order without a reference', ORDER, { button_1_reference: '' }, `Button 1 order reference: "Review and Pay"`, /is empty/],
		['an order reference with a space', ORDER, { button_1_reference: 'order 1042' }, `Button 1 order reference: "Review and Pay"`, /no reference that WhatsApp takes: order 1042/],
		['an order reference of 36 characters', ORDER, { button_1_reference: 'x'.repeat(36) }, `Button 1 order reference: "Review and Pay"`, /no reference that WhatsApp takes/],
		['an order without items', ORDER, { button_1_items: [] }, `Button 1 items: "Review and Pay"`, /is an empty list/],
		['an item without a name', ORDER, { button_1_items: [{ amount: 1 }] }, `Button 1 items: "Review and Pay"`, /has as item 1 one without a name/],
		['an item without an amount', ORDER, { button_1_items: [{ name: 'Tea' }] }, `Button 1 items: "Review and Pay"`, /item 1 'Tea' without an amount of at most two decimals: nothing/],
		['an item of a third of a cent', ORDER, { button_1_items: [{ name: 'Tea', amount: 1.333 }] }, `Button 1 items: "Review and Pay"`, /at most two decimals: 1.333/],
		['an item of a negative amount', ORDER, { button_1_items: [{ name: 'Tea', amount: -1 }] }, `Button 1 items: "Review and Pay"`, /at most two decimals: -1/],
		['an item reduced to words', ORDER, { button_1_items: [{ name: 'Tea', amount: 1, sale_amount: 'less' }] }, `Button 1 items: "Review and Pay"`, /a sale_amount that is no amount: "less"/],
		['an item that costs more when it is reduced', ORDER, { button_1_items: [{ name: 'Tea', amount: 1, sale_amount: 1 }] }, `Button 1 items: "Review and Pay"`, /a sale_amount that is not less than its amount: 1/],
		['an order that costs nothing', ORDER, { button_1_items: [{ name: 'Tea', amount: 0 }], button_1_tax: '', button_1_shipping: '', button_1_discount: '' }, `Button 1 items: "Review and Pay"`, /leaves nothing to be paid/],
		['an item with a misspelt sale price', ORDER, { button_1_items: [{ name: 'Tea', amount: 10, salePrice: 5 }] }, `Button 1 items: "Review and Pay"`, /item 1 'Tea' with what WhatsApp does not know: salePrice/],
		['an item of 61 characters', ORDER, { button_1_items: [{ name: 'x'.repeat(61), amount: 10 }] }, `Button 1 items: "Review and Pay"`, /a name of 61 characters; WhatsApp allows 60/],
		['a price in hexadecimal', ORDER, { button_1_items: [{ name: 'Tea', amount: '0x10' }] }, `Button 1 items: "Review and Pay"`, /at most two decimals: "0x10"/],
		['a price with an exponent', ORDER, { button_1_items: [{ name: 'Tea', amount: '1e3' }] }, `Button 1 items: "Review and Pay"`, /at most two decimals: "1e3"/],
		['a tax with a sign', ORDER, { button_1_tax: '+4' }, `Button 1 tax: "Review and Pay"`, /at most two decimals: \+4/],
		['words on a tax of 61 characters', ORDER, { button_1_tax_description: 'x'.repeat(61) }, `Button 1 words on the tax: "Review and Pay"`, /61 characters long; WhatsApp allows 60/],
		['words on a shipping that is not there', ORDER, { button_1_shipping: '', button_1_shipping_description: 'By courier' }, `Button 1 words on the shipping: "Review and Pay"`, /belongs to 'Button 1 shipping: "Review and Pay"', which is empty/],
		['words on a discount that is not there', ORDER, { button_1_discount: ' ', button_1_discount_description: 'Autumn' }, `Button 1 words on the discount: "Review and Pay"`, /belongs to 'Button 1 discount: "Review and Pay"', which is empty/],
		['words on an expiry that is not there', ORDER, { button_1_expires_at: '', button_1_expiry_description: 'Soon' }, `Button 1 words on the expiry: "Review and Pay"`, /belongs to 'Button 1 order expires at: "Review and Pay"', which is empty/],
		['an order that nobody can count', ORDER, { button_1_items: [{ name: 'Tea', amount: 9_000_000_000, quantity: 1e9 }] }, `Button 1 items: "Review and Pay"`, /comes to more than WhatsApp can count with/],
		['half an item', ORDER, { button_1_items: [{ name: 'Tea', amount: 1, quantity: 0.5 }] }, `Button 1 items: "Review and Pay"`, /no whole number from 1 on: 0.5/],
		['a way to pay that there is not', ORDER, { button_1_payment: 'cash' }, `Button 1 payment: "Review and Pay"`, /not one of those that there are: cash/],
		['a UPI link that is none', ORDER, { button_1_payment_code: 'https://pay.example' }, `Button 1 payment code: "Review and Pay"`, /not what UPI \(India\) needs/],
		['a UPI link without an account', ORDER, { button_1_payment_code: 'upi://pay?pn=Shop' }, `Button 1 payment code: "Review and Pay"`, /not what UPI \(India\) needs/],
		['a tax in words', ORDER, { button_1_tax: 'much' }, `Button 1 tax: "Review and Pay"`, /no amount of at most two decimals: much/],
		['a discount above the price', ORDER, { button_1_discount: 1000 }, `Button 1 discount: "Review and Pay"`, /leaves nothing to be paid/],
		['goods of another kind', ORDER, { button_1_goods: 'services' }, `Button 1 kind of goods: "Review and Pay"`, /not one of those that there are: services/],
		['addresses that are none', ORDER, { button_1_shipping_info: ['Mumbai'] }, `Button 1 shipping addresses: "Review and Pay"`, /no list of addresses/],
		['a Pix code without its account', 'an order to be paid by Pix', { button_1_pix_key: '' }, `Button 1 Pix key: "Copy Pix code"`, /is empty/],
		['a boleto that is too short', 'an order to be paid by boleto', { button_1_payment_code: '0339' }, `Button 1 payment code: "Review and Pay"`, /not what Boleto \(Brazil\) needs: 0339/],
		['a payment link without TLS', 'an order to be paid by a link', { button_1_payment_code: 'http://pay.example' }, `Button 1 payment code: "Review and Pay"`, /not what Payment Link \(Brazil\) needs/],
		['a payment request without its code', PAYMENTS, { button_2_payment_code: '' }, `Button 2 payment code: "Copy Pix code"`, /is empty/],
		['a boleto without all of its digits', PAYMENTS, { button_1_payment_code: '0339' }, `Button 1 payment code: "Copy Boleto code"`, /is not what Boleto needs: 0339/],
		['a payment link that is none', PAYMENTS, { button_3_payment_code: 'pay.example' }, `Button 3 payment code: "Open payment link"`, /is not what Payment Link needs: pay\.example/],
		['an order status that there is not', 'an order status', { order_status: 'lost' }, 'Order status', /not one of those that there are: lost/],
		['an order status without its order', 'an order status', { order_reference: '' }, 'Order reference', /is empty/],
		['a description of 121 characters', 'an order status', { order_description: 'x'.repeat(121) }, 'Order description', /121 characters long; WhatsApp allows 120/],
		['an amount in words', TYPED, { body_1: { amount: 'much', currency: 'EUR' } }, '1: You owe us … since', /is no amount: much/],
		['an amount without a currency', TYPED, { body_1: { amount: 5 } }, '1: You owe us … since', /has no currency of three letters/],
		['a point in time without one', TYPED, { body_2: { date_time: '' } }, '2: since ….', /is empty/],
		['a product card of which half is given', 'a carousel of products, one more than its template has', { card_3_header_catalog_id: '' }, 'Card 3 catalog ID', /is empty/],
		['a value for a card that is not there', CAROUSEL, { card_3_body_price: '1' }, 'card_3_body_price', /no variable for: card_3_body_price/],
	] as Array<[string, string, Record<string, unknown>, string, RegExp]>)('%s is named by its field', (_case, title, values, parameter, words) => {
		const error = refusalOf(title, values);

		expect(error.parameter).toBe(parameter);
		expect(error.message).toMatch(words);
		expect(error.advice).not.toBe('');
	});

	test.each([
		['an offer that has ended', OFFER, { offer_ends_at: '2026-11-24T12:00:00.000Z' }, 'Offer end: "Expiring offer!"'],
		['an order that has expired', ORDER, { button_1_expires_at: '2026-11-24T11:00:00Z' }, `Button 1 order expires at: "Review and Pay"`],
	])('%s is made all the same, and may leave no more', (_case, title, values, parameter) => {
		const { template, values: usual } = caseOf(title);
		const { tooLate } = toTemplateMessage(readTemplate(template), { now: NOW, values: { ...usual, ...values } });
		expect(tooLate).toMatchObject({ parameter, message: expect.stringMatching(/is in the past/), advice: expect.stringMatching(/still to come/) });
		expect(toTemplateMessage(readTemplate(template), { now: NOW, values: usual }).tooLate).toBeUndefined();
	});

	test.each([
		['a sum with a part that is missing', Number.NaN, /is NaN, which is what a calculation gives that went wrong/],
		['a division by nothing', Infinity, /is Infinity/],
		['what has no width', '\u200b\u2060', /is empty/],
		['what every object has', Object, /is not text/],
	])('is %s', (_case, body_order_id, words) => {
		expect(refusalOf('a body with named variables', { body_order_id }).message).toMatch(words);
	});

	test('is cleaned on request where people read it', () => {
		const template = readTemplate({ components: [{ type: 'BODY', text: 'To {{1}}!' }] });
		const values = { body_1: 'Main Street 1\n12345\tTown' };

		expect(toTemplateMessage(template, { now: NOW, values, cleansTexts: true }).renderedText).toBe('To Main Street 1 · 12345 Town!');
	});

	test('is one that says nothing but line breaks, also when it is cleaned', () => {
		expect(refusalOf('a body with named variables', { body_order_id: '\u0085\u2028x' }).message).toMatch(/line break/);
		expect(refusalOf('a body with named variables', { body_order_id: '\u0085' }, { cleansTexts: true }).message).toMatch(/is empty/);
	});
});

describe('a file', () => {
	const { template } = caseOf('a document header with a file name');

	test('is sent under its own name once it is uploaded', () => {
		const header_media = file({ mimeType: 'application/pdf', fileName: '1042.pdf', mediaId: '77' });
		const { payload, renderedText } = toTemplateMessage(readTemplate(template), { now: NOW, values: { header_media } });

		expect(payload.template.components).toEqual([
			{ type: 'header', parameters: [{ type: 'document', document: { id: '77', filename: '1042.pdf' } }] },
		]);
		expect(renderedText).toBe('[document: 1042.pdf]\n\nHello from the shop.');
	});

	test('may be named by its media ID', () => {
		const { payload } = toTemplateMessage(readTemplate(template), { now: NOW, values: { header_media: '1037543291543636' } });

		expect(payload.template.components).toEqual([
			{ type: 'header', parameters: [{ type: 'document', document: { id: '1037543291543636' } }] },
		]);
	});
});

describe('the end of an offer', () => {
	test('is read in the zone of the workflow', () => {
		const { template, values } = caseOf(OFFER);
		const given = { ...values, offer_ends_at: '2026-12-24T18:00:00' };
		const { renderedText } = toTemplateMessage(readTemplate(template), { now: NOW, values: given, zone: 'Europe/Berlin' });

		expect(renderedText).toContain('(until 2026-12-24T17:00:00.000Z)');
	});
});

describe('toTemplateFields', () => {
	test.each([
		[CAROUSEL, ['body_first_name', 'card_1_header_media', 'card_1_body_price', 'card_1_button_1_payload', 'card_1_button_2_suffix', 'card_2_header_media', 'card_2_body_price', 'card_2_button_1_payload', 'card_2_button_2_suffix']],
		[OFFER, ['offer_ends_at', 'header_media', 'body_1', 'button_1_code', 'button_2_suffix', 'tap_target_link', 'tap_target_title']],
		['a one-time code, asked for once', ['code']],
		['a body without variables', []],
		['an order status', ['order_reference', 'order_status', 'order_description', 'body_1']],
	])('lists what %s takes, in the order in which it is read', (title, ids) => {
		expect(toTemplateFields(readTemplate(caseOf(title).template)).map(({ id }) => id)).toEqual(ids);
	});

	test('shows an example of what follows in a link', () => {
		const [suffix] = toTemplateFields(readTemplate(caseOf(LINKS).template));

		expect(suffix).toMatchObject({ label: 'Button 2 link end: "Track"', example: 'JD0001', hint: 'e.g. JD0001, what follows https://shop.example/track/' });
	});

	test.each(templateCorpus.map(({ title, template }) => [title, template] as const))('names no two fields of %s alike', (_title, template) => {
		const fields = toTemplateFields(readTemplate(template));

		expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
		expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
	});

	test('gives every refusal a class that names its parameter', () => {
		expect(refusalOf(IMAGE, { header_media: '' })).toBeInstanceOf(TemplateParameterError);
	});
});
