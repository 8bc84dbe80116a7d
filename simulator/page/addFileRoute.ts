import type { Express } from 'express';
import type { Engine } from '../Engine.ts';

/** What a browser shows or plays and never runs. */
const SHOWN = /^(image\/(jpeg|png|webp)|audio\/[\w.+-]+|video\/(mp4|3gpp?))(;|$)/;

/** Adds the files that the page shows or plays: those that people sent or the business uploaded, without a token. */
export function addFileRoute(app: Express, { media }: Engine): void {
	app.get('/_simulator/files/:id', ({ params }, response) => {
		const file = media.find(params.id);
		if (!file || !SHOWN.test(file.mimeType)) {
			response.status(404).json({ error: `There is no picture, sound or film "${params.id}".` });
			return;
		}
		response.set({ 'X-Content-Type-Options': 'nosniff', 'Content-Type': file.mimeType }).send(file.bytes);
	});
}
