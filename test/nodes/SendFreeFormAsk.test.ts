import 'reflect-metadata';

import { WebhookContext } from 'n8n-core';
import type { INodeExecutionData, INodeParameters, IRun, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { OPERATION_EXPRESSIONS } from '../../nodes/SendFreeForm/ask/operationProperty';
import { CONTINUED_HEADER } from '../../nodes/shared/n8n/waits/Continuation';
import type { InboundAnswer } from '../../nodes/shared/domain/InboundAnswer';
import type { AnswerClaim } from '../../nodes/shared/store/AnswerWaits';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import type { OrderedFailure } from '../../simulator/sending/FailureQueue';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { toBinary } from '../support/openTemplateStage';

const HOUR_MS = 3_600_000;
const NO_ANSWER = 0;
const WINDOW_CLOSED = 1;
const OPEN_PERSON = '+12025550143';
const CLOSED_PERSON = '+15550100002';
const BUTTONS = { messageType: 'buttons', body: 'Shall we come on Monday?', buttons: { button: [{ title: 'Yes', id: 'y' }, { title: 'No', id: 'n' }] } };

const node = new SendFreeForm();
let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(OPEN_PERSON, 4 * HOUR_MS);
	await stage.wrote(CLOSED_PERSON, 25 * HOUR_MS);
});
afterEach(async () => await stage.close());

const to = (recipient: string, more: Record<string, unknown> = {}) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID, ...more });
const optionsOf = (parameters: object, items: INodeExecutionData[], more: Partial<NodeRun> = {}): NodeRun => {
	executions += 1;
	const all = { operation: 'ask', ...BUTTONS, ...parameters } as INodeParameters;
	return { node, credential: stage.credential, executionId: `ask ${executions}`, ...more, parameters: all, items };
};
const ask = async (parameters: object, ...items: object[]) => await runNode(optionsOf(parameters, toItems(...(items as never[]))));

/** The wait that a message of the person would end. */
async function waitOf(phoneNumber: string, more: Partial<InboundAnswer> = {}): Promise<AnswerClaim['wait'] | undefined> {
	const atMs = Date.now() + 1;
	const answer = { eventId: 'wamid.answer', phoneNumberId: PHONE_NUMBER_ID, user: { waId: phoneNumber.slice(1) }, atMs, ...more };
	const { claimed } = await stage.store.claimAnswers([answer], { deliveryId: 'd', atMs, leaseUntilMs: atMs });
	await stage.store.settleAnswers('d', claimed.map((claim) => ({ claim, outcome: 'free' as const })));
	return claimed[0]?.wait;
}

/** What the item that waits says of its wait. */
function waitingOf(run: IRun): { id: string; askedAt: string; givesUpAt: string } {
	return run.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0]?.json.wait as ReturnType<typeof waitingOf>;
}

/** What the waiting node puts out for a POST of the trigger; undefined where it leaves the execution waiting. */
async function answer(run: IRun, body: unknown): Promise<{ outputs?: INodeExecutionData[][]; status?: number; continued?: string }> {
	const { workflow, node: place } = createTriggerWorkflow(node);
	let status: number | undefined;
	const headers: Record<string, string> = {};
	const setHeader = (name: string, value: string) => (headers[name] = value);
	const httpResponse = { status: (code: number) => ((status = code), httpResponse), json: () => httpResponse, setHeader };
	const addresses = { webhookWaitingBaseUrl: 'http://localhost/webhook-waiting', formWaitingBaseUrl: 'http://localhost/form-waiting' };
	const additionalData = { httpRequest: { body }, httpResponse, ...addresses } as unknown as IWorkflowExecuteAdditionalData;
	const context = new WebhookContext(workflow, place, additionalData, 'webhook', {} as IWebhookData, [], run.data);
	const { workflowData, noWebhookResponse } = await node.webhook.call(context);
	expect(noWebhookResponse === true).toBe(workflowData === undefined);
	return { outputs: workflowData, status, continued: headers[CONTINUED_HEADER] };
}

