import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const HOUR_MS = 3_600_000;
const OPEN_PERSON = '+12025550143';
const CLOSED_PERSON = '+15550100002';
const TEMPLATE = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };

let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(OPEN_PERSON, HOUR_MS);
	await stage.wrote(CLOSED_PERSON, 25 * HOUR_MS);
});
afterEach(async () => await stage.close());

interface Reaching {
	isTool?: boolean;
	executionId?: string;
	credential?: Record<string, string>;
}

/** Reaches one person as an agent does; gives what the agent is told, or the error. */
async function reach(recipient: unknown, parameters: INodeParameters = {}, { isTool = true, executionId, credential }: Reaching = {}) {
	executions += 1;
	const node = new ReachPerson();
	if (isTool) node.description = { ...node.description, name: 'reachPersonTool' };
	const { outputs, error } = await runNode({
		node,
		credential: { ...stage.credential, ...credential },
		executionId: executionId ?? `reach ${executions}`,
		parameters: { recipient: '={{ $json.who }}', text: 'It is **here**.', ...TEMPLATE, ...parameters },
		items: toItems({ who: recipient as string, phoneNumberId: PHONE_NUMBER_ID }),
	});
	const output = outputs.findIndex((items) => items.length > 0);
	const json = outputs[output]?.[0]?.json ?? {};
	return { output, json, reached: json.reached as IDataObject | undefined, error };
}

async function optOut(recipient: string, kind: 'marketing' | 'everything') {
	const user = { waId: recipient.slice(1) };
	const fact = { kind, state: 'optedOut', source: 'keyword', evidence: 'wamid.STOP', atMs: Date.now() - 1000 } as const;
	await stage.store.recordConsent([{ businessAccountId: BUSINESS_ACCOUNT_ID, user, ...fact }]);
}

describe('a topic that an expression does not give', () => {
	it('is said to the agent, and nothing goes out', async () => {
		const { reached } = await reach(OPEN_PERSON, { why: 'marketing', topic: '={{ $json.none }}' });
		expect(reached).toMatchObject({ isReached: false, words: expect.stringContaining("'Topic' is empty, so nothing was sent") });
		expect(stage.simulator.sent()).toEqual([]);
	});
});

describe('a person who may be written to', () => {
	it("gets the text in WhatsApp's formatting, and the agent the end of the window", async () => {
		const { reached, json } = await reach(OPEN_PERSON);
		expect(stage.simulator.sent()).toMatchObject([{ type: 'text', text: 'It is *here*.', waId: OPEN_PERSON.slice(1) }]);
		expect(reached).toEqual({ isReached: true, by: 'text', tryAgain: 'no', words: expect.stringMatching(/^Sent your text to WhatsApp at \S+Z\. WhatsApp has accepted it; whether it has arrived is not known yet\. You can write freely until \S+Z\. Do not send the same again\.$/) });
		expect(json).not.toHaveProperty('session');
	});

	it('gets a long text as several messages', async () => {
		const text = Array.from({ length: 100 }, (_, index) => `Paragraph ${index}. ${'word '.repeat(12)}`).join('\n\n');
		const { reached } = await reach(OPEN_PERSON, { text });
		expect(stage.simulator.sent()).toHaveLength(2);
		expect(reached?.words).toContain('as 2 messages');
	});

	it('gets the same text once in one execution, and another one as well', async () => {
		for (const text of ['One', 'One', 'Two']) await reach(OPEN_PERSON, { text }, { executionId: 'agent reaches' });
		expect(stage.simulator.sent().map(({ text }) => text)).toEqual(['One', 'Two']);
		const { reached } = await reach(OPEN_PERSON, { text: 'Two' }, { executionId: 'agent reaches' });
		expect(reached).toMatchObject({ isReached: true, words: expect.stringContaining('Already sent before with the same content, and not sent again.') });
	});

	it('gets one message for a key of the builder, whatever the agent writes', async () => {
		const options = { sendOnceKey: '={{ "order 1042 " + $json.who }}' };
		for (const text of ['One', 'Two']) await reach(OPEN_PERSON, { text, options });
		expect(stage.simulator.sent().map(({ text }) => text)).toEqual(['One']);
	});
});

