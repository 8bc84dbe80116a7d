import { pickCredential } from '../../scripts/demo/pickCredential';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import { AGENT, agentWorkflow, toldOf } from './agentWorkflow';
import { startScriptedModel, type ScriptedModel } from './startScriptedModel';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const ADA = '+12025550143';
const BEN = '+15550100002';
const START = 'When clicking ‘Execute workflow’';
const TEMPLATE = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };

describe("n8n's AI Agent, with a language model that follows a script", () => {
	let stage: Stage;
	let model: ScriptedModel;
	let execution: N8nExecution;

	beforeAll(async () => {
		const text = 'It is **here**: [track it](https://shop.example/track/1).';
		model = await startScriptedModel([
			{ arguments: { recipient: ADA, text } },
			{ arguments: { recipient: BEN, text } },
			{ arguments: { recipient: ADA, text } },
			{ arguments: { recipient: 'Ada', text } },
		]);
		stage = await startStage();
		stage.simulator.setSettings({ statuses: 'none' });
		const inbound = await stage.publish(triggerWorkflow('Inbound'));
		await stage.connect(inbound);
		stage.simulator.write({ from: ADA.slice(1), text: 'Where is it?' });
		await stage.client.waitForExecutions(inbound.id, 1);
		stage.simulator.putPerson({ waId: BEN.slice(1), name: 'Ben' });

		const openAi = { name: 'Scripted', type: 'openAiApi', data: { apiKey: 'none', url: model.url } };
		const id = await stage.client.saveCredential(openAi);
		const start = { name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
		const workflow = await stage.client.createWorkflow(pickCredential(agentWorkflow({ start, openAi: { id, name: openAi.name }, tool: TEMPLATE }), stage.credential));
		const { executionId } = await stage.client.run(workflow.id, START);
		execution = await stage.client.waitForExecution(String(executionId), 90_000);
	}, 240_000);
	afterAll(async () => {
		await stage?.close();
		await model?.close();
	});

	test('is told what it may fill in, and nothing else', () => {
		expect(execution.status).toBe('success');
		expect(model.tools).toHaveLength(1);
		expect(Object.keys(model.tools[0]?.parameters.properties ?? {}).sort()).toEqual(['recipient', 'text']);
		expect(model.tools[0]?.description).toContain('24-hour window');
	});

	test('reaches one person by text and the other one by a template, each once', () => {
		expect(stage.simulator.sent()).toMatchObject([
			{ waId: ADA.slice(1), type: 'text', text: 'It is *here*: track it (https://shop.example/track/1).' },
			{ waId: BEN.slice(1), type: 'template', template: { name: 'support_reply' } },
		]);
	});

	test('hears the truth about every call, and tells it', () => {
		expect(toldOf(model)).toMatchObject([
			{ isReached: true, by: 'text', words: expect.stringContaining('You can write freely until') },
			{ isReached: true, by: 'template', words: expect.stringContaining("Sent the approved template 'support_reply'") },
			{ isReached: true, by: 'text', words: expect.stringContaining('Already sent before with the same content, and not sent again.') },
			{ isReached: false, by: 'none', words: expect.stringMatching(/^Not sent\. .*Ada/) },
		]);
		const [answer] = itemsOf(execution, AGENT);
		for (const each of toldOf(model)) expect(String(answer?.output)).toContain(JSON.stringify(each?.words).slice(1, -1));
	});
});
