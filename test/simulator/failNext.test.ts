import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';
import { until } from '../support/until';

describe('an ordered failure', () => {
	let stage: Stage;
	const message = { to: ADA, text: { body: 'Hi' } };

	beforeEach(async () => {
		stage = await openStage();
		stage.simulator.write({ from: ADA, text: 'Hello' });
	});
	afterEach(async () => await stage.close());

	test.each([
		[{ mode: 'error', code: 131000 }, 500, 131000],
		[{ mode: 'error', code: 130429 }, 400, 130429],
		[{ mode: 'error', code: 131016, httpStatus: 503 }, 503, 131016],
		[{ mode: 'graph500' }, 500, 1],
	] as const)('%j answers in the shape of the Graph API', async (failure, status, code) => {
		stage.simulator.failNext(failure);
		const answer = await stage.send(message);
		expect([answer.status, answer.body.error.code]).toEqual([status, code]);
		expect(stage.simulator.sent()).toMatchObject([{ status: 'refused', waId: ADA, text: 'Hi' }]);
	});

	test('answers with a page for html502', async () => {
		stage.simulator.failNext({ mode: 'html502' });
		const answer = await stage.send(message);
		expect([answer.status, answer.text]).toEqual([502, expect.stringContaining('<h1>502 Bad Gateway</h1>')]);
	});

	test('hits as many sends as ordered, and no read mark', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.simulator.failNext({ mode: 'error', code: 131000, count: 2 });
		expect((await stage.send({ status: 'read', message_id: id })).status).toBe(200);
		const statuses = [];
		for (let count = 0; count < 3; count += 1) statuses.push((await stage.send(message)).status);
		expect(statuses).toEqual([500, 500, 200]);
	});

	test('breaks the connection off, with the message out all the same', async () => {
		stage.simulator.failNext({ mode: 'drop', isAcceptedAnyway: true });
		await expect(stage.send(message)).rejects.toThrow();
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'read' }]);
	});

	test('does not answer until the client gives up', async () => {
		stage.simulator.failNext({ mode: 'hang' });
		const url = `${stage.simulator.url}/v25.0/106540352242922/messages`;
		const headers = { Authorization: 'Bearer simulator-access-token', 'Content-Type': 'application/json' };
		const body = JSON.stringify({ messaging_product: 'whatsapp', ...message });
		const client = new AbortController();
		const answer = fetch(url, { method: 'POST', headers, body, signal: client.signal });
		await until(() => stage.simulator.sent().length === 1);
		client.abort();
		await expect(answer).rejects.toThrow();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'refused', error: { title: 'no answer' } }]);
	});

	test('fails an accepted message later', async () => {
		stage.simulator.failNext({ mode: 'later', code: 131049 });
		expect((await stage.send(message)).status).toBe(200);
		await stage.simulator.idle();
		expect(stage.receivedOf('statuses')).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]);
	});
});
