import type { MediaRecord } from '../MediaLibrary';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toMediaRow } from './toMediaRow';

/** Records uploads; see `MediaLibrary.recordMedia`. One statement may touch a row only once, so the best of each key counts. */
export function* recordMedia(records: MediaRecord[]): SqlScript<void> {
	const longest = new Map<string, MediaRecord>();
	for (const record of records) {
		const key = JSON.stringify([record.businessAccountId, record.phoneNumberId, record.sha256, record.mimeType]);
		const known = longest.get(key);
		if (!known || known.expiresAtMs < record.expiresAtMs) longest.set(key, record);
	}
	if (longest.size > 0) yield* query('recordMedia', [...longest.values()].map(toMediaRow));
}
