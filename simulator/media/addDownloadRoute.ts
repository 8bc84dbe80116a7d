import type { Router } from 'express';
import type { Engine } from '../Engine.ts';
import { authorize } from '../graph/authorize.ts';

/** `GET /whatsapp_business/attachments/`: the file itself, for the bearer of the access token. */
export function addDownloadRoute(router: Router, engine: Engine): void {
	router.get('/whatsapp_business/attachments', authorize(engine, 'user'), ({ query }, response) => {
		const failure = engine.media.takeFailure();
		const file = engine.media.findByLink(String(query.hash));
		if (failure !== undefined) response.status(failure).type('text').send('Ordered failure');
		else if (file) response.set('Content-Type', file.mimeType).send(file.bytes);
		else response.status(404).type('text').send('URL signature expired');
	});
}
