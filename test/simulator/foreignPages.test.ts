import { request } from 'node:http';
import { text } from 'node:stream/consumers';

import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

const FORM = 'application/x-www-form-urlencoded';

/** Asks as a browser or a program does, with the headers that `fetch` keeps for itself. */
async function ask(url: string, method: string, headers: Record<string, string>, body = '') {
	return await new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
		const asking = request(url, { method, headers }, (response) => {
			void text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer, headers: response.headers }));
		});
		asking.on('error', reject).end(body);
	});
}

describe('a page of somebody else', () => {
	let stage: Stage;
	let host: string;
	beforeEach(async () => {
		stage = await openStage();
		({ host } = new URL(stage.simulator.url));
	});
	afterEach(async () => await stage.close());

	const to = (path: string) => `${stage.simulator.url}${path}`;

	// What a browser lets every page post without asking before.
	test.each([
		['set where webhooks go', '/_simulator/subscribe', FORM, 'callbackUrl=http://127.0.0.1:9/admin'],
		['post what it likes there', '/_simulator/webhook', FORM, 'rawBody={"delete":"all"}'],
		['begin anew', '/_simulator/reset', 'text/plain', ''],
		['send a message by the token that everybody knows', `/v25.0/${NUMBER_ID}/messages?access_token=simulator-access-token`, FORM, `messaging_product=whatsapp&to=${ADA}&type=text`],
		['upload a file', `/v25.0/${NUMBER_ID}/media?access_token=simulator-access-token`, 'multipart/form-data; boundary=x', '--x--'],
	])('cannot %s', async (_, path, contentType, body) => {
		const before = stage.simulator.state();
		for (const origin of ['https://stranger.example', 'null', 'http://undefined', 'http://localhost:1']) {
			const answer = await ask(to(path), 'POST', { Origin: origin, 'Content-Type': contentType }, body);
			expect(answer).toMatchObject({ status: 403, body: expect.stringContaining(`A page of ${origin} asks for this`) });
		}
		await stage.simulator.idle();
		expect(stage.simulator.state()).toEqual(before);
		expect(stage.receiver.received).toEqual([]);
	});

	test('cannot delete anything', async () => {
		const path = `/v25.0/102290129340398/subscribed_apps?access_token=simulator-access-token`;
		expect(await ask(to(path), 'DELETE', { Origin: 'https://stranger.example' })).toMatchObject({ status: 403 });
	});

	test('is told nothing that a browser would let it read', async () => {
		for (const method of ['GET', 'OPTIONS']) {
			const { headers } = await ask(to('/_simulator/state'), method, { Origin: 'https://stranger.example' });
			expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
		}
	});

	// Its name leads to this machine by then, and for the browser the simulator is the page's own server.
	test.each(['stranger.example', 'stranger.example:4600', '127.0.0.1.stranger.example', 'localhost.stranger.example', 'stranger.example.', 'a b'])(
		'under a name of its own (%s) reads and changes nothing',
		async (name) => {
			for (const [method, path] of [['GET', '/_simulator/state'], ['GET', '/'], ['POST', '/_simulator/reset'], ['GET', '/v25.0/102290129340398?access_token=simulator-access-token']] as const) {
				const answer = await ask(to(path), method, { Host: name, ...(method === 'POST' && { Origin: `http://${name}` }) });
				expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('answers to localhost') });
			}
		},
	);

	test('cannot show the page within itself, and the page runs no script but its own', async () => {
		const { headers, body } = await ask(to('/'), 'GET', {});
		const policy = String(headers['content-security-policy']);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*)/);
		expect(policy.match(/'sha256-/g)).toHaveLength(body.match(/<script\b/g)!.length);
		// What a browser would not run by this policy.
		expect(body).not.toMatch(/\son\w+="|href="javascript:/);
	});

	test.each(['localhost', 'localhost:4600', '127.0.0.1:4600', '[::1]:4600', '192.168.1.20:4600', 'simulator', 'simulator:4600', 'host.docker.internal:4600', 'box.local'])(
		'is none under %s: programs and the own page are let in',
		async (name) => {
			expect(await ask(to('/_simulator/clock'), 'GET', { Host: name })).toMatchObject({ status: 200 });
			const own = { Host: name, Origin: `http://${name}`, 'Content-Type': 'application/json' };
			expect(await ask(to('/_simulator/clock'), 'POST', own, '{"reset":true}')).toMatchObject({ status: 200 });
		},
	);

	test('is none behind a tunnel that says by which name it was asked', async () => {
		const headers = { Host: host, 'X-Forwarded-Host': 'demo-4600.tunnel.example', Origin: 'https://demo-4600.tunnel.example', 'Content-Type': 'application/json' };
		expect(await ask(to('/_simulator/clock'), 'POST', headers, '{"reset":true}')).toMatchObject({ status: 200 });
	});
});
