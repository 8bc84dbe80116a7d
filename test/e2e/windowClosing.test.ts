import { randomUUID } from 'node:crypto';

import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { demoPeople } from '../../scripts/demo/demoPeople';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const ada = demoPeople.justWrote.waId;
const ben = demoPeople.wroteYesterday.waId;
const cleo = demoPeople.neverWrote.waId;
const LOOK_MS = 60_000;

/** A workflow of the alarm alone. */
function closingWorkflow(parameters: Record<string, unknown>): N8nWorkflow {
	const type = 'n8n-nodes-whatsapp-session.windowClosingTrigger';
	const node = { id: randomUUID(), name: 'Window Closing Trigger', type, typeVersion: 1, position: [0, 0] as [number, number], parameters };
	return { name: 'Windows that close', nodes: [node], connections: {} };
}

describe('the Window Closing Trigger in a real n8n', () => {
	let stage: Stage;
	beforeAll(async () => {
		stage = await startStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		await stage.connect(await stage.publish(triggerWorkflow('Keeps the windows')));
	});
	afterAll(async () => await stage?.close());

	const write = (from: string, agoHours: number) => {
		stage.simulator.setClock({ agoHours });
		stage.simulator.write({ from, text: 'Do you have the fern?' });
		stage.simulator.setClock({ reset: true });
	};

	test('refuses to be published with quiet hours that leave no minute, and says so', async () => {
		const workflow = closingWorkflow({ beforeNight: true, nightFrom: '21:00', nightUntil: '21:00' });
		await expect(stage.publish(workflow)).rejects.toThrow(/leaves no minute of the day/);
	});

	test('the example asks a person once whose window closes, and nobody whose window does not', async () => {
		write(ada, 22.5);
		write(ben, 1);
		const workflow = await stage.importExample('window-closing-reminder');
		const [execution] = await stage.client.waitForExecutions(workflow.id, 1, LOOK_MS);
		expect(execution?.status).toBe('success');
		expect(itemsOf(execution!, 'Send Free-form')).toMatchObject([
			{ event: 'windowClosing', recipient: `+${ada}`, isAnswered: false, message: { sentAs: 'freeForm' } },
		]);
		expect(stage.simulator.sent().map(({ waId, type }) => [waId, type])).toEqual([[ada, 'text']]);
		// A restart tells nobody twice.
		await stage.n8n.stop();
		await stage.restart();
		write(cleo, 22.5);
		const executions = await stage.client.waitForExecutions(workflow.id, 2, LOOK_MS);
		expect(executions).toHaveLength(2);
		expect(stage.simulator.sent().map(({ waId }) => waId)).toEqual([ada, cleo]);
	}, 180_000);

	test('Execute step shows whose windows close next', async () => {
		const { id } = await stage.client.createWorkflow({
			...closingWorkflow({ conversations: 'all', putOut: 'list' }),
			nodes: closingWorkflow({ conversations: 'all', putOut: 'list' }).nodes.map((node) => ({
				...node,
				credentials: { whatsAppSessionApi: stage.credential },
			})),
		});
		const { executionId } = await stage.client.run(id, 'Window Closing Trigger');
		const execution = await stage.client.waitForExecution(String(executionId));
		const [list] = itemsOf(execution, 'Window Closing Trigger');
		expect(list).toMatchObject({ event: 'windowClosing', count: 3 });
	});
});
