import { contentId } from '../reading/contentId';

const LONGEST_ID = 512;

/**
 * Joins what makes an event unique into one ID.
 *
 * @param parts - most telling first; undefined ones are passed over
 * @returns the parts with colons between them; a digest of them where that is longer than 512 characters
 */
export function toEventId(...parts: Array<string | undefined>): string {
	const eventId = parts.filter((part) => part !== undefined).join(':');
	return eventId.length > LONGEST_ID ? contentId({ eventId }) : eventId;
}
