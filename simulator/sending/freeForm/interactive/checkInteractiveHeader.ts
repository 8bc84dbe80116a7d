import { toJsonObject } from '../../../toJsonObject.ts';
import { checkFileReference } from '../checkFileReference.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import type { SentFreeForm } from '../SentFreeForm.ts';
import type { HeaderKind } from './InteractiveRule.ts';

/** messages/interactive-reply-buttons-messages and interactive-list-messages, read 2025-12; in code points. */
const HEADER_CHARACTERS = 60;

/**
 * Checks a header of a message or of a card.
 *
 * @param kinds - what it can be
 * @param at - its name, as the request spells it
 * @throws {GraphError} 131008 for what is missing, 131009 for another kind and a text that is too long, and what is wrong
 * with the file
 */
export function checkInteractiveHeader(
	value: unknown,
	kinds: readonly HeaderKind[],
	at: string,
	sent: SentFreeForm,
): void {
	const header = toJsonObject(value);
	if (!header) throw freeFormRefusal.shape(`Param ${at} must be a JSON object.`);
	if (header.type === undefined) throw freeFormRefusal.missing(`${at}.type`);
	const kind = kinds.find((candidate) => candidate === header.type);
	if (!kind) {
		const allowed = kinds.length > 0 ? `must be one of ${kinds.join(', ')}` : 'is not for this type of message';
		throw freeFormRefusal.wrong(`${at}.type`, allowed);
	}
	if (kind === 'text') {
		checkTextValue(header.text, { at: `${at}.text`, most: HEADER_CHARACTERS, isRequired: true });
		return;
	}
	const file = toJsonObject(header[kind]);
	if (!file) throw freeFormRefusal.missing(`${at}.${kind}`);
	checkFileReference(file, kind, `${at}.${kind}`, sent);
}
