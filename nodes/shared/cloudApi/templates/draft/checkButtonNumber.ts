import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftButton } from './TemplateDraft';

/**
 * Checks the number that a button calls.
 *
 * @param label - names a field of the button
 * @throws {TemplateParameterError} when it is no number, or longer than WhatsApp allows
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkButtonNumber(label: (field: string) => string, { phoneNumber }: Pick<DraftButton, 'phoneNumber'>): void {
	if (!/^\+?\d[\d ().-]*$/.test(phoneNumber)) {
		const advice = 'Write it with the country code, for example +12025550143.';
		refuse(label('Phone Number'), `is no phone number: ${phoneNumber.slice(0, 40)}`, advice);
	}
	if (phoneNumber.length <= DRAFT_LIMITS.phoneNumber) return;
	const words = `is ${phoneNumber.length} characters long; WhatsApp allows ${DRAFT_LIMITS.phoneNumber}.`;
	refuse(label('Phone Number'), words, 'Leave spaces and brackets out.');
}
