import { InvalidInputError } from '../../../domain/InvalidInputError';
import { ENTRIES, refuseStrangers } from './refuseStrangers';
import { toRecord } from './toRecord';

/**
 * Reads a reply button: `title` and `id`, or Meta's `{ type: "reply", reply: { id, title } }`.
 *
 * @throws {InvalidInputError} when it is of another type, which this kind of message does not have, or has other members
 */
export function toButtonEntry(raw: unknown, index: number): Record<string, unknown> {
	const place = `Button ${index + 1}`;
	const button = toRecord(place, raw);
	if (button.type !== undefined && button.type !== 'reply') {
		throw new InvalidInputError(
			ENTRIES,
			`'${ENTRIES}' has a button of the type ${String(button.type).slice(0, 40)} in ${place}, and 'Buttons' are all reply buttons.`,
			"Choose 'Link Button' or 'Call Button' as the 'Message Type' for a button that opens something.",
		);
	}
	if (button.reply === undefined) {
		refuseStrangers(place, button, ['title', 'id', 'type']);
		return button;
	}
	refuseStrangers(place, button, ['type', 'reply']);
	const reply = toRecord(`reply of ${place}`, button.reply);
	refuseStrangers(`reply of ${place}`, reply, ['title', 'id']);
	return reply;
}
