import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { TurnClock } from '../support/TurnClock';

/** The pack's clock and the simulator's. */
let mockClock: TurnClock;

jest.mock('../../nodes/shared/n8n/account/pacingClock', () => ({
	pacingClock: {
		nowMs: () => mockClock.nowMs(),
		runIn: (ms: number, run: () => void) => mockClock.runIn(ms, run),
	},
}));

const HOUR_MS = 3_600_000;
const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
const OTHER_NUMBER_ID = '106540352242999';
const NUMBERS = [PHONE_NUMBER_ID, OTHER_NUMBER_ID].map((id, index) => ({
	id,
	displayPhoneNumber: `+1 555 010 000${index + 1}`,
	verifiedName: 'Example Shop',
}));

let stage: Stage;

beforeEach(async () => {
	mockClock = new TurnClock();
	const startMs = Date.now();
	stage = await openStage({ phoneNumbers: NUMBERS, now: () => startMs + mockClock.nowMs() });
	stage.simulator.setSettings({ statuses: 'none' });
});
afterEach(async () => {
	jest.restoreAllMocks();
	await stage.close();
	mockClock.stop();
});

const to = (recipient: string, more: Record<string, unknown> = {}) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID, ...more });
const people = (count: number) => Array.from({ length: count }, (_, index) => `+1555010${1000 + index}`);
const taken = () => stage.simulator.sent().filter(({ status }) => status !== 'refused');
const refusedWith = (code: number) => stage.simulator.sent().filter(({ error }) => error?.code === code);

/** Everybody has just written. */
async function wrote(all: string[]): Promise<void> {
	const evidence = all.map((person) => ({ waId: person.slice(1) })).map((user) => [
		{ kind: 'inbound' as const, phoneNumberId: PHONE_NUMBER_ID, user, atMs: Date.now() - 60_000 },
		{ kind: 'inbound' as const, phoneNumberId: OTHER_NUMBER_ID, user, atMs: Date.now() - 60_000 },
	]);
	await stage.store.recordEvidence(evidence.flat());
}

async function send(items: Array<Record<string, unknown>>, parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) {
	const run = { node: new SendFreeForm(), credential: stage.credential, ...more };
	return await runNode({ ...run, parameters: { text: 'Hello', ...parameters }, items: toItems(...(items as never[])) });
}

const notSentOf = (run: Awaited<ReturnType<typeof send>>) => run.outputs[NOT_SENT]?.map(({ json }) => json.notSent as Record<string, unknown>) ?? [];

describe('more messages than Meta takes', () => {
	it('to 300 people at 20 a second all arrive, each once', async () => {
		const all = people(300);
		await wrote(all);
		stage.simulator.setSettings({ throughputPerSecond: 20 });
		const { error, outputs } = await send(all.map((person) => to(person)));
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.length)).toEqual([300, 0]);
		expect(taken().map(({ waId }) => `+${waId}`).toSorted()).toEqual(all.toSorted());
	});

	it('to one person, 60 of them, all arrive in order, none doubled and none refused', async () => {
		await wrote([ADA]);
		const texts = Array.from({ length: 60 }, (_, index) => `Message ${index + 1}`);
		const { error } = await send(texts.map((text) => to(ADA, { text })), { text: '={{ $json.text }}' });
		expect(error).toBeUndefined();
		expect(taken().map(({ text }) => text)).toEqual(texts);
	});

	it('by two runs at once keep one pace', async () => {
		const all = people(240);
		await wrote(all);
		stage.simulator.setSettings({ throughputPerSecond: 80 });
		const runs = [all.slice(0, 120), all.slice(120)].map(async (half) => await send(half.map((person) => to(person))));
		expect((await Promise.all(runs)).map(({ outputs }) => outputs[SENT]?.length)).toEqual([120, 120]);
		expect(taken()).toHaveLength(240);
		// With a pace each there would be 40 and more.
		expect(refusedWith(130429).length).toBeLessThan(10);
	});

	it('by a number that the WhatsApp Business app uses as well go out at the pace that Meta names', async () => {
		const all = people(100);
		await wrote(all);
		stage.simulator.setSettings({ throughputPerSecond: 20, isOnBizApp: true });
		const { outputs } = await send(all.map((person) => to(person)));
		expect(outputs[SENT]).toHaveLength(100);
		expect(refusedWith(130429).length).toBeLessThan(10);
	});

	it('go out as well where the token may not ask for the throughput', async () => {
		const all = people(40);
		await wrote(all);
		stage.simulator.setToken({ scopes: ['whatsapp_business_messaging'] });
		const { error, outputs } = await send(all.map((person) => to(person)));
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(40);
	});
});

