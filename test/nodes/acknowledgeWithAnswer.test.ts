import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Response } from 'express';

import { acknowledgeWithAnswer, type Answering } from '../../nodes/WhatsAppSessionTrigger/delivery/acknowledgeWithAnswer';
import { until } from '../support/until';

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
async function serve(answer: (response: Response) => unknown, times: Partial<Answering> = {}): Promise<string> {
	const app = express();
	app.use((_, response) => {
		acknowledgeWithAnswer(response, {
			acknowledge: async () => void calls.push(`acknowledged, headers sent: ${response.headersSent}`),
			release: async () => void calls.push(`released, headers sent: ${response.headersSent}`),
			renew: async () => void calls.push('renewed'),
			ended: () => void calls.push('ended'),
			renewEveryMs: 60_000,
			longestMs: 60_000,
			...times,
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

/** Has somebody post, who hangs up once the request has arrived. */
async function hangUp(times: Partial<Answering> = {}): Promise<Response> {
	const arrived = Promise.withResolvers<Response>();
	const url = await serve((response) => arrived.resolve(response), times);
	const impatience = new AbortController();
	const post = fetch(url, { signal: impatience.signal });
	const response = await arrived.promise;
	const closed = once(response, 'close');
	impatience.abort();
	await expect(post).rejects.toThrow();
	await closed;
	return response;
}

const turn = async () => await new Promise((resolve) => setImmediate(resolve));
// Timers of one length ring in the order in which they were made: a renewal that is still planned would come first.
const oneRenewalLater = async () => await new Promise((resolve) => setTimeout(resolve, 1));

test('the answer of n8n counts though the sender has hung up', async () => {
	const response = await hangUp();
	expect(calls).toEqual([]);
	response.json(undefined);
	await turn();
	expect(calls).toEqual(ACKNOWLEDGED);
});

test('another answer releases the events though the sender has hung up', async () => {
	const response = await hangUp();
	response.status(500).json({ message: 'no' });
	await turn();
	expect(calls).toEqual(RELEASED);
});

test('while n8n has not answered, the lease is renewed and nothing is released', async () => {
	const response = await hangUp({ renewEveryMs: 1 });
	await until(() => calls.length >= 3);
	expect(new Set(calls)).toEqual(new Set(['renewed']));
	calls = [];
	response.json(undefined);
	await until(() => calls.includes('ended'));
	expect(calls).toEqual(expect.arrayContaining(ACKNOWLEDGED));
});

test('the lease is renewed also while the sender waits, and no longer once n8n has answered', async () => {
	const arrived = Promise.withResolvers<Response>();
	const post = fetch(await serve((response) => arrived.resolve(response), { renewEveryMs: 1 }));
	const response = await arrived.promise;
	await until(() => calls.length >= 2);
	response.json(undefined);
	expect((await post).status).toBe(200);
	expect(calls.slice(-2)).toEqual(ACKNOWLEDGED);
	calls = [];
	await oneRenewalLater();
	expect(calls).toEqual([]);
});

test('an answer in time renews nothing', async () => {
	await (await fetch(await serve((response) => response.json(undefined), { renewEveryMs: 1 }))).text();
	await oneRenewalLater();
	expect(calls).toEqual(ACKNOWLEDGED);
});

test('a renewal that is under way is not overtaken by the acknowledgement', async () => {
	const renewal = Promise.withResolvers<void>();
	const renew = async () => {
		calls.push('renewing');
		await renewal.promise;
		calls.push('renewed');
	};
	const response = await hangUp({ renewEveryMs: 1, renew });
	await until(() => calls.length === 1);
	response.json(undefined);
	await turn();
	expect(calls).toEqual(['renewing']);
	renewal.resolve();
	await until(() => calls.includes('ended'));
	expect(calls).toEqual(['renewing', 'renewed', ...ACKNOWLEDGED]);
});

test('after the longest time others may have their turn, and 200 acknowledges all the same', async () => {
	const response = await hangUp({ renewEveryMs: 1, longestMs: 3 });
	await until(() => calls.includes('ended'));
	expect(calls).toEqual(['renewed', 'renewed', 'renewed', 'ended']);
	response.json(undefined);
	await turn();
	expect(calls.slice(4)).toEqual(['acknowledged, headers sent: false']);
});
