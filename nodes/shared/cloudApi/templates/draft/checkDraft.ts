import { templatePlaceholders } from '../templatePlaceholders';
import { BUTTON_NAMES, CHECKOUT_TEXT } from './buttonWords';
import { checkButtons } from './checkButtons';
import { checkCards } from './checkCards';
import { checkDraftText } from './checkDraftText';
import { checkEdges } from './checkEdges';
import { checkLength } from './checkLength';
import { checkOffer } from './checkOffer';
import { checkSample } from './checkSample';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftHeader, TemplateDraft } from './TemplateDraft';

// Asterisks and backticks anywhere; _ and ~ only where WhatsApp makes letters slanted or struck through: around words.
const REFUSED_IN_HEADER =
	/[\r\n*`]|(?<![\p{L}\p{N}])([_~])(?=\S)[^_~]+(?<=\S)\1(?![\p{L}\p{N}])|\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u;

const FORMATS_BESIDE_OFFER = new Set<DraftHeader['format']>(['NONE', 'IMAGE', 'VIDEO']);

/**
 * Checks the parts of a template's definition that are given, before anything of it is uploaded or submitted.
 *
 * @throws {TemplateParameterError} when Meta would refuse one of them; names the field as the form shows it
 */
export function checkDraft(draft: TemplateDraft): void {
	const { header, body, footer, buttons, offer, cards, parameterFormat, hasOffer = offer !== undefined } = draft;
	if (header) checkHeader(header, parameterFormat);
	if (hasOffer) checkBesideOffer({ header, footer });
	if (body) {
		checkLength('Body', body.text, bodyLimit(draft));
		checkDraftText(body, { label: 'Body', exampleLabel: 'Example Values', format: parameterFormat });
		checkEdges('Body', body.text);
	}
	if (footer !== undefined && footer !== '') checkFooter(footer);
	if (buttons) checkButtons(buttons);
	if (header && buttons) {
		checkProduct(header, buttons);
		checkOrderHeader(header, buttons);
	}
	if (offer) checkOffer(offer, buttons);
	if (cards) checkCards(cards, parameterFormat);
}

function bodyLimit({ offer, buttons = [], hasOffer = offer !== undefined }: TemplateDraft): number {
	if (hasOffer) return DRAFT_LIMITS.offerBody;
	return buttons.some(({ type }) => type === 'SPM') ? DRAFT_LIMITS.productBody : DRAFT_LIMITS.body;
}

function checkHeader(header: DraftHeader, format: TemplateDraft['parameterFormat']): void {
	if ('sample' in header) return checkSample('Sample File Field Name', header.format, header.sample);
	if (header.format !== 'TEXT') return;
	const { text } = header;
	checkLength('Header Text', text.text, DRAFT_LIMITS.header);
	// Names of variables may hold underscores, and formatting may be around them.
	if (REFUSED_IN_HEADER.test(text.text.replace(/\{\{[^{}]*\}\}/g, 'x'))) {
		refuse('Header Text', 'holds a line break, formatting or an emoji, which WhatsApp refuses there.', 'Take it out.');
	}
	const count = templatePlaceholders(text.text).length;
	if (count > DRAFT_LIMITS.headerVariables) {
		refuse('Header Text', `has ${count} variables; WhatsApp allows ${DRAFT_LIMITS.headerVariables}.`, 'Move the others into the body.');
	}
	checkDraftText(text, { label: 'Header Text', exampleLabel: 'Header Example', format });
}

function checkBesideOffer({ header, footer = '' }: Pick<TemplateDraft, 'header' | 'footer'>): void {
	if (header && !FORMATS_BESIDE_OFFER.has(header.format)) {
		refuse('Header', 'can only be an image or a video beside a limited-time offer.', 'Choose one of these, or none.');
	}
	if (footer !== '') refuse('Footer', 'cannot stand beside a limited-time offer.', 'Leave it empty.');
}

/** A product above the body and the button that shows it come together or not at all. */
function checkProduct({ format }: DraftHeader, buttons: NonNullable<TemplateDraft['buttons']>): void {
	const shows = buttons.some(({ type }) => type === 'SPM');
	if (shows === (format === 'PRODUCT')) return;
	if (shows) refuse('Header', `is no product, which the button '${BUTTON_NAMES.SPM}' needs.`, "Choose 'Product'.");
	refuse('Buttons', `has no '${BUTTON_NAMES.SPM}', which a product as header needs.`, 'Add it, or choose another header.');
}

/**
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orderdetailstemplate (read 2026-11-27)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta (dated 2026-05-06)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/checkout-button-templates (read 2025-12)
 */
function checkOrderHeader({ format }: DraftHeader, buttons: NonNullable<TemplateDraft['buttons']>): void {
	const order = buttons.find(({ type }) => type === 'ORDER_DETAILS' || type === 'PAYMENT_REQUEST');
	if (order === undefined) return;
	if (order.text === CHECKOUT_TEXT) {
		if (format === 'IMAGE' || format === 'VIDEO') return;
		refuse('Header', `is no image and no video, one of which stands above '${CHECKOUT_TEXT}'.`, 'Choose one of these.');
	}
	if (['NONE', 'TEXT', 'IMAGE', 'DOCUMENT'].includes(format)) return;
	refuse('Header', `cannot be a ${format.toLowerCase()} above '${BUTTON_NAMES[order.type]}'.`, 'Choose a text, an image, a document, or none.');
}

function checkFooter(footer: string): void {
	checkLength('Footer', footer, DRAFT_LIMITS.footer);
	if (!/\{\{|\}\}/.test(footer)) return;
	refuse('Footer', 'has a variable, which WhatsApp does not allow there.', 'Move it into the body.');
}
