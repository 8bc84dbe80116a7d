import { linkFault } from '../../../domain/linkFault';
import { templatePlaceholders } from '../templatePlaceholders';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftButton } from './TemplateDraft';

/**
 * Checks the address that a button opens, and the example of its variable.
 *
 * @param label - names a field of the button
 * @throws {TemplateParameterError} when it is none, too long, or has a variable anywhere but at its end or without an example
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkButtonUrl(label: (field: string) => string, { url, urlExample }: Pick<DraftButton, 'url' | 'urlExample'>): void {
	if (!/^https?:\/\/[^\s/]/i.test(url) || /\s/.test(url)) {
		refuse(label('URL'), `${linkFault(url, 'is no address')}: ${url.slice(0, 80)}`, 'Write it as https://shop.example/spring.');
	}
	if (url.length > DRAFT_LIMITS.url) {
		refuse(label('URL'), `is ${url.length} characters long; WhatsApp allows ${DRAFT_LIMITS.url}.`, 'Give a shorter address.');
	}
	const [variable, ...more] = templatePlaceholders(url);
	if (variable && (more.length > 0 || variable.name !== '1' || variable.end !== url.length)) {
		const advice = 'Write it as https://shop.example/track/{{1}}.';
		refuse(label('URL'), 'may have one variable, which is {{1}} and stands at its end.', advice);
	}
	if (variable && urlExample === '') {
		refuse(label('URL Example'), 'is empty, and the address has a variable.', 'Give what may stand in its place.');
	}
	if (!variable && urlExample !== '') {
		const advice = 'Put {{1}} at the end of the address, or take the example out.';
		refuse(label('URL Example'), 'is given, and the address has no variable.', advice);
	}
}
