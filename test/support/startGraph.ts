import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A stand-in for the Graph API that shows requests as they come over the wire, and takes every message. */
export interface Graph {
	url: string;
	/** Bodies of the requests, in the order in which they came. */
	posts: Array<Record<string, unknown>>;
	close(): Promise<void>;
}

/** What a request is refused with. */
export interface Refusal {
	code: number;
	details: string;
}

/**
 * Starts it.
 *
 * @param heldBack - how many requests must have come before the first is answered; they are answered the last one first
 * @param refusalOf - says with what a request is refused, counted from 1; undefined takes it
 */
export async function startGraph(heldBack = 1, refusalOf: (nth: number) => Refusal | undefined = () => undefined): Promise<Graph> {
	const posts: Graph['posts'] = [];
	const waiting: Array<() => void> = [];
	const server = createServer((request, response) => {
		// Somebody asks about the number; that is no message.
		if (request.method === 'GET') return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
		void json(request).then((body) => {
			posts.push(body as Record<string, unknown>);
			const messageId = `wamid.${posts.length}`;
			const refusal = refusalOf(posts.length);
			waiting.unshift(() => (refusal ? refuse(response, refusal) : accept(response, messageId)));
			if (posts.length >= heldBack) for (const answer of waiting.splice(0)) answer();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		posts,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

function accept(response: ServerResponse, id: string): void {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [], messages: [{ id }] }));
}

function refuse(response: ServerResponse, { code, details }: Refusal): void {
	response.writeHead(400, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify({ error: { code, message: `(#${code}) Refused`, error_data: { messaging_product: 'whatsapp', details } } }));
}
