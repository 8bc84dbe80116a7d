import type { GivenParameters } from '../GivenParameters';
import { toText } from './toText';

/** The business number and the recipient of a message, as our fields have them. */
export function takeAddress(given: GivenParameters): Record<string, unknown> {
	// Hidden, and always the same word.
	given.take('messagingProduct');
	const phoneNumberId = given.take('phoneNumberId');
	return {
		phoneNumberId: { __rl: true, mode: phoneNumberId === undefined ? 'list' : 'id', value: toText(phoneNumberId) ?? '' },
		recipient: toText(given.take('recipientPhoneNumber')) ?? '',
	};
}
