import { raw } from 'express';
import type { Request, Router } from 'express';
import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import { noSuchObject } from '../graph/messageRoute.ts';
import { requireScope } from '../graph/requireScope.ts';
import { checkUpload } from './checkUpload.ts';

const LARGEST_REQUEST = '101mb';

/**
 * Adds `POST /{phone-number-id}/media`: a file for messages, by `multipart/form-data`.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export function addUploadRoutes(router: Router, engine: Engine): void {
	const { media, clock, world } = engine;
	const messaging = requireScope(engine, 'whatsapp_business_messaging');
	const body = raw({ type: 'multipart/form-data', limit: LARGEST_REQUEST });
	router.post('/:id/media', messaging, body, async (request: Request<{ id: string }>, response) => {
		const phoneNumberId = request.params.id;
		if (!world.findNumber(phoneNumberId)) throw noSuchObject('post', phoneNumberId);
		const { file, fields } = await readForm(request);
		if (fields.get('messaging_product') !== 'whatsapp') {
			throw new GraphError(100, { message: '(#100) The parameter messaging_product is required.' });
		}
		if (!file) throw new GraphError(100, { message: '(#100) The parameter file is required.' });
		const bytes = Buffer.from(await file.arrayBuffer());
		const mimeType = checkUpload(file.type || String(fields.get('type')), bytes.length, file.name);
		const createdAtMs = clock.nowMs();
		const stored = media.put({ phoneNumberId, mimeType, bytes, createdAtMs, lifetimeDays: 30, fileName: file.name });
		response.json({ id: stored.id });
	});
}

async function readForm(request: Request): Promise<{ file: File | undefined; fields: FormData }> {
	const headers = { 'Content-Type': request.get('Content-Type') ?? '' };
	const fields = await new Response(Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null, { headers })
		.formData()
		.catch(() => {
			throw new GraphError(100, { message: '(#100) The request is not a readable multipart/form-data.' });
		});
	const file = fields.get('file');
	return { fields, file: file instanceof File ? file : undefined };
}
