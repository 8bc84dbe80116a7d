import { createHash } from 'node:crypto';

import { asId } from './asId';
import { asRecord } from './asRecord';

const IDENTIFYING_KEYS = [
	'from',
	'from_user_id',
	'to',
	'recipient_id',
	'group_id',
	'timestamp',
	'type',
	'event',
	'status',
];

/**
 * Makes a stand-in for an ID that a webhook left out, so that the item is not lost.
 *
 * Stable: a redelivery of the same item gets the same one. So do two items that agree in sender, second, type and
 * content.
 *
 * @param item - Meta's object
 * @param scope - what the ID is unique within: the phone number ID
 * @returns `content.` and 64 hex digits
 */
export function contentId(item: Record<string, unknown>, scope: string): string {
	const content = asRecord(item[asId(item.type) ?? '']) ?? {};
	const parts = [
		scope,
		...IDENTIFYING_KEYS.map((key) => asId(item[key]) ?? ''),
		...Object.keys(content)
			.sort()
			// The address of a medium is a new one in every delivery.
			.filter((key) => key !== 'url')
			.map((key) => `${key}=${asId(content[key]) ?? ''}`),
	];
	return `content.${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
