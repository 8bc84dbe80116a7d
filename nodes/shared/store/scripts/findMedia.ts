import type { MediaKey, MediaRecord } from '../MediaLibrary';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toMediaRow } from './toMediaRow';

/** Looks files up; see `MediaLibrary.findMedia`. */
export function* findMedia(keys: MediaKey[], atMs: number): SqlScript<Array<MediaRecord | undefined>> {
	const found = new Array<MediaRecord | undefined>(keys.length).fill(undefined);
	if (keys.length === 0) return found;
	type Row = { position: number; media_id: string; expires_at_ms: number };
	for (const row of yield* query<Row>('findMedia', keys.map(toMediaRow), atMs)) {
		const key = keys[row.position];
		if (key) found[row.position] = { ...key, mediaId: row.media_id, expiresAtMs: Number(row.expires_at_ms) };
	}
	return found;
}
