import type { Router } from 'express';
import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { SampleUpload } from './SampleUploads.ts';

const TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];

/** Paths to which the bytes of a sample are posted; their body is raw whatever its type says. */
export const SAMPLE_PATH = /^\/v\d+\.\d+\/upload:/;

/**
 * Adds the Resumable Upload API for samples of template headers: `POST /{app-id}/uploads`, then `POST /upload:…` with
 * `file_offset: 0` and all bytes at once.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/upload (read 2026-03)
 */
export function addSampleRoutes(router: Router, { account, uploads }: Engine): void {
	router.post(`/${account.appId}/uploads`, ({ query, body }, response) => {
		response.json({ id: uploads.begin(readUpload({ ...query, ...toJsonObject(body) })) });
	});
	router.post(/^\/upload:/, ({ url, body, headers }, response) => {
		const upload = uploads.find(url.slice(1));
		if (!upload) throw new GraphError(100, { message: '(#100) There is no upload session with this ID.' });
		const length = Buffer.isBuffer(body) ? body.length : 0;
		if (headers.file_offset !== '0' || length !== upload.length) {
			const message = `(#100) file_offset must be 0 and the body must have ${upload.length} bytes; it has ${length}.`;
			throw new GraphError(100, { message });
		}
		response.json({ h: uploads.finish(upload) });
	});
}

function readUpload({ file_length: length, file_type: type }: JsonObject): SampleUpload {
	const bytes = Number(length);
	if (!Number.isInteger(bytes) || bytes < 1) {
		throw new GraphError(100, { message: '(#100) The parameter file_length is required.' });
	}
	if (typeof type === 'string' && TYPES.includes(type)) return { length: bytes, type };
	throw new GraphError(100, { message: `(#100) Param file_type must be one of {${TYPES.join(', ')}}` });
}
