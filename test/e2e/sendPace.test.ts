import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startStage, type Stage } from './startStage';

const PEOPLE = 500;
const everybody = Array.from({ length: PEOPLE }, (_, index) => ({ recipient: `+1202555${String(index).padStart(4, '0')}` }));

describe('a campaign at the pace of Meta in a real n8n', () => {
	let stage: Stage;
	beforeAll(async () => {
		stage = await startStage();
		stage.simulator.setSettings({ statuses: 'none', throughputPerSecond: 80, answerDelayMs: 100 });
	});
	afterAll(async () => await stage?.close());

	const accepted = () => stage.simulator.sent().filter(({ status }) => status !== 'refused');
	const states = () => {
		const database = new DatabaseSync(join(stage.userFolder, '.n8n', 'whatsapp-session', 'sessions.sqlite'), { readOnly: true });
		const rows = database.prepare('SELECT state, count(*) AS count FROM sends GROUP BY state').all() as Array<{ state: string; count: number }>;
		database.close();
		return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
	};

	async function publishCampaign(): Promise<{ id: string; path: string }> {
		const path = randomUUID();
		const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>, column: number) => ({
			...{ id: randomUUID(), name, type, typeVersion, parameters },
			position: [column * 220, 0] as [number, number],
			...(name === 'Shop' && { webhookId: path }),
		});
		const values = { body_1: 'Ada', body_2: '1 May at 9:30' };
		const template = { templateFrom: 'name', templateName: 'appointment_reminder', templateLanguage: 'en_US' };
		const nodes = [
			node('Shop', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, 0),
			node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }, 1),
			node('Send', 'n8n-nodes-whatsapp-session.sendTemplate', 1, { ...template, templateVariables: { mappingMode: 'defineBelow', value: values } }, 2),
		];
		const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
		const { id } = await stage.publish({ name: `Campaign ${path}`, nodes, connections: { Shop: to('Items'), Items: to('Send') } });
		return { id, path };
	}

	const start = async (path: string) => {
		const headers = { 'content-type': 'application/json', connection: 'close' };
		const answer = await fetch(`${stage.n8n.url}/webhook/${path}`, { method: 'POST', headers, body: JSON.stringify({ items: everybody }) });
		if (!answer.ok) throw new Error(`n8n answered the call with ${answer.status}: ${await answer.text()}`);
	};

	test('stops within a second while messages wait, leaves nothing claimed, and a retry reaches the rest, each once', async () => {
		const { id, path } = await publishCampaign();
		await start(path);
		await waitUntil(async () => accepted().length >= 40, { what: 'the first messages', timeoutMs: 60_000, everyMs: 20 });
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await stage.client.rest<{ results: Array<{ id: string }> }>('GET', `/executions?limit=1&filter=${filter}`);
		const runningId = results[0]!.id;
		await stage.client.rest('POST', `/executions/${runningId}/stop`);
		await waitUntil(async () => (await stage.client.api<N8nExecution>('GET', `/executions/${runningId}`)).status === 'canceled', { what: 'the stop', timeoutMs: 10_000, everyMs: 20 });
		// What was under way comes to its end by itself.
		await waitUntil(async () => !states().claimed, { what: 'the last answers', timeoutMs: 40_000 });
		expect(states()).toEqual({ sent: accepted().length });
		const sent = accepted().length;
		expect(sent).toBeLessThan(PEOPLE);

		await stage.client.rest('POST', `/executions/${runningId}/retry`, { loadWorkflow: false });
		await waitUntil(async () => accepted().length >= PEOPLE, { what: 'the rest', timeoutMs: 90_000 });
		expect(new Set(accepted().map(({ waId }) => waId)).size).toBe(PEOPLE);
		expect(accepted()).toHaveLength(PEOPLE);
	}, 180_000);

	test('says at the end what became of it', async () => {
		const { id, path } = await publishCampaign();
		await start(path);
		const [execution] = await stage.client.waitForExecutions(id, 1);
		const run = (execution as N8nExecution).data?.resultData.runData.Send?.[0] as { hints?: Array<{ message: string }> } | undefined;
		expect(run?.hints?.map(({ message }) => message)).toEqual([expect.stringMatching(/^500 of 500 messages sent in \d+\.\d s: 500 utility\.$/)]);
	}, 120_000);
});
