import type { Express } from 'express';
import type { Engine } from '../Engine.ts';

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Adds the pictures that the page shows: those that people sent or the business uploaded, without a token. */
export function addPictureRoute(app: Express, { media }: Engine): void {
	app.get('/_simulator/pictures/:id', ({ params }, response) => {
		const file = media.find(params.id);
		if (!file || !PICTURES.has(file.mimeType)) {
			response.status(404).json({ error: `There is no picture "${params.id}".` });
			return;
		}
		response.set('X-Content-Type-Options', 'nosniff').type(file.mimeType).send(file.bytes);
	});
}
