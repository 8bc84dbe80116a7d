import { DateTime } from 'luxon';

import { demoPeople } from '../../scripts/demo/demoPeople';
import { readExample } from '../../scripts/demo/readExample';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import type { N8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { startStage, type Stage } from './startStage';

const ada = `+${demoPeople.justWrote.waId}`;
const ben = `+${demoPeople.wroteYesterday.waId}`;
const cleo = `+${demoPeople.neverWrote.waId}`;

/** n8n waits in memory for what is less than 65 seconds away, and calls that running. */
const IN_MEMORY_WAIT_MS = 100_000;

describe('the polite re-engagement campaign in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await startStage();
		for (const person of Object.values(demoPeople)) stage.simulator.putPerson(person);
		await stage.connect(await stage.importExample('support-auto-reply'));
	});
	afterAll(async () => await stage?.close());

	/** Runs the example with other manners, until it has nothing more to wait for. */
	async function run(manners: Record<string, unknown>): Promise<N8nExecution> {
		const example = readExample('re-engagement-campaign');
		const nodes = example.nodes.map((node) => (node.name === 'Send Template' ? { ...node, parameters: { ...node.parameters, manners } } : node));
		const { id } = await stage.publish({ ...example, nodes } as N8nWorkflow);
		const { executionId } = await stage.client.run(id, 'Every Monday at 17');
		const look = async () => {
			const execution = await stage.client.waitForExecution(String(executionId), IN_MEMORY_WAIT_MS);
			return execution.status !== 'waiting' && execution;
		};
		return await waitUntil(look, { what: 'the campaign to end', timeoutMs: 200_000 });
	}

	test('waits for the end of the quiet hours, and reaches everybody then', async () => {
		const now = DateTime.utc();
		const until = now.plus({ seconds: 20 }).startOf('minute').plus({ minutes: 1 });
		const quiet = { quietFrom: now.minus({ hours: 1 }).toFormat('HH:mm'), quietUntil: until.toFormat('HH:mm'), timeZone: 'UTC' };
		const execution = await run(quiet);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Earliest first').map(({ notSent }) => (notSent as { sendAt: string }).sendAt)).toEqual(Array(3).fill(until.toISO()));
		const sent = stage.simulator.sent().filter(({ template }) => template?.name === 'summer_sale');
		expect(sent.map(({ waId }) => `+${waId}`).sort()).toEqual([ada, ben, cleo].sort());
		expect(DateTime.utc() >= until).toBe(true);
		expect(itemsOf(execution, 'Note')).toEqual([]);
	}, 240_000);

	test('writes no more to those who have not answered, and notes who they are', async () => {
		stage.simulator.write({ from: demoPeople.justWrote.waId, text: 'Show me the offers' });
		await waitUntil(async () => (await stage.client.executions((await stage.client.findWorkflow('Support auto-reply'))!.id)).some(({ status }) => status === 'success'), {
			what: 'the answer to be on record',
			timeoutMs: 30_000,
		});
		const execution = await run({ unansweredCap: 1 });
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Send Template').map(({ recipient }) => recipient)).toEqual([ada]);
		expect(itemsOf(execution, 'Note')).toEqual([
			{ recipient: ben, reason: 'tooManyUnanswered', why: expect.stringContaining('has not answered') },
			{ recipient: cleo, reason: 'tooManyUnanswered', why: expect.stringContaining('has not answered') },
		]);
	});
});
