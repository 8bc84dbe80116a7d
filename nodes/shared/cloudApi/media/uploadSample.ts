import { callGraph, type GraphCalling } from '../client/callGraph';
import type { GraphRequest } from '../client/GraphTransport';
import { toGraphId } from '../client/toGraphId';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

/** A file that shows Meta's review what a media header will look like; nobody is sent it. */
export interface SampleFile {
	fileName: string;
	/** MIME type, for example `image/png`. */
	mimeType: string;
	content: Buffer;
}

/**
 * Uploads a sample through the Resumable Upload API, which belongs to the app and not to a business number.
 *
 * @returns its handle, as the definition of a template names it
 * @throws {InvalidInputError} when the app ID is not made of digits
 * @see https://developers.facebook.com/docs/graph-api/guides/upload (read 2026-09-11)
 */
export async function uploadSample(calling: GraphCalling, appId: string, file: SampleFile): Promise<string> {
	const { fileName, mimeType, content } = file;
	const query = { file_name: fileName, file_length: content.length, file_type: mimeType };
	const opening: GraphRequest = { method: 'POST', isRepeatable: true, path: `/${toGraphId('App ID', appId)}/uploads`, query };
	const session = await callGraph(calling, opening);
	const { id } = session.body;
	if (typeof id !== 'string' || !id.startsWith('upload:')) throw toUnreadableAnswerError(session, opening);

	const upload: GraphRequest = { method: 'POST', as: 'upload', path: `/${id}`, bytes: content };
	const { status, body } = await callGraph(calling, upload);
	// Meta has been seen to give several handles, one a line; the last one is that of the whole file.
	const handle = typeof body.h === 'string' ? body.h.trim().split('\n').at(-1)?.trim() : undefined;
	if (!handle) throw toUnreadableAnswerError({ status }, upload);
	return handle;
}
