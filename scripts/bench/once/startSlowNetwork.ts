import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../crash/createRandom.ts';

/** The way from n8n to Meta and back. */
export interface SlowNetwork {
	/** Base URL of the Graph API for n8n. */
	url: string;
	close(): Promise<void>;
}

/** Each way takes up to so long, as over a real network: whenever n8n is killed, some messages are on either. */
const LONGEST_WAY_MS = 150;

async function pass(target: string, random: Random, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const { method = 'GET', url = '/', headers } = request;
	const { authorization = '', 'content-type': type = 'application/json' } = headers;
	const body = method === 'GET' ? undefined : await text(request);
	await pause(random(LONGEST_WAY_MS));
	const answer = await fetch(target + url, { method, headers: { authorization, 'content-type': type }, body });
	const answered = await answer.text();
	await pause(random(LONGEST_WAY_MS));
	response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(answered);
}

/**
 * Puts a network between n8n and a stand-in for Meta that answers at once. What is on its way to Meta arrives, also when the
 * n8n that has sent it is killed in the meantime; a connection that Meta breaks off breaks off for n8n too.
 */
export async function startSlowNetwork(target: string, random: Random): Promise<SlowNetwork> {
	const server = createServer((request, response) => {
		pass(target, random, request, response).catch(() => response.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