describe('a question that is sent', () => {
	it('lets the execution wait for as long as the builder wants, and says for whom', async () => {
		const { run, error, outputs } = await ask({ waitFor: 3, waitUnit: 'hours' }, to(OPEN_PERSON, { order: 1042 }));
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
		const [sent] = stage.simulator.sent();
		expect(sent).toMatchObject({ type: 'interactive', waId: '12025550143' });
		expect(run.status).toBe('waiting');
		const waitsMs = new Date(run.data.waitTill!).getTime() - Date.now();
		expect(Math.abs(waitsMs - 3 * HOUR_MS)).toBeLessThan(10_000);
		expect(await waitOf(OPEN_PERSON)).toMatchObject({
			phoneNumberId: PHONE_NUMBER_ID,
			user: { waId: '12025550143' },
			waitId: waitingOf(run).id,
			questionIds: [sent?.id],
			executionId: `ask ${executions}`,
			givesUpAtMs: new Date(run.data.waitTill!).getTime(),
		});
	});

	it('has an address for its answer with the token of n8n, at a path that no other node of the execution has', async () => {
		const { run } = await ask({}, to(OPEN_PERSON));
		const { resumeToken } = run.data as { resumeToken?: string };
		expect(resumeToken).toMatch(/^[0-9a-f]{20,}$/);
		expect((await waitOf(OPEN_PERSON))?.resumeUrl).toBe(
			`http://localhost/webhook-waiting/ask%20${executions}/answer?signature=${resumeToken}`,
		);
		expect(JSON.stringify(run.data.executionData?.nodeExecutionStack[0]?.data)).not.toContain(resumeToken);
	});

	it('goes on with its own fields, files and the question when the time is over', async () => {
		const options = optionsOf({}, [{ json: to(OPEN_PERSON, { order: 1042 }) as never, binary: { photo: toBinary('a', { fileName: 'a.png' }) } }]);
		const { run } = await runNode(options);
		const { outputs, run: after } = await runNode({ ...options, timedOut: run });
		expect(after.status).toBe('success');
		expect(outputs).toHaveLength(1);
		expect(outputs[NO_ANSWER]).toMatchObject([
			{
				json: {
					order: 1042,
					message: { id: stage.simulator.sent()[0]?.id, sentAs: 'freeForm' },
					session: { isOpen: true },
					wait: { askedAt: expect.any(String), givesUpAt: expect.any(String), windowClosesAt: expect.any(String), endedBy: null },
					answer: null,
				},
				binary: { photo: { fileName: 'a.png' } },
				pairedItem: { item: 0 },
			},
		]);
		expect(after.data.resultData.runData.Start?.[0]?.data?.main?.[0]?.[0]?.json).not.toHaveProperty('message');
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it("leaves on 'Answered' with its own fields, files and the answer", async () => {
		const photo = toBinary('a', { fileName: 'a.png' });
		const { run } = await runNode(optionsOf({}, [{ json: to(OPEN_PERSON, { order: 1042 }) as never, binary: { photo } }]));
		const questionId = stage.simulator.sent()[0]?.id;
		const { id } = waitingOf(run);
		const { outputs, continued } = await answer(run, { waitId: id, answer: { text: 'Yes' } });
		expect(continued).toBe(id);
		const json = expect.objectContaining({ order: 1042, answer: { text: 'Yes' } });
		expect(outputs).toEqual([[], [], [{ json, binary: { photo }, pairedItem: { item: 0 } }]]);
		expect(outputs?.[2]?.[0]?.json).toMatchObject({ message: { id: questionId } });
	});

	it("leaves on 'No Answer' with the reason when a newer question took its place", async () => {
		const { run } = await ask({}, to(OPEN_PERSON, { order: 1042 }));
		const { id } = waitingOf(run);
		const { outputs, continued } = await answer(run, { waitId: id, endedBy: 'newerQuestion' });
		expect(continued).toBe(id);
		expect(outputs).toMatchObject([[{ json: { order: 1042, answer: null, wait: { id, endedBy: 'newerQuestion', askedAt: expect.any(String) } }, pairedItem: { item: 0 } }], [], []]);
	});

	it('that waits since before waits had names is known by its message', async () => {
		const { run } = await ask({}, to(OPEN_PERSON));
		const item = run.data.executionData!.nodeExecutionStack[0]!.data.main![0]![0]!;
		delete (item.json.wait as { id?: string }).id;
		const questionId = stage.simulator.sent()[0]?.id;
		expect((await answer(run, { waitId: 'any', questionId, answer: { text: 'Yes' } })).outputs?.[2]).toHaveLength(1);
		expect(await answer(run, { waitId: 'any', questionId: 'wamid.other', answer: { text: 'Yes' } })).toMatchObject({ status: 409 });
	});

	it.each<[what: string, body: (id: string) => unknown]>([
		['the answer to another question', () => ({ waitId: 'another', answer: { text: 'Yes' } })],
		['the answer to another question, which names this one', () => ({ waitId: 'another', questionId: stage.simulator.sent()[0]?.id, answer: { text: 'Yes' } })],
		['no answer at all', (waitId) => ({ waitId })],
		['an answer that is none', (waitId) => ({ waitId, answer: 'Yes' })],
		['an end without a reason', (waitId) => ({ waitId, endedBy: 'anybody' })],
		['nothing', () => ({})],
	])('is left waiting by %s', async (_, body) => {
		const { run } = await ask({}, to(OPEN_PERSON));
		expect(await answer(run, body(waitingOf(run).id))).toEqual({ outputs: undefined, status: 409, continued: undefined });
	});

	it.each([
		[false, 24 * HOUR_MS],
		[true, 20 * HOUR_MS],
	])('gives up when the window closes where the builder wants that: %s', async (giveUpWhenClosed, expectedMs) => {
		const { run } = await ask({ options: { giveUpWhenClosed } }, to(OPEN_PERSON));
		expect(Math.abs(new Date(run.data.waitTill!).getTime() - Date.now() - expectedMs)).toBeLessThan(10_000);
	});

	it('waits for its own time where that is shorter than the window is open', async () => {
		const { run } = await ask({ waitFor: 1, options: { giveUpWhenClosed: true } }, to(OPEN_PERSON));
		expect(Math.abs(new Date(run.data.waitTill!).getTime() - Date.now() - HOUR_MS)).toBeLessThan(10_000);
	});

	it('waits after a template took its place as well, and knows no window then', async () => {
		const template = { whenClosed: 'template', templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };
		const { run } = await ask({ ...template, options: { giveUpWhenClosed: true } }, to(CLOSED_PERSON));
		expect(stage.simulator.sent()).toMatchObject([{ type: 'template' }]);
		expect(run.status).toBe('waiting');
		const waiting = run.data.executionData?.nodeExecutionStack[0]?.data.main?.[0]?.[0];
		expect(waiting?.json.wait).toMatchObject({ windowClosesAt: null });
		expect((await waitOf(CLOSED_PERSON))?.questionIds).toEqual([stage.simulator.sent()[0]?.id]);
	});

	it('that went out before is not sent again, and waits from the moment it went out', async () => {
		const executionId = `retried ${(executions += 1)}`;
		const again = { executionId };
		await runNode(optionsOf({}, toItems(to(OPEN_PERSON) as never), again));
		const first = await waitOf(OPEN_PERSON);
		const { run } = await runNode(optionsOf({ waitFor: 3 }, toItems(to(OPEN_PERSON) as never), again));
		expect(stage.simulator.sent()).toHaveLength(1);
		expect(run.status).toBe('waiting');
		const second = await waitOf(OPEN_PERSON);
		expect(second).toMatchObject({ questionIds: first?.questionIds, askedAtMs: first?.askedAtMs, waitId: waitingOf(run).id });
		expect(second?.waitId).not.toBe(first?.waitId);
		expect(second?.waitsSinceMs).toBeGreaterThan(second!.askedAtMs);
		expect(second!.givesUpAtMs - second!.waitsSinceMs).toBe(3 * HOUR_MS);
	});

	it('is dated before its request, and finds an answer that comes before WhatsApp has said that it took it', async () => {
		let found: AnswerClaim['wait'] | undefined;
		const record = jest.spyOn(stage.store, 'recordOutcomes').mockImplementationOnce(async (outcomes) => {
			found = await waitOf(OPEN_PERSON);
			record.mockRestore();
			await stage.store.recordOutcomes(outcomes);
		});
		const beforeMs = Date.now();
		await ask({}, to(OPEN_PERSON));
		expect(found).toMatchObject({ questionIds: [], waitId: expect.any(String) });
		expect(found!.askedAtMs).toBeGreaterThanOrEqual(beforeMs);
		const [sent] = await stage.store.findSends([stage.simulator.sent()[0]!.id]);
		expect(found!.askedAtMs).toBe(sent?.sentAtMs);
		expect(await waitOf(OPEN_PERSON)).toMatchObject({ waitId: found!.waitId, askedAtMs: found!.askedAtMs, questionIds: [sent?.messageId] });
	});

	it('waits also where its name could not be recorded, and says so in the log', async () => {
		const recorded = jest.spyOn(stage.store, 'recordQuestion').mockRejectedValueOnce(new SessionStoreError('The disk is full.'));
		const { run } = await ask({}, to(OPEN_PERSON));
		recorded.mockRestore();
		expect(run.status).toBe('waiting');
		expect(await waitOf(OPEN_PERSON)).toMatchObject({ questionIds: [], waitId: waitingOf(run).id });
	});

	it('in several parts is answered by a reply to any of them', async () => {
		const text = `${'Long. '.repeat(1_000)}Shall we come?`;
		const { run } = await ask({ messageType: 'text', text, options: { splitText: true } }, to(OPEN_PERSON));
		const parts = stage.simulator.sent().map(({ id }) => id);
		expect(parts).toHaveLength(2);
		for (const repliesTo of parts) expect((await waitOf(OPEN_PERSON, { repliesTo }))?.waitId).toBe(waitingOf(run).id);
		expect(await waitOf(OPEN_PERSON, { repliesTo: 'wamid.other' })).toBeUndefined();
		const [first] = await stage.store.findSends(parts.slice(0, 1));
		expect((await waitOf(OPEN_PERSON))?.askedAtMs).toBe(first?.sentAtMs);
	});

	it.each([
		[false, undefined],
		[true, 'asked'],
	])('takes a sticker for the answer where the builder says so: %s', async (takeGestures, expected) => {
		await ask({ options: { takeGestures } }, to(OPEN_PERSON));
		expect((await waitOf(OPEN_PERSON, { gesture: 'made' })) && 'asked').toBe(expected);
	});

	it.each<[what: string, parameters: object, lengthMs: number]>([
		['a part of a millisecond', { waitFor: 7 / 7.3, waitUnit: 'hours' }, Math.round((7 / 7.3) * HOUR_MS)],
		['a part of an hour', { waitFor: 0.5, waitUnit: 'hours' }, HOUR_MS / 2],
		['a third of a day, in words', { waitFor: '0.333333333333', waitUnit: 'days' }, Math.round(0.333333333333 * 24 * HOUR_MS)],
		['a duration in words, whatever the unit', { waitFor: 'PT90M', waitUnit: 'days' }, 1.5 * HOUR_MS],
		['the difference of two dates', { waitFor: "={{ DateTime.fromISO('2026-11-26T12:00').diff(DateTime.fromISO('2026-11-26T09:30')) }}", waitUnit: 'minutes' }, 2.5 * HOUR_MS],
	])('waits for whole milliseconds: %s', async (_, parameters, lengthMs) => {
		const { run, error } = await ask(parameters, to(OPEN_PERSON));
		expect(error).toBeUndefined();
		expect(run.status).toBe('waiting');
		const { givesUpAtMs, waitsSinceMs } = (await waitOf(OPEN_PERSON))!;
		expect([givesUpAtMs - waitsSinceMs, new Date(run.data.waitTill!).getTime()]).toEqual([lengthMs, givesUpAtMs]);
	});

	it('ends the wait of an older question to the same person', async () => {
		const { run: older } = await ask({}, to(OPEN_PERSON));
		const { run: newer } = await ask({}, to(OPEN_PERSON));
		const [first] = stage.simulator.sent();
		expect(await waitOf(OPEN_PERSON, { repliesTo: first?.id })).toBeUndefined();
		expect((await waitOf(OPEN_PERSON))?.waitId).toBe(waitingOf(newer).id);
		expect(waitingOf(older).id).not.toBe(waitingOf(newer).id);
	});
});

describe('a question that is not sent', () => {
	it("leaves on 'Window Closed' at once when the window is closed", async () => {
		const { run, outputs } = await ask({}, to(CLOSED_PERSON, { order: 1042 }));
		expect(run.status).toBe('success');
		expect(outputs[WINDOW_CLOSED]).toMatchObject([{ json: { order: 1042, session: { reason: 'expired' } } }]);
		expect(outputs[NO_ANSWER]).toEqual([]);
		expect(await waitOf(CLOSED_PERSON)).toBeUndefined();
	});

	it.each<[what: string, parameters: object, items: object[], message: string]>([
		['there are two items', {}, [to(OPEN_PERSON), to(OPEN_PERSON)], 'An execution waits for one answer, and here are 2 items'],
		['the time is none', { waitFor: 0 }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the time is too long', { waitFor: 366, waitUnit: 'days' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the time is no number', { waitFor: 'soon' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the time is no number at all', { waitFor: true }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the time is nothing', { waitFor: '' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the time is a date', { waitFor: '2026-11-26', waitUnit: 'minutes' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the duration is none', { waitFor: 'P5' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['the duration is negative', { waitFor: '-PT2H' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['an option is no switch', { options: { takeGestures: 'perhaps' } }, [to(OPEN_PERSON)], "'Take Stickers and Reactions' is neither true nor false"],
		['the unit is unknown', { waitUnit: 'years' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['it is a reaction', { messageType: 'reaction', messageId: 'wamid.1', emoji: '👍' }, [to(OPEN_PERSON)], 'A reaction is no question'],
	])('is refused with a sentence when %s', async (_, parameters, items, message) => {
		const { error, run } = await ask(parameters, ...items);
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(run.status).not.toBe('waiting');
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('because its wait could not be recorded leaves nobody waiting, and can be sent by the next try', async () => {
		const executionId = `unrecorded ${(executions += 1)}`;
		const recorded = jest.spyOn(stage.store, 'recordWaits').mockRejectedValueOnce(new SessionStoreError('The disk is full.'));
		const { error, run } = await runNode(optionsOf({}, toItems(to(OPEN_PERSON) as never), { executionId }));
		recorded.mockRestore();
		expect(error?.message).toContain('The disk is full.');
		expect([run.status, stage.simulator.sent()]).toEqual(['error', []]);
		const { run: second } = await runNode(optionsOf({}, toItems(to(OPEN_PERSON) as never), { executionId }));
		expect([second.status, stage.simulator.sent().length]).toEqual(['waiting', 1]);
	});

	it.each<[what: string, failure: OrderedFailure]>([
		['WhatsApp refuses it', { mode: 'error', code: 131026 }],
		['nobody knows whether it was', { mode: 'error', code: 131000, isAcceptedAnyway: true }],
	])('because %s has no wait', async (_, failure) => {
		stage.simulator.failNext(failure);
		const { run } = await ask({}, to(OPEN_PERSON));
		expect(run.status).not.toBe('waiting');
		expect(await waitOf(OPEN_PERSON)).toBeUndefined();
	});

	it('because the window turns out to be closed has no wait', async () => {
		stage.simulator.failNext({ mode: 'error', code: 131047 });
		const { outputs } = await ask({}, to(OPEN_PERSON));
		expect(outputs[WINDOW_CLOSED]).toHaveLength(1);
		expect(await waitOf(OPEN_PERSON)).toBeUndefined();
	});

	it('waits once where WhatsApp has refused it for a limit first, and the refused try passes for no older question', async () => {
		const recorded = jest.spyOn(stage.store, 'recordWaits');
		const withdrawn = jest.spyOn(stage.store, 'withdrawWait');
		stage.simulator.failNext({ mode: 'error', code: 130429 });
		const { run } = await ask({}, to(OPEN_PERSON));
		const waitIds = recorded.mock.calls.map(([[wait]]) => wait!.waitId);
		expect([run.status, waitIds.length]).toEqual(['waiting', 2]);
		expect(withdrawn.mock.calls).toEqual([[waitIds[0]]]);
		expect(await waitOf(OPEN_PERSON)).toMatchObject({ waitId: waitIds[1] });
	});

	it('is refused when an AI agent calls', async () => {
		const tool = new SendFreeForm();
		tool.description = { ...tool.description, name: 'sendFreeFormTool' };
		const { error } = await runNode(optionsOf({}, toItems(to(OPEN_PERSON) as never), { node: tool }));
		expect(error?.message).toContain('An AI agent cannot wait');
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('names Loop Over Items where there are several items', async () => {
		const { error } = await ask({}, to(OPEN_PERSON), to(OPEN_PERSON));
		expect(error?.description).toContain("'Loop Over Items'");
	});

	it('leaves with its error on the second output when the node is set to go on', async () => {
		const options = optionsOf({ waitFor: -1 }, toItems(to(OPEN_PERSON) as never), { settings: { onError: 'continueRegularOutput' } });
		const { outputs } = await runNode(options);
		expect(outputs[WINDOW_CLOSED]).toMatchObject([{ json: { error: expect.stringContaining("'Wait For'") } }]);
	});
});

describe('the outputs of the node', () => {
	const outputsOf = (operation: string | undefined) => {
		const code = OPERATION_EXPRESSIONS.outputs.slice(3, -2);
		const evaluate = new Function('$parameter', `return ${code}`) as (parameter: object) => Array<{ displayName: string }>;
		return evaluate({ operation }).map(({ displayName }) => displayName);
	};

	it('are those of the operation, and a workflow from before it was there has the two it had', () => {
		expect(outputsOf(undefined)).toEqual(['Sent', 'Window Closed']);
		expect(outputsOf('send')).toEqual(['Sent', 'Window Closed']);
		expect(outputsOf('ask')).toEqual(['No Answer', 'Window Closed', 'Answered']);
	});
});
