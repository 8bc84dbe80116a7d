import { randomUUID } from 'node:crypto';

import { pickCredential } from '../../scripts/demo/pickCredential';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { AGENT, agentWorkflow, toldOf } from './agentWorkflow';
import { openQueueStage, type QueueStage } from './openQueueStage';
import { startScriptedModel, type ScriptedModel } from './startScriptedModel';
import { triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550143';
const BEN = '15550100002';
const CLEO = '15550100003';
const TEXT = 'It is here: https://shop.example/track/1';
const TIMEOUT_MS = 400_000;
const HEADERS = { 'content-type': 'application/json', connection: 'close' };

describe("n8n's AI Agent in queue mode, whose worker is killed while it reaches people", () => {
	let stage: QueueStage;
	const models: ScriptedModel[] = [];

	beforeAll(async () => {
		stage = await openQueueStage();
		const inbound = triggerWorkflow('Inbound', { events: ['message'] });
		const { id } = await stage.publish(inbound);
		await stage.listen(await stage.client.getWorkflow(id));
		for (const waId of [BEN, CLEO]) stage.simulator.putPerson({ waId, name: 'Somebody' });
		stage.simulator.write({ from: ADA, text: 'Where is it?' });
		await stage.nextEnded(id);
	}, TIMEOUT_MS);
	afterAll(async () => {
		await stage?.close();
		await Promise.all(models.map(async (model) => await model.close()));
	}, TIMEOUT_MS);

	/** Publishes an agent whose model tells these people in turn; gives the model, and what starts the agent. */
	async function publishAgent(people: string[], tool: Record<string, unknown>) {
		const model = await startScriptedModel(people.map((waId) => ({ arguments: { recipient: `+${waId}`, text: TEXT } })));
		models.push(model);
		const openAi = { name: `Scripted ${model.url}`, type: 'openAiApi', data: { apiKey: 'none', url: model.url } };
		const credential = { id: await stage.client.saveCredential(openAi), name: openAi.name };
		const path = randomUUID();
		const start = { name: 'Shop', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: { httpMethod: 'POST', path, options: {} } };
		const parameters = { templateFrom: 'name', templateLanguage: 'en_US', ...tool };
		const { id } = await stage.publish(pickCredential(agentWorkflow({ start, openAi: credential, tool: parameters }), stage.credential));
		const call = async () => {
			const answer = await fetch(`${stage.webhooksUrl}/webhook/${path}`, { method: 'POST', headers: HEADERS, body: '{}' });
			expect(answer.status).toBe(200);
		};
		return { id, model, call };
	}
	const sentTo = (waId: string) => stage.simulator.sent().filter((message) => message.waId === waId);

	/** Starts an agent, kills its worker when WhatsApp has a message to somebody and has not answered, and retries the execution. */
	async function killAt(waId: string, { id, call }: Awaited<ReturnType<typeof publishAgent>>) {
		await call();
		await waitUntil(async () => sentTo(waId).length > 0, { what: 'WhatsApp to have the message', timeoutMs: 90_000, everyMs: 5 });
		await stage.kill9('worker');
		await stage.simulator.idle();
		await stage.start('worker');
		const killed = await stage.nextEnded(id);
		expect(killed.status).toBe('crashed');
		const retried = await stage.retry(killed);
		expect(retried.status).toBe('success');
		return retried;
	}

	test('one inside and one outside the window get one message each, and the retry hears that they have it', async () => {
		const agent = await publishAgent([ADA, BEN], { templateName: 'support_reply' });
		// The first request is answered, the second one never.
		const watch = waitUntil(async () => sentTo(ADA).length > 0, { what: 'the first message', timeoutMs: 120_000, everyMs: 1 });
		void watch.then(() => stage.simulator.failNext({ mode: 'hang', isAcceptedAnyway: true }), () => undefined);
		const retried = await killAt(BEN, agent);
		expect(sentTo(ADA)).toMatchObject([{ type: 'text', text: TEXT }]);
		expect(sentTo(BEN)).toMatchObject([{ type: 'template', template: { name: 'support_reply' } }]);

		const already = expect.stringContaining('Already sent before with the same content, and not sent again.') as unknown;
		expect(toldOf(agent.model)).toMatchObject([
			{ isReached: true, by: 'text', words: already },
			{ isReached: true, by: 'template', words: already },
		]);
		const [answer] = itemsOf(retried, AGENT);
		for (const told of toldOf(agent.model)) expect(String(answer?.output)).toContain(JSON.stringify(told?.words).slice(1, -1));
	}, TIMEOUT_MS);

	test('somebody outside it is asked once to write, hears once what was kept, and the agent is told so', async () => {
		const agent = await publishAgent([CLEO], { whenClosed: 'keep', templateName: 'hello_world' });
		stage.simulator.failNext({ mode: 'hang', isAcceptedAnyway: true });
		await killAt(CLEO, agent);
		expect(sentTo(CLEO)).toMatchObject([{ type: 'template', template: { name: 'hello_world' } }]);
		expect(toldOf(agent.model)).toMatchObject([{ isReached: false, by: 'nudge', tryAgain: 'no', words: expect.stringMatching(/^Your text is kept\b.* it goes out by itself when the person writes/i) }]);

		stage.simulator.write({ from: CLEO, text: 'Yes?' });
		await waitUntil(async () => sentTo(CLEO).length > 1, { what: 'what was kept to go out', timeoutMs: 90_000 });
		stage.simulator.write({ from: CLEO, text: 'Thank you' });
		await stage.simulator.idle();
		expect(sentTo(CLEO).slice(1)).toMatchObject([{ type: 'text', text: TEXT }]);
	}, TIMEOUT_MS);
});
