import type { JsonObject } from '../../../JsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readParameters } from './readParameters.ts';

/** messages/interactive-cta-url-messages, read 2026-09-11; in code points. */
const LABEL_CHARACTERS = 20;

/**
 * Checks a button that opens an address.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for a label that is too long or an address that is none
 */
export function checkUrlButton(action: JsonObject): void {
	const { display_text: label, url } = readParameters(action, 'cta_url');
	const at = 'interactive.action.parameters';
	checkTextValue(label, { at: `${at}.display_text`, most: LABEL_CHARACTERS, isRequired: true });
	if (url === undefined || url === '') throw freeFormRefusal.missing(`${at}.url`);
	if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) {
		throw freeFormRefusal.wrong(`${at}.url`, 'is not a valid URL');
	}
}
