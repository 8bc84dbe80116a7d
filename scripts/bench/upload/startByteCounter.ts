import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for Meta that takes files of any size and keeps none. */
export interface ByteCounter {
	url: string;
	/** Uploads as they came: the length they announced, undefined for none, and the bytes that followed. */
	uploads: Array<{ announcedBytes: number | undefined; receivedBytes: number }>;
	/** How many messages were sent. */
	messages: number;
	close(): Promise<void>;
}

/** The only template: a document above a text without variables. */
const TEMPLATE = {
	id: '1',
	name: 'document',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	parameter_format: 'POSITIONAL',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Here is your document.' },
	],
};

/** Starts it on a free port. */
export async function startByteCounter(): Promise<ByteCounter> {
	const counted: Pick<ByteCounter, 'uploads' | 'messages'> = { uploads: [], messages: 0 };
	const server = createServer((request, response) => void answer(counted, request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return Object.assign(counted, {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	});
}

async function answer(
	counted: Pick<ByteCounter, 'uploads' | 'messages'>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	let receivedBytes = 0;
	for await (const piece of request) receivedBytes += (piece as Buffer).length;
	const { url = '', method, headers } = request;
	response.setHeader('Content-Type', 'application/json');
	if (url.includes('/message_templates')) return void response.end(JSON.stringify({ data: [TEMPLATE] }));
	if (method === 'POST' && url.endsWith('/media')) {
		const announced = headers['content-length'];
		counted.uploads.push({ announcedBytes: announced === undefined ? undefined : Number(announced), receivedBytes });
		return void response.end(JSON.stringify({ id: `90000000000${counted.uploads.length}` }));
	}
	if (method === 'POST' && url.endsWith('/messages')) {
		counted.messages += 1;
		return void response.end(JSON.stringify({ messages: [{ id: `wamid.${counted.messages}` }] }));
	}
	response.writeHead(404).end('{}');
}
