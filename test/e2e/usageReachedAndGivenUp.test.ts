import { join } from 'node:path';

import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { keepText } from './keepText';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550181';
const BEN = '12025550182';
const EVENTS = ['message', 'usageReached', 'givenUp'];
const TIMEOUT_MS = 480_000;
/** Each look waits a minute for the one before, and what is given up is found a minute after its end. */
const LOOKS_MS = 180_000;

describe('what no webhook brings, in a real n8n', () => {
	let stage: Stage;
	let workflow: StoredN8nWorkflow;
	beforeAll(async () => {
		stage = await startStage({ simulator: { retryPausesMs: Array.from({ length: 400 }, () => 500) } });
		stage.simulator.putPerson({ waId: ADA, name: 'Ada' });
		const answer = { type: 'sendFreeForm' as const, parameters: { text: 'We have.' } };
		const parameters = { events: EVENTS, usageFreeUsed: '2, 3', options: { usageTimeZone: 'Europe/Berlin' } };
		workflow = await stage.publish(triggerWorkflow('Told', parameters, answer));
		await stage.connect(workflow);
	}, 120_000);
	afterAll(async () => await stage?.close());

	async function told(event: string) {
		const executions = await stage.client.executions(workflow.id);
		return executions.flatMap((execution) => itemsOf(execution, TRIGGER_NAME, EVENTS.indexOf(event)));
	}
	async function answered(count: number) {
		stage.simulator.write({ from: ADA, text: 'Do you have the fern?' });
		await waitUntil(async () => stage.simulator.sent().length === count, { what: 'the answer', timeoutMs: 60_000 });
		await stage.simulator.idle();
	}

	test('starts a workflow once, also where n8n is killed before it and after it', async () => {
		await answered(1);
		await answered(2);
		const config = { kind: 'embedded' as const, path: join(stage.userFolder, '.n8n', 'whatsapp-session', 'sessions.sqlite') };
		await keepText(config, { key: 'fern', waId: BEN, text: 'Your fern is here.', expiresAtMs: Date.now() + 1 });
		await stage.n8n.kill9();
		await stage.restart();
		const [usage] = await waitUntil(async () => { const items = await told('usageReached'); return items.length > 0 && items; }, { what: 'the usage to be told of', timeoutMs: LOOKS_MS });
		const [givenUp] = await waitUntil(async () => { const items = await told('givenUp'); return items.length > 0 && items; }, { what: 'the message to be told of', timeoutMs: LOOKS_MS, everyMs: 500 });
		expect(usage).toMatchObject({ event: 'usageReached', phoneNumberId: PHONE_NUMBER_ID, reached: { counted: 'freeUsed', threshold: 2, count: 2 }, usage: { timeZone: 'Europe/Berlin', freeLeft: 998 } });
		expect(givenUp).toMatchObject({ event: 'givenUp', recipient: `+${BEN}`, outbox: { key: 'fern', state: 'givenUp', content: [{ text: { body: 'Your fern is here.' } }] } });

		await stage.n8n.kill9();
		await stage.restart();
		// The look that finds the next threshold looks for the others as well.
		await answered(3);
		await waitUntil(async () => (await told('usageReached')).length > 1, { what: 'the next threshold', timeoutMs: LOOKS_MS, everyMs: 500 });
		const thresholds = (await told('usageReached')).map(({ reached }) => (reached as { threshold: number }).threshold);
		expect(thresholds.toSorted((one, other) => one - other)).toEqual([2, 3]);
		expect(await told('givenUp')).toHaveLength(1);
	}, TIMEOUT_MS);
});
