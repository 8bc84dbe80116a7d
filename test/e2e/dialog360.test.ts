import { demoPeople } from '../../scripts/demo/demoPeople';
import { readExample } from '../../scripts/demo/readExample';
import type { N8nWorkflow, StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { keyOfNumber } from '../../simulator/dialog360/keyOfNumber';
import { startStage, type Stage } from './startStage';

const SECRET = 'a-secret-of-the-tests';
const ada = demoPeople.justWrote.waId;

describe('WhatsApp by way of 360dialog in a real n8n', () => {
	let stage: Stage;
	let support: StoredN8nWorkflow;

	beforeAll(async () => {
		stage = await startStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		const credential = await stage.addCredential('WhatsApp by 360dialog', {
			provider: 'dialog360',
			dialog360ApiKey: keyOfNumber(0),
			dialog360BaseUrl: `${stage.simulator.url}/360dialog`,
			webhookSecret: SECRET,
		});
		support = await stage.publish(registeringItself(readExample('support-auto-reply')), credential);
	});
	afterAll(async () => await stage?.close());

	async function readWebhook(): Promise<{ url: string; headers: Record<string, string> }> {
		const response = await fetch(`${stage.simulator.url}/360dialog/v1/configs/webhook`, { headers: { 'D360-API-KEY': keyOfNumber(0) } });
		return (await response.json()) as { url: string; headers: Record<string, string> };
	}

	test('publishing sets the address and the secret', async () => {
		const { url, headers } = await readWebhook();
		expect(url).toContain(stage.n8n.url);
		expect(headers).toEqual({ 'X-WhatsApp-Session-Secret': SECRET });
	});

	test('a message is answered within the window', async () => {
		const { id } = stage.simulator.write({ from: ada, text: 'Where is my order?' });
		const [execution] = await stage.client.waitForExecutions(support.id, 1);
		expect(execution?.status).toBe('success');
		expect(stage.simulator.sent()).toMatchObject([{ waId: ada, type: 'text', contextId: id }]);
	});

	test('a forged message is refused, and starts nothing', async () => {
		const { url } = await readWebhook();
		for (const headers of [{}, { 'X-WhatsApp-Session-Secret': 'another-secret-of-tests' }]) {
			const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
			const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });
			expect(answer.status).toBe(401);
		}
		expect(await stage.client.waitForExecutions(support.id, 1)).toHaveLength(1);
	});
});

function registeringItself(workflow: N8nWorkflow): N8nWorkflow {
	const nodes = workflow.nodes.map((node) =>
		node.type.endsWith('.whatsAppSessionTrigger') ? { ...node, parameters: { ...node.parameters, registration: 'automatic' } } : node,
	);
	return { ...workflow, nodes };
}
