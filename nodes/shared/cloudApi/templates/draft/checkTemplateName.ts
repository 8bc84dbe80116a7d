import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';

/**
 * Checks the name of a new template.
 *
 * @throws {TemplateParameterError} when it is empty, too long, or holds anything but lowercase letters, digits and underscores
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview (read 2026-09-11)
 */
export function checkTemplateName(name: string): void {
	const advice = 'Write lowercase letters, digits and underscores, for example order_update.';
	if (name === '') refuse('Name', 'is empty.', advice);
	if (name.length > DRAFT_LIMITS.name) {
		refuse('Name', `is ${name.length} characters long; WhatsApp allows ${DRAFT_LIMITS.name}.`, 'Choose a shorter name.');
	}
	if (!/^[a-z0-9_]+$/.test(name)) refuse('Name', `holds what WhatsApp does not allow in names: ${name.slice(0, 80)}`, advice);
}
