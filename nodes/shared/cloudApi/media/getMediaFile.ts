import { InvalidInputError } from '../../domain/InvalidInputError';
import { callGraph, type GraphCalling } from '../client/callGraph';
import type { GraphRequest } from '../client/GraphTransport';
import type { MediaFile } from './MediaFile';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

const MEDIA_ID = /^[\w-]{1,200}$/;

/**
 * Asks Meta where a file can be fetched; each time, Meta gives an address that is good for 5 minutes.
 *
 * @param mediaId - ID from a webhook, good for 7 days
 * @param phoneNumberId - business number that received the file; Meta then refuses files of others. Undefined asks for any
 * @throws {InvalidInputError} when the ID cannot be one
 * @throws {CloudApiError} when Meta refused, for example because the file is gone
 * @throws {CloudApiNoAnswerError} when no answer came, or one without an address
 */
export async function getMediaFile(
	calling: GraphCalling,
	mediaId: string,
	phoneNumberId: string | undefined,
): Promise<MediaFile> {
	const request: GraphRequest = {
		method: 'GET',
		path: `/${toMediaId(mediaId)}`,
		...(phoneNumberId && { query: { phone_number_id: phoneNumberId } }),
	};
	const { status, body } = await callGraph(calling, request);
	const { url, mime_type: mimeType, sha256, file_size: fileSize } = body;
	if (typeof url !== 'string' || url === '') throw toUnreadableAnswerError({ status }, request);
	return {
		url,
		...(typeof mimeType === 'string' && { mimeType }),
		...(typeof sha256 === 'string' && { sha256 }),
		// Meta's own examples give it as a number and as a text.
		...(/^\d{1,15}$/.test(String(fileSize)) && { sizeBytes: Number(fileSize) }),
	};
}

function toMediaId(value: string): string {
	const id = value.trim();
	if (MEDIA_ID.test(id)) return id;
	throw new InvalidInputError(
		'Media ID',
		id === '' ? "'Media ID' is empty." : `'Media ID' is not the ID of a file: ${id.slice(0, 40)}`,
		'The ID of a file comes with the message that brought it, as message.media.id.',
	);
}
