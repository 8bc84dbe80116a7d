import { checkMembers } from './checkMembers.ts';
import { checkTextValue } from './checkTextValue.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';
import type { SentFreeForm } from './SentFreeForm.ts';

/** What a degree can be; Meta's samples write numbers and texts alike. */
const DEGREES = [
	['latitude', 90],
	['longitude', 180],
] as const;

/**
 * Checks a location.
 *
 * @throws {GraphError} 131008 for a degree that is missing, 131009 for one that cannot be
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages (read 2025-12)
 */
export function checkLocation({ content }: SentFreeForm): void {
	checkMembers(content, 'location', ['latitude', 'longitude', 'name', 'address']);
	for (const [name, most] of DEGREES) {
		const value = content[name];
		if (value === undefined || value === null || value === '') throw freeFormRefusal.missing(`location.${name}`);
		const degrees = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
		if (!(Math.abs(degrees) <= most)) throw freeFormRefusal.wrong(`location.${name}`, `is no number up to ${most}`);
	}
	checkTextValue(content.name, { at: 'location.name' });
	checkTextValue(content.address, { at: 'location.address' });
}
