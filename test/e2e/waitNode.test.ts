import { randomUUID } from 'node:crypto';

import { itemsOf } from '../../scripts/n8n/itemsOf';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const PACK = 'n8n-nodes-whatsapp-session';
const OPEN = 0;
const WINDOW_CLOSED = 1;
const DAY_SECONDS = 86_400;
const LEFT_SECONDS = 60;
/** Longer than the window is open, and long enough that n8n puts the execution away and takes it up again. */
const WAIT_SECONDS = 70;

describe('a Wait node between the check and the send', () => {
	let stage: Stage;
	beforeAll(async () => void (stage = await startStage()));
	afterAll(async () => await stage?.close());

	test('ends on Window Closed when the window has closed meanwhile', async () => {
		const workflow = triggerWorkflow('Support', { events: ['message'] });
		const options = { safetyMarginMinutes: 0 };
		const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>) => {
			return { id: randomUUID(), name, type, typeVersion, position: [0, 0] as [number, number], parameters };
		};
		workflow.nodes.push(
			node('Check', `${PACK}.sessionWindowCheck`, 1, { options }),
			{ ...node('Wait', 'n8n-nodes-base.wait', 1.1, { amount: WAIT_SECONDS, unit: 'seconds' }), webhookId: randomUUID() },
			node('Send', `${PACK}.sendFreeForm`, 1, { text: 'Your parcel is here.', options }),
		);
		const chain = [TRIGGER_NAME, 'Check', 'Wait', 'Send'];
		workflow.connections = Object.fromEntries(
			chain.slice(0, -1).map((name, index) => [name, { main: [[{ node: String(chain[index + 1]), type: 'main', index: 0 }]] }]),
		);
		const stored = await stage.publish(workflow);
		await stage.connect(stored);

		const waId = '12025550277';
		stage.simulator.putPerson({ waId, name: 'Grace Example' });
		stage.simulator.setClock({ offsetSeconds: LEFT_SECONDS - DAY_SECONDS });
		stage.simulator.write({ from: waId, text: 'Where is my parcel?' });
		stage.simulator.setClock({ reset: true });

		const execution = await waitUntil(
			async () => (await stage.client.executions(stored.id)).find(({ status }) => status === 'success' || status === 'error'),
			{ what: 'the execution to end', timeoutMs: 200_000 },
		);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Check', OPEN)).toMatchObject([{ session: { isOpen: true } }]);
		expect(itemsOf(execution, 'Send', WINDOW_CLOSED)).toMatchObject([
			{ session: { isOpen: false, reason: 'expired' }, notSent: { reason: 'windowClosed' } },
		]);
		expect(stage.simulator.sent()).toEqual([]);
	}, 240_000);
});
