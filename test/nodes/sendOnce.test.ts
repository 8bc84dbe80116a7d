import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { sendOnce } from '../../nodes/shared/sending/sendOnce';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';
import { setDate } from '../support/setDate';
import { toWebhookRecord } from '../store/toWebhookRecord';

const HOUR_MS = 3_600_000;
const SENT = 0;
const NOT_SENT = 1;
const ADA = '+12025550143';
const SUPPORT_REPLY = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };
const OWN_KEY = { options: { sendOnceKey: 'order-1042' } };

let stage: Stage;

beforeEach(async () => {
	stage = await openStage();
	stage.simulator.setSettings({ statuses: 'none' });
	await stage.wrote(ADA, HOUR_MS);
});
afterEach(async () => {
	jest.useRealTimers();
	jest.restoreAllMocks();
	await stage.close();
});

const to = (recipient: string, more: Record<string, unknown> = {}) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID, ...more });

async function send(items: Array<Record<string, unknown>>, parameters: INodeParameters, more: Partial<NodeRun> = {}) {
	const run = { node: new SendFreeForm(), credential: stage.credential, ...more };
	return await runNode({ ...run, parameters: { text: 'Hello', ...parameters }, items: toItems(...(items as never[])) });
}

const sendTemplate = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) => {
	const templateVariables = { mappingMode: 'defineBelow', value: { body_1: 'We have shipped it.' } };
	return await send([to(ADA)], { ...SUPPORT_REPLY, templateVariables, ...parameters }, { node: new SendTemplate(), ...more });
};

async function failed(messageId: string, code = 131047): Promise<void> {
	const status = { messageId, phoneNumberId: PHONE_NUMBER_ID, user: {}, status: 'failed', atMs: Date.now(), errorCodes: [code] };
	await stage.store.recordWebhook(toWebhookRecord({ receivedAtMs: Date.now(), statuses: [status] }));
}

