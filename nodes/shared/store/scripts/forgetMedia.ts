import type { MediaKey } from '../MediaLibrary';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toMediaRow } from './toMediaRow';

/** Removes files; see `MediaLibrary.forgetMedia`. */
export function* forgetMedia(media: Array<MediaKey & { mediaId: string }>): SqlScript<void> {
	if (media.length > 0) yield* query('forgetMedia', media.map(toMediaRow));
}
