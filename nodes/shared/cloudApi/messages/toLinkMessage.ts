import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST } from './messageLimits';
import { readLink } from './readLink';
import { readWords } from './readWords';

/**
 * Makes a message with a button that opens a link.
 *
 * @param form - `linkLabel`, `linkUrl`; and what `interactiveMessage` takes
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages (read 2026-09-11)
 */
export function toLinkMessage(form: MessageForm): FreeFormMessage {
	const parameters = {
		display_text: readWords('Button Label', form.linkLabel, LONGEST.linkLabel).trim(),
		url: readLink('Button URL', form.linkUrl),
	};
	return interactiveMessage({ type: 'cta_url', action: { name: 'cta_url', parameters }, headers: 'any', others: ['the link'] }, form);
}
