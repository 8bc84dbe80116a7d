import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { definitionCorpus, HANDLE } from '../fixtures/templates/definitions';
import { openTemplateAdmin, type TemplateAdminStage } from '../support/openTemplateAdmin';
import { toBinary } from '../support/openTemplateStage';

const APP_ID = '645829310472918';
const HEADING = new Set(['name', 'language', 'parameter_format']);

let stage: TemplateAdminStage;

beforeEach(async () => {
	stage = await openTemplateAdmin();
	stage.proxy.interfere = passUpload;
});
afterEach(async () => await stage.close());

/** The proxy knows no headers of uploads. */
async function passUpload({ method, url, authorization, body }: Parameters<TemplateAdminStage['proxy']['interfere']>[0]) {
	if (!/upload/.test(url)) return undefined;
	const answer = await fetch(`${stage.simulator.url}${url}`, { method, headers: { authorization, file_offset: '0' }, ...(body !== '' && { body }) });
	return { answer: (await answer.json()) as unknown };
}

const item = (): INodeExecutionData => ({
	json: {},
	binary: {
		picture: toBinary('picture', { mimeType: 'image/png' }),
		otherPicture: toBinary('other picture', { mimeType: 'image/jpeg' }),
		clip: toBinary('clip', { mimeType: 'video/mp4' }),
		paper: toBinary('%PDF-1.7', { mimeType: 'application/pdf' }),
	},
});

async function create(parameters: IDataObject) {
	const credential = { ...stage.credential, appId: APP_ID };
	return await stage.run('create', { name: 'any_kind', ...parameters }, [item()], { credential });
}

