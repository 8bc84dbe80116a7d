import type { TemplateComponent } from '../TemplateDefinition.ts';
import { templateProblem } from './templateProblem.ts';

const OFFER_CHARACTERS = 16;

/**
 * Checks a limited-time offer: for marketing only, with a short text, a link, the code before it when it ends, an image or a
 * video at most, and no footer.
 *
 * @throws {GraphError} 100
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates (read 2026-09-11)
 */
export function checkTemplateOffer(components: readonly TemplateComponent[], category: string): void {
	const find = (wanted: string) => components.find(({ type }) => type === wanted);
	const component = find('LIMITED_TIME_OFFER');
	if (!component) return;
	const text = component.limited_time_offer?.text ?? '';
	if (category !== 'MARKETING') throw templateProblem('other', 'A limited-time offer is for marketing templates.');
	if (text === '') throw templateProblem('other', 'The limited-time offer has no text.');
	if ([...text].length > OFFER_CHARACTERS) {
		throw templateProblem('length', `The text of an offer may have ${OFFER_CHARACTERS} characters.`);
	}
	checkOfferButtons(find('BUTTONS')?.buttons?.map(({ type }) => type) ?? [], component.limited_time_offer?.has_expiration === true);
	if (find('FOOTER')) throw templateProblem('footer', 'A template with a limited-time offer has no footer.');
	const format = find('HEADER')?.format ?? 'IMAGE';
	if (format === 'IMAGE' || format === 'VIDEO') return;
	throw templateProblem('header', 'The header beside a limited-time offer is an image or a video.');
}

function checkOfferButtons(types: readonly string[], ends: boolean): void {
	if (!types.includes('URL')) throw templateProblem('other', 'A limited-time offer needs a URL button.');
	if (ends && !types.includes('COPY_CODE')) throw templateProblem('other', 'An offer that ends needs a COPY_CODE button.');
	if (types.indexOf('COPY_CODE') <= 0) return;
	throw templateProblem('other', 'The COPY_CODE button of a limited-time offer comes first.');
}
