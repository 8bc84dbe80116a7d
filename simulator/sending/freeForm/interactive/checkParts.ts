import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import type { SentFreeForm } from '../SentFreeForm.ts';
import { checkInteractiveHeader } from './checkInteractiveHeader.ts';
import type { InteractiveRule } from './InteractiveRule.ts';

/** messages/interactive-reply-buttons-messages and interactive-list-messages, read 2025-12; in code points. */
const FOOTER_CHARACTERS = 60;

/**
 * Checks header, body and footer of an interactive message.
 *
 * @throws {GraphError} 131008 for a part that is missing, 131009 for one that the type does not have or that is too long
 */
export function checkParts(content: JsonObject, rule: InteractiveRule, sent: SentFreeForm): void {
	const { header, body, footer } = content;
	if (header !== undefined) checkInteractiveHeader(header, rule.headers, 'interactive.header', sent);
	else if (rule.isHeaderRequired) throw freeFormRefusal.missing('interactive.header');
	if (body !== undefined || !rule.isBodyOptional) {
		const text = toJsonObject(body)?.text;
		checkTextValue(text, { at: 'interactive.body.text', most: rule.bodyCharacters, isRequired: true });
	}
	if (footer === undefined) return;
	if (!rule.hasFooter) throw freeFormRefusal.wrong('interactive.footer', `is not for the type ${String(content.type)}`);
	const text = toJsonObject(footer)?.text;
	checkTextValue(text, { at: 'interactive.footer.text', most: FOOTER_CHARACTERS, isRequired: true });
}