/** What Meta was asked for beside the name and its like, with one word for every handle. */
function asked(path: string): Record<string, unknown> | undefined {
	const request = stage.proxy.requests.find((each) => each.path.endsWith(`/${path}`) && each.method === 'POST');
	const body = request?.body.replace(/"header_handle":\["[^"]+"\]/g, `"header_handle":["${HANDLE}"]`);
	if (body === undefined) return undefined;
	return Object.fromEntries(Object.entries(JSON.parse(body) as IDataObject).filter(([key]) => !HEADING.has(key)));
}

describe('Template: Create, for every kind of template', () => {
	test.each(definitionCorpus.map((each) => [each.title, each] as const))('makes %s as Meta documents it, and Meta takes it', async (_title, each) => {
		const { outputs, error } = await create(each.parameters);

		expect(error && `${error.message} ${error.description}`).toBeUndefined();
		expect(asked(each.path ?? 'message_templates')).toEqual(each.request);
		const texts = (outputs[0] ?? []).map(({ json }) => json.text);
		expect(new Set(texts)).toEqual(new Set([each.text]));
	});

	it('uploads a sample that several cards share once', async () => {
		const cards = { values: [{ sampleField: 'picture', buttons: { values: [{ type: 'QUICK_REPLY', text: 'More' }] } }, { sampleField: 'picture' }, { sampleField: 'otherPicture' }] };
		const { error } = await create({ category: 'MARKETING', kind: 'mediaCarousel', body: 'New plants.', cards });
		expect(error?.message).toBeUndefined();
		expect(stage.proxy.requests.filter(({ path }) => path.endsWith('/uploads'))).toHaveLength(2);
	});

	it('gives one item for each language, and changes those that exist when it runs again', async () => {
		const parameters = { category: 'AUTHENTICATION', options: { furtherLanguages: ['de'] } };
		const first = await create(parameters);
		const again = await create(parameters);
		const shown = first.outputs[0]?.map(({ json }) => [json.name, json.language, json.category, json.status]);
		expect(shown).toEqual([
			['any_kind', 'en_US', 'AUTHENTICATION', 'PENDING'],
			['any_kind', 'de', 'AUTHENTICATION', 'PENDING'],
		]);
		expect(again.outputs[0]?.map(({ json }) => json.id)).toEqual(first.outputs[0]?.map(({ json }) => json.id));
		expect(await stage.templates('any_kind')).toHaveLength(2);
	});

	it('takes the kinds of an expression, and ignores what the form of another kind holds', async () => {
		const { error } = await create({ category: 'MARKETING', kind: 'callPermission', body: 'May we call you?', buttons: { values: [{ type: 'QUICK_REPLY', text: 'Yes' }] }, offerText: 'Old' });
		expect(error?.message).toBeUndefined();
		expect(asked('message_templates')?.components).toEqual([{ type: 'BODY', text: 'May we call you?' }, { type: 'CALL_PERMISSION_REQUEST' }]);
	});
});

const list = (...values: IDataObject[]) => ({ values });
const reply = { type: 'QUICK_REPLY', text: 'More' };
const link = { type: 'URL', text: 'Shop', url: 'https://shop.example' };
const coupon = { type: 'COPY_CODE', code: 'TEA' };
const marketing = (more: IDataObject): IDataObject => ({ category: 'MARKETING', body: 'Hello.', ...more });
const withButton = (button: IDataObject) => marketing({ buttons: list(button) });
const offer = (...buttons: IDataObject[]) => marketing({ kind: 'offer', offerText: 'Now', buttons: list(...buttons) });
const cards = (...values: IDataObject[]) => marketing({ kind: 'mediaCarousel', cards: list(...values) });
const card = (more: IDataObject = {}): IDataObject => ({ sampleField: 'picture', text: 'A fern', buttons: list(reply), ...more });
const code = (more: IDataObject): IDataObject => ({ category: 'AUTHENTICATION', otpType: 'ONE_TAP', apps: list({ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }), ...more });
const flow = (more: IDataObject) => withButton({ type: 'FLOW', text: 'Book', ...more });
const deepLink = (more: IDataObject) => withButton({ ...link, deepLink: { link: 'shop://sale', ...more } });

/** What is refused before a request is made: the title, the parameters, the beginning of the sentence. */
const refusals: Array<[string, IDataObject, string]> = [
	['a kind that there is not', marketing({ kind: 'poll' }), "'Kind' is not one that there is: poll"],
	['an order status for marketing', marketing({ kind: 'orderStatus' }), "'Kind' is Order Status, and WhatsApp takes that in utility templates only."],
	['an offer in a utility template', { ...offer(coupon, link), category: 'UTILITY' }, "'Category' is utility, and WhatsApp takes a limited-time offer in marketing templates only."],
	['a carousel in a utility template', { ...cards(card(), card()), category: 'UTILITY' }, "'Category' is utility, and WhatsApp takes a carousel in marketing templates only."],
	['a catalog in a utility template', { ...withButton({ type: 'CATALOG' }), category: 'UTILITY' }, "'Category' is utility, and WhatsApp takes the button 'View Catalog' in marketing templates only."],
	['a GIF in a utility template', { category: 'UTILITY', body: 'Hello.', headerType: 'GIF', headerSampleField: 'clip' }, "'Category' is utility, and WhatsApp takes the header 'GIF' in marketing templates only."],
	['an empty offer', { ...offer(coupon, link), offerText: '' }, "'Offer Text' is empty."],
	['an offer of 17 characters', { ...offer(coupon, link), offerText: 'x'.repeat(17) }, "'Offer Text' is 17 characters long; WhatsApp allows 16."],
	['an offer with a variable', { ...offer(coupon, link), offerText: 'For {{1}}' }, "'Offer Text' has a variable, which WhatsApp does not allow there."],
	['an offer without a link', offer(coupon), "'Buttons' has no 'Visit Website', which a limited-time offer needs."],
	['an offer that ends without a code', offer(link), "'Buttons' has no 'Copy Offer Code', which an offer that ends needs."],
	['an offer with its code last', offer(link, coupon), "'Buttons' has 'Copy Offer Code' behind another button."],
	['an offer with a quick reply', offer(coupon, link, reply), "'Buttons' can only copy the offer code and open a website beside a limited-time offer."],
	['an offer below a text', { ...offer(coupon, link), headerType: 'TEXT', headerText: 'Sale' }, "'Header' can only be an image or a video beside a limited-time offer."],
	['an offer with a body of 601 characters', { ...offer(coupon, link), body: 'x'.repeat(601) }, "'Body' is 601 characters long; WhatsApp allows 600."],
	['one card', cards(card()), "'Cards' has 1; WhatsApp takes 2 to 10."],
	['eleven cards', cards(...Array.from({ length: 11 }, () => card())), "'Cards' has 11; WhatsApp takes 2 to 10."],
	['a card text of 161 characters', cards(card(), card({ text: 'x'.repeat(161) })), "'Card 2 Text' is 161 characters long; WhatsApp allows 160."],
	['a card variable without an example', cards(card(), card({ text: 'For {{1}} only' })), "'Card 2 Example Values' has no example for {{1}}."],
	['a card text that ends with a variable', cards(card({ text: 'For {{1}}', examples: list({ name: '1', example: '5' }) }), card()), "'Card 1 Text' begins or ends with a variable"],
	['a card without a sample', cards(card(), card({ sampleField: 'nothing' })), "'Card 2 Sample File Field Name' names a file that the item does not have: nothing"],
	['a card with a sample of another kind', cards(card(), card({ sampleField: 'clip' })), "'Card 2 Sample File Field Name' names a file of the type video/mp4, which cannot be the header 'image'."],
	['cards without a button', cards(card({ buttons: {} }), card({ buttons: {} })), "'Card 1 Buttons' is empty, and every card needs a button."],
	['a card with three buttons', cards(card({ buttons: list(reply, reply, link) }), card()), "'Card 1 Buttons' has 3 buttons; WhatsApp allows 2 in a card."],
	['a card with a Flow', cards(card({ buttons: list({ type: 'FLOW', text: 'Go', flowId: '1' }) }), card()), "'Card 1 Buttons' has 'Complete Flow', which no card can have."],
	['a card with the checkout last', cards(card({ buttons: list(reply, { type: 'ORDER_DETAILS' }) }), card()), "'Card 1 Buttons' has 'Pay for Order' behind another button."],
	['a card with a link that is none', cards(card({ buttons: list({ ...link, url: 'shop' }) }), card({ buttons: {} })), "'Card 1 Button 1 URL' is no address: shop"],
	['cards with other buttons', cards(card(), card({ buttons: list(link) })), "'Card 2' has other parts than the first card: a text and 'Visit Website' instead of a text and 'Quick Reply'."],
	['cards of which one has no text', cards(card(), card({ text: '' })), "'Card 2' has other parts than the first card: no text and 'Quick Reply'"],
	['a product card with a link that is none', marketing({ kind: 'productCarousel', productButton: 'URL', productButtonText: 'Buy', productUrl: 'shop' }), "'Card 1 Button 1 URL' is no address: shop"],
	['a product button without its header', withButton({ type: 'SPM' }), "'Header' is no product, which the button 'View Product' needs."],
	['a product header without its button', marketing({ headerType: 'PRODUCT' }), "'Buttons' has no 'View Product', which a product as header needs."],
	['a product with a body of 161 characters', { ...withButton({ type: 'SPM' }), headerType: 'PRODUCT', body: 'x'.repeat(161) }, "'Body' is 161 characters long; WhatsApp allows 160."],
	['a checkout without a picture', withButton({ type: 'ORDER_DETAILS', orderText: 'Buy now' }), "'Header' is no image and no video, one of which stands above 'Buy now'."],
	['an order below a place', { ...withButton({ type: 'ORDER_DETAILS' }), headerType: 'LOCATION' }, "'Header' cannot be a location above 'Pay for Order'."],
	['a payment request without its sample', withButton({ type: 'PAYMENT_REQUEST' }), "'Button 1 Payment Sample' is empty."],
	['a payment request with a sample that cannot be right', withButton({ type: 'PAYMENT_REQUEST', paymentKind: 'payment_link', paymentSample: 'pay.example' }), "'Button 1 Payment Sample' is not what Payment Link needs: pay.example"],
	['a payment request for a payment that there is not', withButton({ type: 'PAYMENT_REQUEST', paymentKind: '={{ "cash" }}', paymentSample: '1' }), "'Button 1 Payment' is not one that WhatsApp knows: cash"],
	['two payment requests by Pix', marketing({ buttons: list(...['a', 'b'].map((paymentSample) => ({ type: 'PAYMENT_REQUEST', paymentSample }))) }), "'Buttons' asks twice for a payment by Pix."],
	['a payment request below a video', { ...withButton({ type: 'PAYMENT_REQUEST', paymentSample: 'a' }), headerType: 'VIDEO', headerSampleField: 'clip' }, "'Header' cannot be a video above 'Request Payment'."],
	['two catalogs', marketing({ buttons: list({ type: 'CATALOG' }, { type: 'CATALOG' }) }), "'Buttons' has 2 of the kind 'View Catalog'; WhatsApp allows 1."],
	['a button that there is not', withButton({ type: '={{ "POLL" }}', text: 'Vote' }), "'Button 1 Type' is not one that WhatsApp knows: POLL"],
	['a Flow without a name', flow({ flowFrom: 'name', flowName: '' }), "'Button 1 Flow Name' is empty."],
	['a Flow whose JSON is none', flow({ flowFrom: 'json', flowJson: '{' }), "'Button 1 Flow JSON' is no Flow with at least one screen."],
	['a Flow without a screen', flow({ flowFrom: 'json', flowJson: '{"version":"7.0","screens":[]}' }), "'Button 1 Flow JSON' is no Flow with at least one screen."],
	['a link into an app that is none', deepLink({ link: 'sale' }), "'Button 1 Android Deep Link' is no link into an app: sale"],
	['a link into an app without the link', deepLink({ link: '', fallbackUrl: 'https://a.example' }), "'Button 1 Android Deep Link' is empty."],
	['a link into an app without a number', deepLink({ appId: 'shop' }), "'Button 1 Meta App ID' is not a number: shop"],
	['a fallback that is no address', deepLink({ fallbackUrl: 'store.example' }), "'Button 1 Fallback URL' is no address: store.example"],
	['a fallback with a space', deepLink({ fallbackUrl: 'https://store.example/the shop' }), "'Button 1 Fallback URL' has a space or a line break, and no link may: https://store.example/the shop"],
	['a link into an app with a space', deepLink({ link: 'shop://the sale' }), "'Button 1 Android Deep Link' has a space or a line break, and no link may: shop://the sale"],
	['a code without an app', code({ apps: {} }), "'Apps' is empty, and WhatsApp has to know which app the code goes to."],
	['a code for six apps', code({ apps: list(...Array.from({ length: 6 }, () => ({ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }))) }), "'Apps' has 6 apps; WhatsApp allows 5."],
	['an app without a dot in its name', code({ apps: list({ packageName: 'shop', signatureHash: 'K8a/AINcGX7' }) }), "'App 1 Package Name' is no name of an Android app: shop"],
	['a signature hash with a space', code({ apps: list({ packageName: 'com.example.shop', signatureHash: 'K8a/ INcGX7' }) }), "'App 1 Signature Hash' has a space or a line break: K8a/ INcGX7"],
	['a signature hash of 10 characters', code({ apps: list({ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX' }) }), "'App 1 Signature Hash' is 10 characters long; WhatsApp wants 11."],
	['zero-tap codes without the terms', code({ otpType: 'ZERO_TAP' }), "'Accept Zero-Tap Terms' is off, and WhatsApp takes no zero-tap template without it."],
	['an autofill text of 26 characters', code({ autofillText: 'x'.repeat(26) }), "'Autofill Button Text' is 26 characters long; WhatsApp allows 25."],
	['further languages for another category', marketing({ category: '={{ "MARKETING" }}', options: { furtherLanguages: ['de'] } }), "'Further Languages' is for authentication templates, whose text is WhatsApp's own; this one is marketing."],
	['a further language that there is not', code({ options: { furtherLanguages: '={{ ["german"] }}' } }), "'Further Languages' is not one that WhatsApp knows: german"],
	['creative optimizations of a utility template', { category: '={{ "UTILITY" }}', body: 'Hello.', options: { creativeOff: ['image_touchups'] } }, "'Creative Optimizations Off' is for marketing templates; this one is utility."],
	['a creative optimization that there is not', marketing({ options: { creativeOn: '={{ ["sparkle"] }}' } }), "'Creative Optimizations On' has one that WhatsApp does not know: sparkle"],
	['a creative optimization both ways', marketing({ options: { creativeOff: ['image_animation'], creativeOn: ['image_animation'] } }), "'Creative Optimizations On' has 'Image Animation', which is switched off as well."],
	['a sub-category that is no word', marketing({ options: { subCategory: '={{ "order status" }}' } }), "'Sub-Category' is not one that WhatsApp knows: ORDER STATUS"],
];

describe('Template: Create, before any request for a kind of template', () => {
	test.each(refusals)('refuses %s', async (_title, parameters, message) => {
		const { error } = await create(parameters);
		expect(error?.message).toEqual(expect.stringContaining(message));
		expect(error?.description).toMatch(/\.$/);
		expect(stage.proxy.requests).toEqual([]);
	});
});
