import { checkLength } from './checkLength';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftButton, DraftOffer } from './TemplateDraft';

/**
 * Checks a limited-time offer and the buttons that it needs: a link always, and the code before it when the offer ends.
 *
 * @param buttons - undefined where they stay as they are
 * @throws {TemplateParameterError} when its text is empty or too long, or a button is missing or stands in another place
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates (read 2026-11-27)
 */
export function checkOffer({ text, expires }: DraftOffer, buttons: DraftButton[] | undefined): void {
	checkLength('Offer Text', text, DRAFT_LIMITS.offerText);
	if (text.includes('{{')) refuse('Offer Text', 'has a variable, which WhatsApp does not allow there.', 'Move it into the body.');
	if (buttons) checkOfferButtons(buttons, expires);
}

function checkOfferButtons(buttons: DraftButton[], expires: boolean): void {
	const stranger = buttons.find(({ type }) => type !== 'COPY_CODE' && type !== 'URL');
	if (stranger) {
		refuse('Buttons', 'can only copy the offer code and open a website beside a limited-time offer.', 'Take the others out.');
	}
	if (!buttons.some(({ type }) => type === 'URL')) {
		refuse('Buttons', "has no 'Visit Website', which a limited-time offer needs.", 'Add it, with the page where the offer is used.');
	}
	const codePlace = buttons.findIndex(({ type }) => type === 'COPY_CODE');
	if (expires && codePlace === -1) {
		const advice = "Add it as the first button, or switch 'Offer Ends' off.";
		refuse('Buttons', "has no 'Copy Offer Code', which an offer that ends needs.", advice);
	}
	if (codePlace > 0) refuse('Buttons', "has 'Copy Offer Code' behind another button.", 'Put it first.');
}
