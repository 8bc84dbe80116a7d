import 'reflect-metadata';

import { WebhookContext } from 'n8n-core';
import type { INodeExecutionData, INodeParameters, IRun, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { OPERATION_EXPRESSIONS } from '../../nodes/SendFreeForm/ask/operationProperty';
import type { AnswerClaim } from '../../nodes/shared/store/AnswerWaits';
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

/** The wait that a message to the person would end. */
async function waitOf(phoneNumber: string): Promise<AnswerClaim['wait'] | undefined> {
	const answer = { eventId: 'wamid.answer', phoneNumberId: PHONE_NUMBER_ID, user: { waId: phoneNumber.slice(1) }, atMs: Date.now() };
	const { claimed } = await stage.store.claimAnswers([answer], { deliveryId: 'd', atMs: Date.now(), leaseUntilMs: Date.now() });
	return claimed[0]?.wait;
}

/** What the waiting node puts out for a POST of the trigger; undefined where it leaves the execution waiting. */
async function answer(run: IRun, body: unknown): Promise<{ outputs?: INodeExecutionData[][]; status?: number }> {
	const { workflow, node: place } = createTriggerWorkflow(node);
	let status: number | undefined;
	const httpResponse = { status: (code: number) => ((status = code), httpResponse), json: () => httpResponse };
	const addresses = { webhookWaitingBaseUrl: 'http://localhost/webhook-waiting', formWaitingBaseUrl: 'http://localhost/form-waiting' };
	const additionalData = { httpRequest: { body }, httpResponse, ...addresses } as unknown as IWorkflowExecuteAdditionalData;
	const context = new WebhookContext(workflow, place, additionalData, 'webhook', {} as IWebhookData, [], run.data);
	const { workflowData, noWebhookResponse } = await node.webhook.call(context);
	expect(noWebhookResponse === true).toBe(workflowData === undefined);
	return { outputs: workflowData, status };
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
			questionId: sent?.id,
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
					wait: { askedAt: expect.any(String), givesUpAt: expect.any(String), windowClosesAt: expect.any(String) },
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
		const { outputs } = await answer(run, { questionId, answer: { text: 'Yes' } });
		const json = expect.objectContaining({ order: 1042, answer: { text: 'Yes' } });
		expect(outputs).toEqual([[], [], [{ json, binary: { photo }, pairedItem: { item: 0 } }]]);
		expect(outputs?.[2]?.[0]?.json).toMatchObject({ message: { id: questionId } });
	});

	it.each([
		['the answer to another question', { questionId: 'wamid.other', answer: { text: 'Yes' } }],
		['no answer at all', { questionId: 'asked' }],
		['nothing', undefined],
	])('is left waiting by %s', async (_, body) => {
		const { run } = await ask({}, to(OPEN_PERSON));
		const posted = body && { ...body, questionId: body.questionId === 'asked' ? stage.simulator.sent()[0]?.id : body.questionId };
		expect(await answer(run, posted ?? {})).toEqual({ outputs: undefined, status: 409 });
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
		expect((await waitOf(CLOSED_PERSON))?.questionId).toBe(stage.simulator.sent()[0]?.id);
	});

	it('that went out before is not sent again, and waits from the moment it went out', async () => {
		const executionId = `retried ${(executions += 1)}`;
		const items = toItems(to(OPEN_PERSON) as never);
		await runNode(optionsOf({}, items, { executionId }));
		const first = await waitOf(OPEN_PERSON);
		const { run } = await runNode(optionsOf({}, toItems(to(OPEN_PERSON) as never), { executionId }));
		expect(stage.simulator.sent()).toHaveLength(1);
		expect(run.status).toBe('waiting');
		expect((await waitOf(OPEN_PERSON))?.questionId).toBe(first?.questionId);
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
		['the unit is unknown', { waitUnit: 'years' }, [to(OPEN_PERSON)], "'Wait For' is no time"],
		['it is a reaction', { messageType: 'reaction', messageId: 'wamid.1', emoji: '👍' }, [to(OPEN_PERSON)], 'A reaction is no question'],
	])('is refused with a sentence when %s', async (_, parameters, items, message) => {
		const { error, run } = await ask(parameters, ...items);
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(run.status).not.toBe('waiting');
		expect(stage.simulator.sent()).toEqual([]);
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
