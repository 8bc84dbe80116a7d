import { randomUUID } from 'node:crypto';

import { Client } from 'pg';

import { openStore } from '../../nodes/shared/store/openStore';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import { startN8n, type RunningN8n } from '../../scripts/n8n/startN8n';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startPostgres, type Postgres } from '../support/startPostgres';
import { databaseEnvironment } from './databaseEnvironment';
import { startStage, type Stage } from './startStage';

const TRIGGER = 'Window Closing Trigger';
/** More than two batches, so that both processes have something to claim. */
const PEOPLE = 1_200;
const HOUR_MS = 3_600_000;
const LOOK_MS = 60_000;
const RINGING = 'SELECT batch_id FROM whatsapp_session.closing_alarms WHERE leased_until_ms IS NOT NULL';

/** Two main processes of one n8n, as while one takes over from the other; the sessions are in the same Postgres. */
describe('the Window Closing Trigger with two main processes of n8n', () => {
	let postgres: Postgres;
	let stage: Stage;
	let second: RunningN8n;
	let database: Client;
	let workflowId: string;

	const startSecond = async () => await startN8n({ userFolder: stage.userFolder, env: envOf('second') });
	/** Postgres then says which of the processes it is that waits. */
	const envOf = (name: string) => ({ ...databaseEnvironment(postgres.url), PGAPPNAME: name });

	beforeAll(async () => {
		postgres = await startPostgres();
		database = new Client(postgres.url);
		await database.connect();
		stage = await startStage({ env: envOf('first'), credential: { sessionStore: 'postgres', postgresUrl: postgres.url } });
		const type = 'n8n-nodes-whatsapp-session.windowClosingTrigger';
		const parameters = { conversations: 'all' };
		const node = { id: randomUUID(), name: TRIGGER, type, typeVersion: 1, position: [0, 0] as [number, number], parameters };
		workflowId = (await stage.publish({ name: 'Windows that close', nodes: [node], connections: {} })).id;
	}, 240_000);
	afterAll(async () => {
		await second?.stop();
		await stage?.close();
		await database?.end();
		await postgres?.stop();
	}, 60_000);

	/** Puts people on record whose windows close in an hour and a half. */
	async function wrote(waIds: string[]): Promise<void> {
		const store = openStore({ kind: 'postgres', url: postgres.url });
		const atMs = Date.now() - 22.5 * HOUR_MS;
		const phoneNumberId = stage.simulator.state().numbers[0]!.id;
		await store.recordEvidence(waIds.map((waId) => ({ kind: 'inbound' as const, phoneNumberId, user: { waId }, atMs })));
		await store.close();
	}

	/** Whom the executions that n8n has on record are about, one entry for each time. */
	async function rungFor(): Promise<unknown[]> {
		const executions = await stage.client.executions(workflowId);
		return executions.filter(({ status }) => status === 'success').flatMap((execution) => itemsOf(execution, TRIGGER).map(({ recipient }) => recipient));
	}

	/** Those that were never finished as well. */
	async function countExecutions(): Promise<number> {
		const { rows } = await database.query<{ count: string }>('SELECT count(*) FROM execution_entity');
		return Number(rows[0]?.count);
	}

	async function allHandedOver(people: number): Promise<void> {
		const look = async () => (await rungFor()).length >= people && (await database.query(RINGING)).rowCount === 0;
		await waitUntil(look, { what: `the alarms of ${people} people`, timeoutMs: LOOK_MS, everyMs: 500 });
	}

	/** Each looks every half minute, so that of two looks in a row one is of the other process. */
	async function bothHaveLooked(): Promise<void> {
		const looks = new Set<unknown>();
		const look = async () => {
			const { rows } = await database.query<{ at: unknown }>('SELECT max(watched_at_ms) AS at FROM whatsapp_session.closing_watches');
			return looks.add(rows[0]?.at).size > 2;
		};
		await waitUntil(look, { what: 'both processes to look', timeoutMs: LOOK_MS });
	}

	test('rings once for each person, when both look at the same sessions', async () => {
		await stage.n8n.stop();
		const people = Array.from({ length: PEOPLE }, (_, index) => `1202555${String(index).padStart(4, '0')}`);
		await wrote(people);
		[second] = await Promise.all([startSecond(), stage.restart()]);
		await allHandedOver(PEOPLE);
		await bothHaveLooked();
		const rung = await rungFor();
		expect(rung).toHaveLength(PEOPLE);
		expect((await database.query('SELECT FROM whatsapp_session.closing_alarms')).rowCount).toBe(PEOPLE);
		expect(new Set(rung)).toEqual(new Set(people.map((waId) => `+${waId}`)));
	}, 180_000);

	test('rings once for somebody whose process is killed between the claim and the execution', async () => {
		const ada = '12025559999';
		const before = await countExecutions();
		// Nothing can be saved: a process that has claimed gets no further.
		await database.query('BEGIN; LOCK TABLE execution_entity IN SHARE MODE');
		await wrote([ada]);
		const name = await waitUntil(findWaiting, { what: 'an execution that cannot be saved', timeoutMs: LOOK_MS });
		await (name === 'first' ? stage.n8n : second).kill9();
		// With a machine without power its connections are gone as well.
		await database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", [name]);
		await database.query('COMMIT');
		expect(await countExecutions()).toBe(before);
		expect((await database.query(RINGING)).rowCount).toBe(1);

		// The lease runs out, and the other process looks.
		await database.query('UPDATE whatsapp_session.closing_alarms SET leased_until_ms = 0 WHERE leased_until_ms IS NOT NULL');
		if (name === 'first') await stage.restart();
		else second = await startSecond();
		await allHandedOver(PEOPLE + 1);
		expect((await rungFor()).filter((recipient) => recipient === `+${ada}`)).toHaveLength(1);
	}, 180_000);

	/** Gives the name of the process that has claimed and waits for its execution to be saved. */
	async function findWaiting(): Promise<string | undefined> {
		const claimed = await database.query(RINGING);
		const { rows } = await database.query<{ application_name: string }>(
			`SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
				WHERE NOT granted AND relation = 'execution_entity'::regclass`,
		);
		return claimed.rowCount === 1 ? rows[0]?.application_name : undefined;
	}
});
