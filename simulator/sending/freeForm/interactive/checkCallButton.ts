import type { JsonObject } from '../../../JsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readParameters } from './readParameters.ts';

/** Of the page of a provider that passes the message on (docs.kapso.ai, voice-call, read 2026-11); Meta's could not be read. */
const LABEL_CHARACTERS = 20;
const PAYLOAD_CHARACTERS = 512;
const MOST_MINUTES = 43_200;

/**
 * Checks a button with which the person calls.
 *
 * @throws {GraphError} 131009 for a text that is too long or a time that cannot be
 */
export function checkCallButton(action: JsonObject): void {
	const { display_text: label, payload, ttl_minutes: minutes } = readParameters(action, 'voice_call', true);
	const at = 'interactive.action.parameters';
	checkTextValue(label, { at: `${at}.display_text`, most: LABEL_CHARACTERS });
	checkTextValue(payload, { at: `${at}.payload`, most: PAYLOAD_CHARACTERS });
	if (minutes === undefined) return;
	const isPossible = typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
	if (!isPossible) throw freeFormRefusal.wrong(`${at}.ttl_minutes`, `must be a whole number from 1 to ${MOST_MINUTES}`);
}
