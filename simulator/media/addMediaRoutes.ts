import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import type { Engine } from '../Engine.ts';
import { noSuchObject } from '../graph/messageRoute.ts';
import { requireScope } from '../graph/requireScope.ts';
import type { MediaFile } from './MediaFiles.ts';

/**
 * Adds `GET` and `DELETE /{media-id}`. An ID that is no file's is left to the routes after these.
 *
 * **WARNING:** the digest is in hex here and in base64 in webhooks, as in Meta's samples; no page says so in words.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export function addMediaRoutes(router: Router, engine: Engine): void {
	const { media, clock } = engine;
	const messaging = requireScope(engine, 'whatsapp_business_messaging');
	const isFile = (request: Request<{ id: string }>, _response: Response, next: (route?: 'route') => void): void => {
		next(media.find(request.params.id) ? undefined : 'route');
	};
	router.get('/:id', isFile, messaging, (request: Request<{ id: string }>, response) => {
		const file = findFile(engine, request);
		response.json({
			messaging_product: 'whatsapp',
			// Whoever asks from a container knows this machine by another name.
			url: media.openLink(file, clock.nowMs(), `${request.protocol}://${request.host}`),
			mime_type: file.mimeType,
			sha256: createHash('sha256').update(file.bytes).digest('hex'),
			file_size: file.bytes.length,
			id: file.id,
		});
	});
	router.delete('/:id', isFile, messaging, (request: Request<{ id: string }>, response) => {
		media.delete(findFile(engine, request).id);
		response.json({ success: true });
	});
	router.delete('/:id', ({ params: { id } }: Request<{ id: string }>) => {
		throw noSuchObject('delete', id);
	});
}

function findFile({ media }: Engine, { params, query }: Request<{ id: string }>): MediaFile {
	const file = media.find(params.id);
	const asked = query.phone_number_id;
	if (!file || (asked !== undefined && asked !== file.phoneNumberId)) throw noSuchObject('get', params.id);
	return file;
}
