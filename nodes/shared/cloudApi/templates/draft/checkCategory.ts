import { BUTTON_NAMES } from './buttonWords';
import { refuse } from './refuse';
import type { TemplateDraft } from './TemplateDraft';

const MARKETING_BUTTONS = ['CATALOG', 'MPM', 'SPM'];

/**
 * Makes sure that a template of this category may have the parts of a draft.
 *
 * @param category - MARKETING or UTILITY
 * @throws {TemplateParameterError} for offers, carousels, catalogs, products and short videos in a utility template
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates (read 2026-11-27)
 */
export function checkCategory({ header, buttons = [], offer, cards }: TemplateDraft, category: string): void {
	if (category === 'MARKETING') return;
	const button = buttons.find(({ type }) => MARKETING_BUTTONS.includes(type));
	const part = offer ? 'a limited-time offer' : cards ? 'a carousel' : button ? `the button '${BUTTON_NAMES[button.type]}'` : undefined;
	const forMarketing = part ?? (header?.format === 'GIF' ? "the header 'GIF'" : undefined);
	if (forMarketing === undefined) return;
	refuse('Category', `is ${category.toLowerCase()}, and WhatsApp takes ${forMarketing} in marketing templates only.`, "Choose 'Marketing', or take that part out.");
}