describe('a person whose window is closed', () => {
	it('gets the template with the text in it, and the agent what the person reads', async () => {
		const { reached } = await reach(CLOSED_PERSON);
		const [sent] = stage.simulator.sent();
		expect(sent?.template?.name).toBe('support_reply');
		expect(reached).toMatchObject({ isReached: true, by: 'template', tryAgain: 'no' });
		expect(reached?.words).toMatch(/^Sent the approved template 'support_reply' \(en_US\) in place of a free text at \S+, because the 24 hours after the last message of the person are over\. The person reads: ".*It is \*here\*\..*"/s);
	});

	it('gets nothing where there is no template, and the agent is told to wait', async () => {
		const { reached, json } = await reach(CLOSED_PERSON, { whenClosed: 'route' });
		expect(stage.simulator.sent()).toEqual([]);
		expect(json.notSent).toMatchObject({ reason: 'windowClosed' });
		expect(reached).toMatchObject({ isReached: false, by: 'none', tryAgain: 'whenTheyWrite', words: expect.stringMatching(/^Not sent\. .* Do not try again until then, in whatever words\.$/) });
		expect(reached?.words).not.toContain('When the Window Is Closed');
	});
});

describe('a person who is asked to write first', () => {
	const KEEP = { whenClosed: 'keep', templateName: 'hello_world' };
	const kept = async () => (await stage.store.listOutbox({ businessAccountId: BUSINESS_ACCOUNT_ID, after: 0, limit: 10, atMs: Date.now() })).map(({ state }) => state);

	it('gets the template that asks, and the agent the truth: kept, asked, and when it goes out', async () => {
		const { reached, json } = await reach(CLOSED_PERSON, KEEP);
		expect(stage.simulator.sent()).toMatchObject([{ type: 'template', template: { name: 'hello_world' } }]);
		expect(await kept()).toEqual(['kept']);
		expect(json).toMatchObject({ outbox: { state: 'kept' } });
		expect(reached).toEqual({
			isReached: false,
			by: 'nudge',
			tryAgain: 'no',
			words: expect.stringMatching(
				/^Your text is kept, and not sent yet, because .* The person was sent the approved template 'hello_world', which asks the person to write\. The person reads: ".*" WhatsApp has accepted it; .* It goes out by itself when the person writes, unless they opt out, and is given up at \S+Z\. Do not send it again, in whatever words: the person would get it twice\.$/s,
			),
		});
	});

	it('is asked once and gets each text kept once, however often the agent gives it in one execution', async () => {
		for (const text of ['One', 'One', 'Two']) await reach(CLOSED_PERSON, { ...KEEP, text }, { executionId: 'agent keeps' });
		expect(stage.simulator.sent()).toMatchObject([{ type: 'template' }]);
		expect(await kept()).toEqual(['kept', 'kept']);
		const { reached } = await reach(CLOSED_PERSON, { ...KEEP, text: 'Two' }, { executionId: 'agent keeps' });
		expect(reached).toMatchObject({ isReached: false, by: 'nudge', words: expect.stringContaining('before, and is not asked again.') });
		expect(await kept()).toHaveLength(2);
	});

	it('has it kept also where nobody may ask, and the agent hears why', async () => {
		await optOut(CLOSED_PERSON, 'marketing');
		const { reached } = await reach(CLOSED_PERSON, { ...KEEP, templateName: 'summer_sale', templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ada' } } });
		expect(stage.simulator.sent()).toEqual([]);
		expect(await kept()).toEqual(['kept']);
		expect(reached).toMatchObject({ isReached: false, by: 'none', tryAgain: 'no', words: expect.stringMatching(/Nobody has asked the person to write\. This person has opted out of marketing/) });
	});

	it('has nothing kept of what the person has opted out of', async () => {
		await optOut(CLOSED_PERSON, 'marketing');
		const { reached, json } = await reach(CLOSED_PERSON, { ...KEEP, why: 'marketing' });
		expect(await kept()).toEqual([]);
		expect(json.notSent).toMatchObject({ reason: 'optedOut' });
		expect(reached).toMatchObject({ isReached: false, by: 'none' });
	});

	it('gets the text at once while the window is open', async () => {
		expect((await reach(OPEN_PERSON, KEEP)).reached).toMatchObject({ isReached: true, by: 'text' });
		expect(await kept()).toEqual([]);
	});

	it('is told nothing where the days are none, and the agent hears what is wrong', async () => {
		const { reached } = await reach(CLOSED_PERSON, { ...KEEP, keepDays: 0 });
		expect(reached).toMatchObject({ isReached: false, words: expect.stringMatching(/^Not sent\. 'Keep for \(Days\)' is not a whole number from 1 to 28: 0/) });
		expect(await kept()).toEqual([]);
	});

	it('leaves on Not Reached behind another node: the text has reached nobody yet', async () => {
		expect(await reach(CLOSED_PERSON, KEEP, { isTool: false })).toMatchObject({ output: 1, json: { reached: { isReached: false }, outbox: { state: 'kept' } } });
	});
});

describe('a person who has opted out', () => {
	it('gets no marketing in an open window, and the agent hears since when', async () => {
		await optOut(OPEN_PERSON, 'marketing');
		const { reached } = await reach(OPEN_PERSON, { why: 'marketing' });
		expect(stage.simulator.sent()).toEqual([]);
		expect(reached).toMatchObject({ isReached: false, tryAgain: 'no', words: expect.stringMatching(/opted out of marketing messages \(\d{4}-.*Do not try again, in whatever words, until the person opts in\.$/) });
	});

	it('gets an answer all the same', async () => {
		await optOut(OPEN_PERSON, 'marketing');
		expect((await reach(OPEN_PERSON, { why: 'service' })).reached).toMatchObject({ isReached: true });
	});

	it('gets no marketing without an opt-in', async () => {
		expect((await reach(OPEN_PERSON, { why: 'Marketing' })).json.notSent).toMatchObject({ reason: 'noOptIn' });
	});
});

describe('what cannot be sent', () => {
	it.each([
		['a recipient that is none', 'Ada', {}, /^Not sent\. .*Ada/],
		['an empty text', OPEN_PERSON, { text: ' ' }, /^Not sent\. 'Text' is empty/],
		['a kind that is none', OPEN_PERSON, { why: 'spam' }, /^Not sent\. 'Why' is unknown: "spam" Choose 'Service' \(service\)/],
		['a template that the account does not have', CLOSED_PERSON, { templateName: 'no_such' }, /^Not sent\. This account has no template 'no_such'/],
	] as Array<[string, string, INodeParameters, RegExp]>)('is told to the agent in words: %s', async (_, recipient, parameters, words) => {
		const { error, reached, output } = await reach(recipient, parameters);
		expect(error).toBeUndefined();
		expect(output).toBe(0);
		expect(reached).toMatchObject({ isReached: false, words: expect.stringMatching(words) });
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('fails the node where no agent calls it', async () => {
		const { error } = await reach('Ada', {}, { isTool: false });
		expect(error?.message).toContain('Ada');
	});

	it('fails the node where nothing would work: the builder has to know', async () => {
		const { error, reached } = await reach(OPEN_PERSON, {}, { credential: { accessToken: 'expired' } });
		expect(reached).toBeUndefined();
		expect(error).toBeDefined();
	});
});

describe('behind another node', () => {
	it('has two outputs, and all that Send Free-form tells', async () => {
		const sent = await reach(OPEN_PERSON, {}, { isTool: false });
		expect(sent).toMatchObject({ output: 0, json: { reached: { isReached: true }, session: { isOpen: true }, message: { sentAs: 'freeForm' } } });
		const held = await reach(CLOSED_PERSON, { whenClosed: 'route' }, { isTool: false });
		expect(held).toMatchObject({ output: 1, json: { reached: { isReached: false }, session: { isOpen: false } } });
	});
});
