import { randomUUID } from 'node:crypto';

import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const PACK = 'n8n-nodes-whatsapp-session';
const NOT_SENT = 1;
const PEOPLE = 1_000;
const WORDS = ['STOP', 'Baja', 'sair', 'Abmelden!', 'стоп', 'Unsubscribe', 'arrêt'];
const waIdOf = (index: number) => `1202555${String(index).padStart(4, '0')}`;
const everybody = Array.from({ length: PEOPLE }, (_, index) => ({ recipient: `+${waIdOf(index)}`, firstName: `Customer ${index}` }));

/** Who opts out by which way, 137 in all. */
const BY_WORD = range(0, 28);
const BY_SETTINGS = range(100, 128);
const BY_BUTTON = range(200, 227);
const BY_FORM = range(300, 327);
const BY_FAILURE = range(400, 427);

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from }, (_, index) => from + index);
}

describe('a marketing campaign over 1,000 people of whom 137 have opted out', () => {
	let stage: Stage;
	beforeAll(async () => void (stage = await startStage()));
	afterAll(async () => await stage?.close());

	/** Publishes a workflow that runs one node for every item that it is called with. */
	async function publishNode(type: string, typeVersion: number, parameters: Record<string, unknown>) {
		const path = randomUUID();
		const node = (name: string, kind: string, version: number, settings: Record<string, unknown>, column: number) => ({
			id: randomUUID(),
			name,
			type: kind,
			typeVersion: version,
			position: [column * 220, 0] as [number, number],
			parameters: settings,
			...(name === 'Shop' && { webhookId: path }),
		});
		const { id } = await stage.publish({
			name: `Called: ${type} ${path}`,
			nodes: [
				node('Shop', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, 0),
				node('One item each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }, 1),
				node('Node', `${PACK}.${type}`, typeVersion, parameters, 2),
			],
			connections: {
				Shop: { main: [[{ node: 'One item each', type: 'main', index: 0 }]] },
				'One item each': { main: [[{ node: 'Node', type: 'main', index: 0 }]] },
			},
		});
		const post = async (items: object[]) => {
			const headers = { 'content-type': 'application/json', connection: 'close' };
			const answer = await fetch(`${stage.n8n.url}/webhook/${path}`, { method: 'POST', headers, body: JSON.stringify({ items }) });
			if (!answer.ok) throw new Error(`n8n answered the call with ${answer.status}: ${await answer.text()}`);
		};
		return { id, post, ended: async (runs: number): Promise<N8nExecution[]> => await stage.client.waitForExecutions(id, runs) };
	}

	const template = (templateName: string, values: Record<string, string>, more: Record<string, unknown> = {}) => ({
		templateFrom: 'name',
		templateName,
		templateLanguage: 'en_US',
		templateVariables: { mappingMode: 'defineBelow', value: values },
		...more,
	});
	const sale = { body_1: '={{ $json.firstName }}' };
	const peopleOf = (indexes: number[]) => indexes.map((index) => everybody[index]!);
	const salesSince = (count: number) => stage.simulator.sent().slice(count).filter(({ template: sent, status }) => sent?.name === 'summer_sale' && status !== 'refused');

	async function runOnce(type: string, typeVersion: number, parameters: Record<string, unknown>, items: object[]): Promise<N8nExecution> {
		const { post, ended } = await publishNode(type, typeVersion, parameters);
		await post(items);
		const [execution] = await ended(1);
		expect(execution?.status).toBe('success');
		return execution!;
	}

	/** Everything that the simulator has to report has been reported. */
	async function reported(): Promise<void> {
		await stage.simulator.idle();
		const look = async () => stage.simulator.deliveries().every(({ state }) => state !== 'waiting');
		await waitUntil(look, { what: 'the webhooks to be delivered', timeoutMs: 60_000 });
	}

	test('reaches the 863 others, each once, also when it is started twice in the same second, and says of the 137 how they opted out', async () => {
		for (const { recipient } of everybody) stage.simulator.putPerson({ waId: recipient.slice(1) });
		await stage.connect(await stage.publish(triggerWorkflow('Opt-outs', { registration: 'manual', events: ['optInChange'], options: { stopButtons: ['Change'] } })));

		// Everybody has agreed, in another system.
		const at = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();
		const rows = everybody.map(({ recipient }) => ({ recipient, kind: 'marketing', state: 'optedIn', at, evidence: 'crm' }));
		await runOnce('whatsAppSession', 1, { resource: 'consent', operation: 'import' }, rows);

		for (const index of BY_WORD) stage.simulator.write({ from: waIdOf(index), text: WORDS[index % WORDS.length]! });
		for (const index of BY_SETTINGS) stage.simulator.preferMarketing({ from: waIdOf(index), value: 'stop' });
		await runOnce('sendTemplate', 2, template('appointment_reminder', { body_1: '={{ $json.firstName }}', body_2: 'today' }), peopleOf(BY_BUTTON));
		for (const index of BY_BUTTON) stage.simulator.tap({ from: waIdOf(index), button: 'Change' });
		await runOnce('whatsAppSession', 1, { resource: 'consent', operation: 'optOut', source: 'form', evidence: 'https://shop.example/forms/7' }, peopleOf(BY_FORM));
		// These have stopped offers in WhatsApp, and no webhook told so: the first offer fails.
		for (const index of BY_FAILURE) stage.simulator.putPerson({ waId: waIdOf(index), hasStoppedMarketing: true });
		await runOnce('sendTemplate', 2, template('summer_sale', sale), peopleOf(BY_FAILURE));
		await reported();

		const before = stage.simulator.sent().length;
		const campaign = await publishNode('sendTemplate', 2, template('summer_sale', sale, { options: { sendOnceKey: 'spring' } }));
		await Promise.all([campaign.post(everybody), campaign.post(everybody)]);
		const executions = await campaign.ended(2);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);

		const reached = salesSince(before).map(({ waId }) => waId);
		expect(reached).toHaveLength(863);
		expect(new Set(reached).size).toBe(863);
		for (const execution of executions) {
			const kept = itemsOf(execution, 'Node', NOT_SENT).map(({ notSent }) => notSent as { reason: string; source: string });
			expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['optedOut']));
			const bySource = Object.fromEntries(Object.entries(Object.groupBy(kept, ({ source }) => source)).map(([source, own]) => [source, own?.length]));
			expect(bySource).toEqual({ keyword: 28, userPreferences: 28, button: 27, form: 27, messageFailed: 27 });
			expect(itemsOf(execution, 'Node')).toHaveLength(863);
		}
	}, 240_000);

	test('is sent to nobody twice without a key either, where a pause between templates is wanted', async () => {
		const before = stage.simulator.sent().length;
		const polite = await publishNode('sendTemplate', 2, template('hello_world', {}, { manners: { templatePauseHours: 1 } }));
		const some = peopleOf(range(500, 560));
		await Promise.all([polite.post(some), polite.post(some)]);
		await polite.ended(2);
		const perPerson = Object.values(Object.groupBy(stage.simulator.sent().slice(before), ({ waId }) => waId)).map((own) => own?.length);
		expect(perPerson.every((messages) => messages === 1)).toBe(true);
	}, 120_000);
});
