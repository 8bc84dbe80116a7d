import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Response } from 'express';

import { acknowledgeWithAnswer } from '../../nodes/WhatsAppSessionTrigger/delivery/acknowledgeWithAnswer';

let server: Server | undefined;
let calls: string[];

beforeEach(() => void (calls = []));
afterEach(async () => {
	if (!server?.listening) return;
	server.closeAllConnections();
	server.close();
	await once(server, 'close');
});

/** Serves one way of answering, and gives the URL. */
async function serve(answer: (response: Response) => unknown, patienceMs = 60_000): Promise<string> {
	const app = express();
	app.use((_, response) => {
		acknowledgeWithAnswer(response, {
			acknowledge: async () => void calls.push(`acknowledged, headers sent: ${response.headersSent}`),
			release: async () => void calls.push(`released, headers sent: ${response.headersSent}`),
			ended: () => void calls.push('ended'),
			patienceMs,
		});
		answer(response);
	});
	server = createServer(app);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ACKNOWLEDGED = ['acknowledged, headers sent: false', 'ended'];
const RELEASED = ['released, headers sent: false', 'ended'];

test.each<[string, (response: Response) => unknown, string]>([
	['nothing', (response) => response.end(), ''],
	['text', (response) => response.end('taken'), 'taken'],
	['text in an encoding', (response) => response.end('74616b656e', 'hex'), 'taken'],
	['bytes', (response) => response.end(Buffer.from('taken')), 'taken'],
	['send()', (response) => response.send('taken'), 'taken'],
	['json() of nothing, as n8n answers an execution', (response) => response.json(undefined), ''],
	['json()', (response) => response.json({ taken: true }), '{"taken":true}'],
])('200 with %s leaves whole, after the events were acknowledged', async (_, answer, text) => {
	const response = await fetch(await serve(answer));
	expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text });
	expect(calls).toEqual(ACKNOWLEDGED);
});

test.each<[string, (response: Response, done: () => void) => unknown]>([
	['alone', (response, done) => response.end(done)],
	['after text', (response, done) => response.end('taken', done)],
	['after text and encoding', (response, done) => response.end('taken', 'utf8', done)],
])('a callback %s is called when the answer is out', async (_, end) => {
	const out = Promise.withResolvers<void>();
	const url = await serve((response) => expect(end(response, out.resolve)).toBe(response));
	await (await fetch(url)).text();
	await out.promise;
	expect(calls).toEqual(ACKNOWLEDGED);
});

test.each([500, 503, 422, 401])('%d releases the events before it leaves', async (status) => {
	const response = await fetch(await serve((answer) => answer.status(status).json({ message: 'no' })));
	expect({ status: response.status, text: await response.text() }).toEqual({ status, text: '{"message":"no"}' });
	expect(calls).toEqual(RELEASED);
});

test('a second answer changes nothing', async () => {
	const response = await fetch(
		await serve((answer) => {
			answer.send('first');
			answer.status(500).end('other');
		}),
	);
	expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: 'first' });
	expect(calls).toEqual(ACKNOWLEDGED);
});

test('the answer of n8n counts though the sender has hung up', async () => {
	const hungUp = Promise.withResolvers<Response>();
	const arrived = Promise.withResolvers<void>();
	const url = await serve((response) => {
		arrived.resolve();
		response.once('close', () => hungUp.resolve(response));
	});
	const impatience = new AbortController();
	const post = fetch(url, { signal: impatience.signal });
	await arrived.promise;
	impatience.abort();
	await expect(post).rejects.toThrow();
	const response = await hungUp.promise;
	expect(calls).toEqual([]);
	response.json(undefined);
	await new Promise((resolve) => setImmediate(resolve));
	expect(calls).toEqual(ACKNOWLEDGED);
});

test('without any answer the events are released once patience is over', async () => {
	const arrived = Promise.withResolvers<Response>();
	const url = await serve((response) => arrived.resolve(response), 1);
	const impatience = new AbortController();
	const post = fetch(url, { signal: impatience.signal });
	const response = await arrived.promise;
	const closed = once(response, 'close');
	impatience.abort();
	await expect(post).rejects.toThrow();
	await closed;
	while (calls.length < 2) await new Promise((resolve) => setImmediate(resolve));
	expect(calls).toEqual(RELEASED);
});
