import { linkFault } from '../../../domain/linkFault';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftDeepLink } from './TemplateDraft';

/**
 * Checks the place in an app that a link button opens.
 *
 * @param label - names a field of the button
 * @throws {TemplateParameterError} when the app, the link or what opens instead of it is missing or none
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/deep-links (read 2026-11-27)
 */
export function checkDeepLink(label: (field: string) => string, { appId, link, fallbackUrl }: DraftDeepLink): void {
	if (!/^[a-z][a-z0-9+.-]*:\/\/\S*$/i.test(link)) {
		const advice = 'Write it as the app knows it, for example shop://sale.';
		refuse(label('Android Deep Link'), link === '' ? 'is empty.' : `${linkFault(link, 'is no link into an app')}: ${link.slice(0, 80)}`, advice);
	}
	if (link.length > DRAFT_LIMITS.url) {
		refuse(label('Android Deep Link'), `is ${link.length} characters long; WhatsApp allows ${DRAFT_LIMITS.url}.`, 'Give a shorter one.');
	}
	if (!/^\d+$/.test(appId)) {
		const advice = "Copy it from App Settings > Basic in the Meta console, or fill 'App ID' in in the credential.";
		refuse(label('Meta App ID'), appId === '' ? 'is empty.' : `is not a number: ${appId.slice(0, 40)}`, advice);
	}
	if (fallbackUrl === '' || /^https?:\/\/\S+$/i.test(fallbackUrl)) return;
	const advice = 'Write it with https://, for example the page of the app in the Play Store.';
	refuse(label('Fallback URL'), `${linkFault(fallbackUrl, 'is no address')}: ${fallbackUrl.slice(0, 80)}`, advice);
}
