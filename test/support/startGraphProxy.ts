import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request to the Graph API as it went over the wire. */
export interface ProxiedRequest {
	method: string;
	/** Path below the version, for example `/106540352242922`. */
	path: string;
	/** Path and query. */
	url: string;
	authorization: string;
	body: string;
}

/** What the proxy answers itself: an error of Meta, something good, or nothing at all. */
export type Interference = { code: number; message: string; httpStatus?: number } | { answer: unknown } | 'reset';

/** Stands between a node and the simulator, and sees everything. */
export interface GraphProxy {
	/** Base URL for the credential. */
	url: string;
	requests: ProxiedRequest[];
	/** Method and path of every request that changes something, in order. */
	changes(): string[];
	/** Decides which requests do not reach the simulator; undefined lets one pass, once what is awaited is done. */
	interfere: (request: ProxiedRequest) => Interference | undefined | Promise<Interference | undefined>;
	close(): Promise<void>;
}

/** Starts a proxy in front of a Graph API. */
export async function startGraphProxy(target: string): Promise<GraphProxy> {
	const proxy: Pick<GraphProxy, 'requests' | 'interfere'> = { requests: [], interfere: () => undefined };
	const server = createServer((request, response) => void pass(proxy, target, request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return Object.assign(proxy, {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		changes: () =>
			proxy.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	});
}

async function pass(
	proxy: Pick<GraphProxy, 'requests' | 'interfere'>,
	target: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { method = '', url = '', headers } = request;
	const body = await text(request);
	const path = new URL(url, target).pathname.replace(/^\/v\d+\.\d+/, '');
	const seen = { method, path, url, authorization: headers.authorization ?? '', body };
	proxy.requests.push(seen);
	const interference = await proxy.interfere(seen);
	if (interference === 'reset') return void response.destroy();
	if (interference && 'answer' in interference) {
		response.writeHead(200, { 'content-type': 'application/json' });
		return void response.end(JSON.stringify(interference.answer));
	}
	if (interference) return answerError(response, interference);
	const answer = await fetch(`${target}${url}`, {
		method,
		headers: { authorization: seen.authorization, 'content-type': headers['content-type'] ?? 'application/json' },
		...(body !== '' && { body }),
	});
	response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
	response.end(await answer.text());
}

type Refusal = Extract<Interference, { code: number }>;

function answerError(response: ServerResponse, { code, message, httpStatus = 400 }: Refusal): void {
	response.writeHead(httpStatus, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ error: { code, message, type: 'OAuthException', fbtrace_id: 'trace' } }));
}
