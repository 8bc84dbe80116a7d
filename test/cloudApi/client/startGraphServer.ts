import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { GraphTransport } from '../../../nodes/shared/cloudApi/client/GraphTransport';
import { graphUrl } from '../../../nodes/shared/cloudApi/client/graphUrl';

/** A request as it arrived. */
export interface ReceivedRequest {
	method: string;
	url: URL;
	body: unknown;
}

/** What the server does with one request: an answer, or `silence`, `reset`, and an answer that breaks off `half`-way. */
export type Reply = { status: number; body: unknown } | 'silence' | 'reset' | 'half';

/** A real HTTP server that stands in for the Graph API, and a real transport that leads to it. */
export interface GraphServer {
	requests: ReceivedRequest[];
	transport: GraphTransport;
	close: () => Promise<void>;
}

/** Starts a server that gives the replies in order, and the last one for ever. */
export async function startGraphServer(...replies: Reply[]): Promise<GraphServer> {
	const requests: ReceivedRequest[] = [];
	const limits: AbortController[] = [];
	const server = createServer((request, response) => {
		void readBody(request).then((body) => {
			requests.push({ method: request.method ?? '', url: new URL(request.url ?? '', 'http://graph'), body });
			const reply = replies[Math.min(requests.length, replies.length) - 1] ?? 'silence';
			if (reply === 'silence') limits.forEach((limit) => limit.abort(new DOMException('The server is silent.', 'TimeoutError')));
			else answer(response, reply);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		requests,
		transport: fetchTransport(`http://127.0.0.1:${port}`, limits),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A transport over `fetch`, with the time limit of each request in `limits`, over when it is aborted there. */
export function fetchTransport(baseUrl: string, limits: AbortController[] = []): GraphTransport {
	return async ({ method, path, query = {}, body }) => {
		const limit = new AbortController();
		limits.push(limit);
		const url = new URL(graphUrl({ baseUrl, version: 'v25.0' }, path));
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
		const response = await fetch(url, {
			method,
			headers: { authorization: 'Bearer EAAsecret', 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: limit.signal,
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') ?? false;
		return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
	};
}

async function readBody(request: IncomingMessage): Promise<unknown> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text === '' ? undefined : (JSON.parse(text) as unknown);
}

function answer(response: ServerResponse, reply: Exclude<Reply, 'silence'>): void {
	if (reply === 'reset') {
		response.destroy();
		return;
	}
	if (reply === 'half') {
		response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
		response.write('{"messages":[{"id":"wamid.', () => response.destroy());
		return;
	}
	const isText = typeof reply.body === 'string';
	response.writeHead(reply.status, { 'content-type': isText ? 'text/html' : 'application/json' });
	response.end(isText ? reply.body : JSON.stringify(reply.body));
}