describe('a send that is tried again', () => {
	it('goes out once also when its text is another one at the second try', async () => {
		const claimSends = stage.store.claimSends.bind(stage.store);
		jest
			.spyOn(stage.store, 'claimSends')
			.mockImplementationOnce(claimSends)
			.mockRejectedValueOnce(new SessionStoreError('The session store is busy.'));
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const items = [to(ADA), to(ADA)];
		const { error } = await send(items, { text: '={{ "It is " + $now.toMillis() + " " + Math.random() }}' }, { settings });
		expect(error).toBeUndefined();
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	it('is not claimed any more when the execution was stopped meanwhile', async () => {
		const claimSends = jest.spyOn(stage.store, 'claimSends');
		const claim = { sendOnceKey: 'a', phoneNumberId: PHONE_NUMBER_ID, user: { waId: '12025550143' }, sentAs: 'freeForm' as const };
		const context = {
			cloudApi: { sendMessage: async () => ({ messageId: 'wamid.1' }) },
			store: stage.store,
			logger: { error: () => {} },
			now: () => Date.now(),
			signal: AbortSignal.abort(),
		};
		await expect(sendOnce(context, { claim, toPayload: () => ({}) })).rejects.toThrow();
		expect(claimSends).not.toHaveBeenCalled();
	});

	it('goes out once also when n8n was killed and has forgotten what the node kept', async () => {
		await send([to(ADA)], {}, { executionId: 'killed' });
		const { outputs } = await send([to(ADA)], {}, { executionId: 'killed', isAfterKill: true });
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it('is sent though its person has opted out since, because it is out already', async () => {
		await sendTemplate({}, { executionId: 'opted out later' });
		const stop = { businessAccountId: stage.credential.businessAccountId as string, user: { waId: ADA.slice(1) }, state: 'optedOut', atMs: Date.now(), source: 'form', evidence: '' } as const;
		await stage.store.recordConsent([{ ...stop, kind: 'utility' }, { ...stop, kind: 'marketing' }]);
		const { outputs } = await sendTemplate({}, { executionId: 'opted out later' });
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
		expect(outputs[NOT_SENT]).toEqual([]);
	});

	it('is looked for before the claim only where that matters: the claim of a plain template finds it as well', async () => {
		const findSendsByName = jest.spyOn(stage.store, 'findSendsByName');
		await sendTemplate({}, { executionId: 'plain' });
		const { outputs } = await sendTemplate({}, { executionId: 'plain' });
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
		expect(findSendsByName).not.toHaveBeenCalled();
		await sendTemplate({ options: { whenUndecided: 'sendAgain' } }, { executionId: 'plain' });
		expect(findSendsByName).toHaveBeenCalled();
	});

	it('is a new message in another execution', async () => {
		await send([to(ADA)], {});
		await send([to(ADA)], {});
		expect(stage.simulator.sent()).toHaveLength(2);
	});
});

describe("a key of the builder's own", () => {
	it('is free again after the message failed on its way', async () => {
		const first = await send([to(ADA)], OWN_KEY);
		await failed((first.outputs[SENT]?.[0]?.json.message as { id: string }).id);
		const { outputs } = await sendTemplate(OWN_KEY);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ sentAs: 'template', alreadySent: false });
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	it('tells of the message that went out also when the window has closed since', async () => {
		const first = await send([to(ADA)], OWN_KEY);
		setDate(Date.now() + 30 * HOUR_MS);
		const { outputs } = await send([to(ADA)], OWN_KEY);
		expect(outputs[NOT_SENT]).toEqual([]);
		expect(outputs[SENT]?.[0]?.json.message).toEqual({ ...(first.outputs[SENT]?.[0]?.json.message as object), alreadySent: true });
		expect(outputs[SENT]?.[0]?.json.session).toMatchObject({ isOpen: false });
	});

	it('counts once for a person, by phone number and by BSUID', async () => {
		const bsuid = 'US.13491208655302741918';
		const user = { bsuid, waId: '12025550143' };
		await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user, atMs: Date.now() }]);
		await send([to(ADA)], OWN_KEY);
		const { outputs } = await send([to(bsuid)], OWN_KEY);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
		expect(stage.simulator.sent()).toHaveLength(1);
	});
});

describe('what leaves the node', () => {
	it('is no failure because the item came in with one', async () => {
		const { outputs } = await runNode({
			node: new SendFreeForm(),
			credential: stage.credential,
			parameters: { text: 'Sorry!', recipient: ADA },
			items: [{ json: { order: 1042 }, error: new Error('an earlier node failed') as never }],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(outputs[SENT]).toMatchObject([{ json: { message: { sentAs: 'freeForm' } } }]);
		expect(outputs[2] ?? []).toEqual([]);
	});

	it("keeps the person's own message where nothing was sent", async () => {
		const item = to('+15550100009', { message: { id: 'wamid.inbound', text: 'Where is my order?' } });
		const { outputs } = await send([item], {});
		expect(outputs[NOT_SENT]?.[0]?.json.message).toEqual({ id: 'wamid.inbound', text: 'Where is my order?' });
	});

	it('tells an AI agent of a closed window, on the only output it sees', async () => {
		const node = new SendFreeForm();
		node.description = { ...node.description, name: 'sendFreeFormTool' };
		const { outputs } = await send([to('+15550100009')], {}, { node });
		expect(outputs[SENT]?.[0]?.json.session).toMatchObject({ isOpen: false, reason: 'noInboundOnRecord' });
		expect(outputs[NOT_SENT]).toEqual([]);
	});

	it('is two messages when an AI agent calls twice with different texts', async () => {
		const node = new SendFreeForm();
		node.description = { ...node.description, name: 'sendFreeFormTool' };
		for (const text of ['One', 'Two', 'Two']) await send([to(ADA)], { text }, { node, executionId: 'agent' });
		expect(stage.simulator.sent().map(({ text }) => text)).toEqual(['One', 'Two']);
	});
});

describe('a key of the builder', () => {
	const withKey = (sendOnceKey: unknown) => ({ options: { sendOnceKey } }) as INodeParameters;

	it('that cuts an emoji in half is one key, and hangs nothing', async () => {
		const items = [to(ADA, { note: 'Thanks😀 bye' })];
		for (let run = 0; run < 2; run += 1) await send(items, withKey('={{ $json.note.slice(0, 7) }}'));
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it.each([
		['NaN', '={{ Number($json.order) }}', /is NaN, which names no message/],
		['an object', '={{ $json }}', /is an object, which names no message/],
		['a list', '={{ [1] }}', /is a list, which names no message/],
	])('that is %s is refused by name, and sends nothing', async (_, key, words) => {
		const { error } = await send([to(ADA, { order: 'A-1' })], withKey(key));
		expect(error?.message).toMatch(words);
		expect(error?.message).toContain("'Send-Once Key'");
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('counts for one account: a second brand may say the same to the same person', async () => {
		await send([to(ADA)], withKey('welcome'));
		const second = { ...stage.credential, businessAccountId: '200000000000001' };
		const { outputs } = await send([to(ADA)], withKey('welcome'), { credential: second });
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: false });
		expect(stage.simulator.sent()).toHaveLength(2);
	});

	it('meets a person under the number and under the user ID, in one run', async () => {
		const bsuid = 'US.13491208655302741918';
		await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid, waId: ADA.slice(1) }, atMs: Date.now() - 1000 }]);
		const { outputs } = await send([to(ADA), to(bsuid)], withKey('welcome'));
		expect(outputs[SENT]?.map(({ json }) => (json.message as { alreadySent: boolean }).alreadySent).sort()).toEqual([false, true]);
		expect(stage.simulator.sent()).toHaveLength(1);
	});
});

describe('a long text that is sent in parts', () => {
	const LONG = { text: `${'First. '.repeat(580)}\n\n${'Second. '.repeat(500)}`, options: { splitText: true } };

	it('whose first part failed on its way is completed by a retry', async () => {
		await send([to(ADA)], LONG, { executionId: 'parts' });
		const ids = stage.simulator.sent().map(({ id }) => id);
		expect(ids.length).toBeGreaterThan(1);
		await failed(ids[0]!, 131026);
		const { outputs } = await send([to(ADA)], LONG, { executionId: 'parts' });
		expect(stage.simulator.sent()).toHaveLength(ids.length + 1);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: false, parts: [expect.any(String), ...ids.slice(1)] });
	});

	it('is told with all its parts when it went out before', async () => {
		await send([to(ADA)], LONG, { executionId: 'whole' });
		const ids = stage.simulator.sent().map(({ id }) => id);
		const { outputs } = await send([to(ADA)], LONG, { executionId: 'whole' });
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true, parts: ids });
	});

	it('does not share the names of its parts with keys of others', async () => {
		await send([to(ADA)], { ...LONG, options: { splitText: true, sendOnceKey: 'k1' } });
		const before = stage.simulator.sent().length;
		await send([to(ADA)], { text: 'Another', options: { sendOnceKey: 'k1:part2' } });
		await send([to(ADA)], { text: 'Another', options: { sendOnceKey: 'k1:2' } });
		expect(stage.simulator.sent()).toHaveLength(before + 2);
	});
});
