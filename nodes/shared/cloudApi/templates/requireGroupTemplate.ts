import type { MessageTemplate } from './MessageTemplate';
import { TemplateParameterError } from './TemplateParameterError';

const HEADERS = new Set(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT']);
/** Buttons that open a link, answer with their words, dial or copy: Meta's page does not say that they work, nor that they do not. */
const BUTTONS = new Set(['URL', 'QUICK_REPLY', 'PHONE_NUMBER', 'COPY_CODE']);

/**
 * Refuses a template that cannot be sent to a group: Meta names those of text and media, and says of authentication, commerce, calls and
 * interactive messages that they do not work.
 *
 * @throws {TemplateParameterError} for every other one
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups (dated 2026-06-16)
 */
export function requireGroupTemplate(template: MessageTemplate): void {
	const [unfit] = unfitPartsOf(template);
	if (unfit === undefined) return;
	throw new TemplateParameterError(
		'Template',
		`The template '${template.name}' ${unfit}, and 'Recipient' is a group, which takes templates of text and media alone. Nothing was sent.`,
		"Choose another template, or send this one to each person of the group by a phone number in 'Recipient'.",
	);
}

function unfitPartsOf({ category, subCategory, cards, offer, header, buttons }: MessageTemplate): string[] {
	const button = buttons.find(({ type }) => !BUTTONS.has(type));
	return [
		...(category === 'AUTHENTICATION' ? ['is an authentication template'] : []),
		...(cards.length > 0 ? ['is a carousel'] : []),
		...(offer ? ['has an offer that ends'] : []),
		...(subCategory?.startsWith('ORDER_') ? ['is about an order'] : []),
		...(header && !HEADERS.has(header.format) ? [`has a header of the kind ${header.format}`] : []),
		...(button ? [`has a button of the kind ${button.type}`] : []),
	];
}
