import { createHash } from 'node:crypto';
import { ControlError } from '../control/ControlError.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { MediaFiles } from './MediaFiles.ts';
import { usualMediaTypes } from './usualMediaTypes.ts';

const MOST_BYTES = 100 * 1024 * 1024;

/** The file that a person sends; every member has a default. */
export interface MediaDraft {
	/** What the file holds; undefined makes something up. */
	bytes?: Uint8Array;
	/** Bytes to make up; 1,024 when undefined. */
	size?: number;
	/** Undefined takes the usual one of the message type. */
	mimeType?: string;
	/** Name of a document. */
	fileName?: string;
}

/** Whose file it is and when it was sent. */
export interface MediaOrigin {
	/** Message type. */
	type: string;
	/** Business number it was sent to. */
	phoneNumberId: string;
	/** Epoch milliseconds. */
	atMs: number;
}

/**
 * Stores the file of a message and gives the message's own object, with the address in it.
 *
 * The digest is in base64, as in Meta's samples of webhooks.
 *
 * @throws {ControlError} for a file of more than 100 MB, which Meta does not pass on
 */
export function attachMedia(files: MediaFiles, draft: MediaDraft, origin: MediaOrigin): JsonObject {
	const { type, phoneNumberId, atMs } = origin;
	const size = draft.bytes?.length ?? draft.size ?? 1024;
	if (size > MOST_BYTES) throw new ControlError(`A file has at most ${MOST_BYTES} bytes; this one has ${size}.`);
	const mimeType = draft.mimeType ?? usualMediaTypes[type] ?? 'application/octet-stream';
	const bytes = draft.bytes ? Buffer.from(draft.bytes) : madeUp(type, size);
	const file = files.put({ phoneNumberId, mimeType, bytes, createdAtMs: atMs });
	return {
		...(type === 'document' && { filename: draft.fileName ?? 'invoice.pdf' }),
		mime_type: mimeType,
		sha256: createHash('sha256').update(bytes).digest('base64'),
		id: file.id,
		url: files.openLink(file, atMs),
		...(type === 'audio' && { voice: true }),
		...(type === 'sticker' && { animated: false }),
	};
}

function madeUp(type: string, size: number): Buffer {
	return Buffer.alloc(size, `simulated ${type} `);
}
