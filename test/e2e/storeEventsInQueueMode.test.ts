import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { keepText } from './keepText';
import { lockTable, type LockedTable } from './lockTable';
import { openQueueStage, type QueueStage } from './openQueueStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550181';
const BEN = '12025550182';
const EVENTS = ['usageReached', 'givenUp'];
const HOUR_MS = 3_600_000;
/** Each look waits a minute for the one before, and one may come between the two things that are to be found. */
const LOOKS_MS = 150_000;
const TIMEOUT_MS = 900_000;

/** The webhook process counts, the main process looks, and a worker runs what it starts. */
describe('what no webhook brings, in queue mode', () => {
	let stage: QueueStage;
	let workflow: StoredN8nWorkflow;

	beforeAll(async () => {
		stage = await openQueueStage();
		stage.simulator.putPerson({ waId: ADA, name: 'Ada' });
		workflow = await stage.publish(triggerWorkflow('Told', { events: EVENTS, usageFreeUsed: '2' }));
		await stage.listen(workflow);
		// The window of a free-form message.
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.simulator.idle();
		// As if it had been published an hour ago: what had ended before starts nothing.
		const began = 'UPDATE whatsapp_session.store_event_watches SET began_at_ms = began_at_ms - $1 WHERE kind = $2';
		const hasBegun = async () => (await stage.database.query(began, [HOUR_MS, 'givenUp'])).rowCount === 1;
		await waitUntil(hasBegun, { what: 'the first look', timeoutMs: LOOKS_MS });
	}, TIMEOUT_MS);
	afterAll(async () => await stage?.close(), TIMEOUT_MS);

	/** An app that is none of n8n's sends with the same number. */
	async function sendFromElsewhere(): Promise<void> {
		const headers = { Authorization: 'Bearer simulator-access-token', 'content-type': 'application/json' };
		const body = JSON.stringify({ messaging_product: 'whatsapp', to: ADA, type: 'text', text: { body: 'Hello' } });
		expect((await fetch(`${stage.simulator.url}/v25.0/${PHONE_NUMBER_ID}/messages`, { method: 'POST', headers, body })).status).toBe(200);
	}

	/** Every execution of the workflow by its status, also while no main process runs. */
	async function statuses(): Promise<string[]> {
		const { rows } = await stage.database.query<{ status: string }>('SELECT status FROM execution_entity WHERE "workflowId" = $1', [workflow.id]);
		return rows.map(({ status }) => status);
	}

	/** Lets what is claimed and not settled be that until an instant; gives how much it is. */
	async function holdUntil(atMs: number): Promise<number | null> {
		return (await stage.database.query('UPDATE whatsapp_session.store_events SET leased_until_ms = $1 WHERE leased_until_ms IS NOT NULL', [atMs])).rowCount;
	}

	async function countEvents(condition: string): Promise<number | null> {
		return (await stage.database.query(`SELECT FROM whatsapp_session.store_events WHERE ${condition}`)).rowCount;
	}

	/** The main process has claimed both, and n8n cannot save the executions. */
	async function bothClaimed(executions: LockedTable): Promise<void> {
		const isClaimed = async () => (await countEvents(`leased_until_ms > ${Date.now()}`)) === EVENTS.length;
		await waitUntil(isClaimed, { what: 'both to be claimed', timeoutMs: LOOKS_MS });
		await executions.isWaitedFor();
	}

	test('starts the workflow once for each, though the main process is killed before n8n has the executions, and again before the store knows that it has', async () => {
		const lost = await lockTable(stage.postgresUrl, 'execution_entity');
		await sendFromElsewhere();
		await sendFromElsewhere();
		await stage.simulator.idle();
		await keepText({ kind: 'postgres', url: stage.postgresUrl }, { key: 'fern', waId: BEN, text: 'Your fern is here.', expiresAtMs: Date.now() - HOUR_MS / 2 });
		await bothClaimed(lost);
		await stage.n8n.kill9();
		await lost.open();
		// Longer than a start takes.
		expect(await holdUntil(Date.now() + 230_000)).toBe(EVENTS.length);
		await stage.restart();
		expect(await statuses()).toEqual([]);

		const late = await lockTable(stage.postgresUrl, 'execution_entity');
		await holdUntil(0);
		await bothClaimed(late);
		// Now n8n can save them, and the main process cannot write down that it has.
		const events = await lockTable(stage.postgresUrl, 'whatsapp_session.store_events');
		await late.letOn();
		const haveRun = async () => (await statuses()).join() === 'success,success';
		await waitUntil(haveRun, { what: 'both executions to end', timeoutMs: 60_000 });
		await events.isWaitedFor();
		await stage.n8n.kill9();
		await events.open();
		expect(await holdUntil(0)).toBe(EVENTS.length);
		await stage.restart();
		await waitUntil(async () => (await countEvents('leased_until_ms IS NOT NULL')) === 0, { what: 'both to be settled', timeoutMs: LOOKS_MS });

		const executions = await stage.client.executions(workflow.id);
		const told = (output: number) => executions.flatMap((execution) => itemsOf(execution, TRIGGER_NAME, output));
		expect(told(0)).toMatchObject([{ event: 'usageReached', phoneNumberId: PHONE_NUMBER_ID, reached: { threshold: 2, count: 2 } }]);
		expect(told(1)).toMatchObject([{ event: 'givenUp', recipient: `+${BEN}`, outbox: { key: 'fern', content: [{ text: { body: 'Your fern is here.' } }] } }]);
		expect(await statuses()).toHaveLength(EVENTS.length);
	}, TIMEOUT_MS);
});
