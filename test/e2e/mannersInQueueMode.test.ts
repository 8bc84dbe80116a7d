import { randomUUID } from 'node:crypto';

import { findFreePort } from '../../scripts/n8n/findFreePort';
import { isN8nReady } from '../../scripts/n8n/isN8nReady';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startQueue, type Queue } from './startQueue';
import { startStage, type Stage } from './startStage';

const PACK = 'n8n-nodes-whatsapp-session';
const NOT_SENT = 1;
const PEOPLE = 80;
const START_TIMEOUT_MS = 240_000;
const HEADERS = { 'content-type': 'application/json', connection: 'close' };

const sale = { templateName: 'summer_sale', templateVariables: { mappingMode: 'defineBelow', value: { body_1: '={{ $json.firstName }}' } }, consent: 'keptElsewhere' };
const hello = { templateName: 'hello_world' };

/** A main process and two workers, which run one execution at a time each. The sessions are in the Postgres of n8n. */
describe('manners in queue mode, with two workers', () => {
	let queue: Queue;
	let stage: Stage;
	let workers: RunningN8n[] = [];

	async function startWorker(): Promise<RunningN8n> {
		const port = await findFreePort();
		const env = { ...queue.env, QUEUE_HEALTH_CHECK_PORT: String(port) };
		const worker = await startN8n({ userFolder: stage.userFolder, env, command: ['worker', '--concurrency=1'] });
		await waitUntil(async () => await isN8nReady(`http://127.0.0.1:${port}`), { what: 'a worker to be ready', timeoutMs: 120_000 });
		return worker;
	}

	beforeAll(async () => {
		queue = await startQueue();
		stage = await startStage({ env: queue.env, credential: { sessionStore: 'postgres', postgresUrl: queue.postgresUrl } });
		workers = await Promise.all([startWorker(), startWorker()]);
	}, START_TIMEOUT_MS);
	afterAll(async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await stage?.close();
		await queue?.stop();
	}, START_TIMEOUT_MS);

	/** Publishes a workflow that sends a template to everybody whom it is called with; gives what calls it. */
	async function publishCampaign(parameters: Record<string, unknown>) {
		const path = randomUUID();
		const node = (name: string, type: string, typeVersion: number, more: Record<string, unknown>) => ({
			id: randomUUID(),
			name,
			type,
			typeVersion,
			position: [0, 0] as [number, number],
			parameters: more,
			...(name === 'Shop' && { webhookId: path }),
		});
		const { id } = await stage.publish({
			name: `Campaign ${path}`,
			nodes: [
				node('Shop', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }),
				node('One item each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
				node('Send', `${PACK}.sendTemplate`, 2, { templateFrom: 'name', templateLanguage: 'en_US', ...parameters }),
			],
			connections: {
				Shop: { main: [[{ node: 'One item each', type: 'main', index: 0 }]] },
				'One item each': { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
			},
		});
		const call = async (items: object[]) => await fetch(`${stage.n8n.url}/webhook/${path}`, { method: 'POST', headers: HEADERS, body: JSON.stringify({ items }) });
		return { id, call };
	}

	const startedBy = (executionId: string) => workers.findIndex(({ logs }) => logs.some((line) => line.includes(`started execution ${executionId} `)));

	test.each([
		['a cap of one', '1', 'templateCap', { ...sale, manners: { marketingCap: 1 } }],
		['a pause', '2', 'templatePause', { ...hello, manners: { templatePauseHours: 1 } }],
		['a stop after one that is not answered', '3', 'tooManyUnanswered', { ...hello, manners: { unansweredCap: 1 } }],
	])('%s lets one of two executions in two workers write to each person', async (_, digit, reason, parameters) => {
		const people = Array.from({ length: PEOPLE }, (__, index) => ({ recipient: `+120255${digit}${String(index).padStart(4, '0')}`, firstName: 'Ada' }));
		for (const { recipient } of people) stage.simulator.putPerson({ waId: recipient.slice(1) });
		const campaigns = await Promise.all([publishCampaign(parameters), publishCampaign(parameters)]);
		const answers = await Promise.all(campaigns.map(async ({ call }) => await call(people)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		const executions = (await Promise.all(campaigns.map(async ({ id }) => await stage.client.waitForExecutions(id, 1, 60_000)))).flat();

		expect(executions.map(({ id }) => startedBy(id)).sort()).toEqual([0, 1]);
		const addressees = people.map(({ recipient }) => recipient).sort();
		const sent = stage.simulator.sent().map(({ waId }) => `+${waId}`);
		expect(sent.filter((recipient) => addressees.includes(recipient)).sort()).toEqual(addressees);
		const kept = executions.flatMap((execution) => itemsOf(execution, 'Send', NOT_SENT));
		expect(kept.map(({ recipient }) => recipient).sort()).toEqual(addressees);
		expect(new Set(kept.map(({ notSent }) => (notSent as { reason: string }).reason))).toEqual(new Set([reason]));
	}, 120_000);
});