describe('a limit of Meta', () => {
	it('for one person (131056) keeps nobody else, and the message goes out after 1 and 4 seconds', async () => {
		const all = [ADA, ...people(5)];
		await wrote(all);
		stage.simulator.failNext({ mode: 'error', code: 131056, count: 1 });
		const { error, outputs } = await send(all.map((person) => to(person)));
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(6);
		expect(taken()).toHaveLength(6);
	});

	it.each([80007, 4, 130429])('for the number or account (%i) fails no run: everything is tried again', async (code) => {
		const all = people(30);
		await wrote(all);
		stage.simulator.failNext({ mode: 'error', code, count: 12 });
		const { error, outputs } = await send(all.map((person) => to(person)));
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(30);
		expect(taken()).toHaveLength(30);
	});

	it('because of complaints (131048) lets the rest of the number leave on Not Sent without a try, and other numbers go on', async () => {
		const all = people(200);
		await wrote(all);
		stage.simulator.failNext({ mode: 'error', code: 131048, count: 10_000 });
		const run = await send(all.map((person) => to(person)));
		expect(run.error).toBeUndefined();
		expect(run.outputs.map((items) => items.length)).toEqual([0, 200]);
		expect(new Set(notSentOf(run).map(({ reason }) => reason))).toEqual(new Set(['qualityLimit']));
		expect(notSentOf(run).at(-1)).toMatchObject({ code: 131048, message: expect.stringMatching(/^Not tried: /), advice: expect.stringMatching(/quality rating/) });
		expect(stage.simulator.sent().length).toBeLessThan(150);

		stage.simulator.reset();
		const other = await send(all.slice(0, 3).map((person) => to(person, { phoneNumberId: OTHER_NUMBER_ID })));
		expect(other.outputs[SENT]).toHaveLength(3);
	});

	it('on marketing for one person (131049) is an outcome with the day after, and no reason for the run to fail', async () => {
		await wrote([ADA, ...people(2)]);
		stage.simulator.failNext({ mode: 'error', code: 131049 });
		const startMs = Date.now();
		const run = await send([ADA, ...people(2)].map((person) => to(person)));
		expect(run.error).toBeUndefined();
		expect(run.outputs.map((items) => items.length)).toEqual([2, 1]);
		const [notSent] = notSentOf(run);
		expect(notSent).toMatchObject({ reason: 'marketingLimit', code: 131049, advice: expect.stringMatching(/24 hours/) });
		expect(Date.parse(notSent!.sendAt as string)).toBeGreaterThanOrEqual(startMs + 24 * HOUR_MS);
	});

	it('met by a part of a long text does not double the parts before it', async () => {
		await wrote([ADA]);
		const text = Array.from({ length: 3 }, (_, part) => `${'x'.repeat(4000)}${part}.`).join(' ');
		const options = { splitText: true };
		stage.simulator.failNext({ mode: 'error', code: 130429 });
		const { error, outputs } = await send([to(ADA)], { text, options });
		expect(error).toBeUndefined();
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ parts: [expect.any(String), expect.any(String), expect.any(String)] });
		expect(taken()).toHaveLength(3);
	});
});

describe('what a run says of itself', () => {
	const hintsOf = ({ run }: Awaited<ReturnType<typeof send>>) => run.data.resultData.runData.Node?.at(-1)?.hints ?? [];

	it('is one hint with what was sent and what was not, where it had many items', async () => {
		const all = people(12);
		await wrote(all.slice(0, 10));
		const run = await send(all.map((person) => to(person)));
		expect(hintsOf(run)).toEqual([
			{ location: 'outputPane', type: 'info', message: expect.stringMatching(/^10 of 12 messages sent in \d+\.\d s: 10 free-form\. Not sent: 2 windowClosed\.$/) },
		]);
	});

	it('is nothing where it had few', async () => {
		await wrote([ADA]);
		expect(hintsOf(await send([to(ADA)]))).toEqual([]);
	});
});
