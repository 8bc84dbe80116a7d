import { once } from 'node:events';

import type { Response } from 'express';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger, type TriggerRun } from '../support/runTrigger';
import { signWebhook } from '../support/signWebhook';
import { toWebhook } from '../support/toWebhook';

const node = new WhatsAppSessionTrigger();
const STARTED = { status: 200, text: '' };
const NOTHING_NEW = { status: 200, text: 'EVENT_RECEIVED' };
const UNAVAILABLE = 503;

let stage: Stage;
const running: RunningTrigger[] = [];

beforeEach(async () => void (stage = await openStage()));
afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(running.splice(0).map(async (trigger) => await trigger.close()));
	await stage.close();
});

async function open(run: Partial<TriggerRun> = {}): Promise<RunningTrigger> {
	const trigger = await runTrigger({ node, readCredential: () => stage.credential, ...run });
	running.push(trigger);
	return trigger;
}

function message(id: string, from = '15550100001'): Record<string, unknown> {
	const timestamp = String(Math.floor(Date.now() / 1000) - 1);
	return toWebhook({ messages: [{ id, from, timestamp, type: 'text', text: { body: 'Hi' } }] });
}

describe('a webhook that comes again', () => {
	it('starts nothing once it was answered', async () => {
		const trigger = await open();
		const webhook = message('wamid.1');
		expect(await postWebhook(trigger.url, webhook)).toEqual(STARTED);
		for (let again = 0; again < 3; again += 1) expect(await postWebhook(trigger.url, webhook)).toEqual(NOTHING_NEW);
		expect(trigger.executions).toHaveLength(1);
	});

	it('starts nothing after a restart of n8n', async () => {
		const before = await open();
		await postWebhook(before.url, message('wamid.1'));
		await before.close();
		await stage.store.close();
		const after = await open();
		expect(await postWebhook(after.url, message('wamid.1'))).toEqual(NOTHING_NEW);
		expect(after.executions).toEqual([]);
	});

	it('joined with a new message gives the new one alone', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, message('wamid.1'));
		const { entry } = message('wamid.2');
		await postWebhook(trigger.url, { ...message('wamid.1'), entry: [message('wamid.1').entry, entry].flat() });
		expect(trigger.executions[1]).toMatchObject([{ json: { message: { id: 'wamid.2' } } }]);
		expect(trigger.executions[1]).toHaveLength(1);
	});

	it('runs again when n8n could not start the execution', async () => {
		let isWorking = false;
		const trigger = await open({
			startExecution: async () => {
				if (!isWorking) throw new Error('The database of n8n is locked');
			},
		});
		expect(await postWebhook(trigger.url, message('wamid.1'))).toMatchObject({ status: 500 });
		isWorking = true;
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
		expect(trigger.executions).toHaveLength(1);
	});

	it('runs again when the answer never went out, because nobody at Meta knows that it ran', async () => {
		let isCut = true;
		const trigger = await open({
			startExecution: async (_, response) => {
				if (isCut) response.destroy();
			},
		});
		await expect(postWebhook(trigger.url, message('wamid.1'))).rejects.toThrow();
		isCut = false;
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
		expect(trigger.executions).toHaveLength(2);
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(NOTHING_NEW);
	});
});

describe('a webhook that comes again before the first one is answered', () => {
	/** A trigger whose executions start when they are let. */
	async function openSlow() {
		const begun = Promise.withResolvers<Response>();
		const gate = Promise.withResolvers<void>();
		const startExecution = async (_: unknown, response: Response) => {
			begun.resolve(response);
			await gate.promise;
		};
		return { trigger: await open({ startExecution }), isBegun: begun.promise, letGo: gate.resolve };
	}

	it('waits for that answer, and then starts nothing', async () => {
		const { trigger, isBegun, letGo } = await openSlow();
		const first = postWebhook(trigger.url, message('wamid.1'));
		await isBegun;
		const second = postWebhook(trigger.url, message('wamid.1'));
		expect(await postWebhook(trigger.url, toWebhook({ statuses: [] }))).toEqual(NOTHING_NEW);
		letGo();
		expect(await first).toEqual(STARTED);
		expect(await second).toEqual(NOTHING_NEW);
		expect(trigger.executions).toHaveLength(1);
	});

	it('keeps no other message waiting', async () => {
		const { trigger, isBegun, letGo } = await openSlow();
		const first = postWebhook(trigger.url, message('wamid.1'));
		await isBegun;
		const recorded = jest.spyOn(stage.store, 'recordWebhook');
		const other = postWebhook(trigger.url, message('wamid.2', '15550100002'));
		while (recorded.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
		letGo();
		expect(await Promise.all([first, other])).toEqual([STARTED, STARTED]);
	});

	it('runs when the first one ends without an answer', async () => {
		const { trigger, isBegun, letGo } = await openSlow();
		const impatience = new AbortController();
		const first = fetch(trigger.url, { method: 'POST', signal: impatience.signal, ...signWebhook(message('wamid.1')) });
		const hungUp = once(await isBegun, 'close');
		const second = postWebhook(trigger.url, message('wamid.1'));
		impatience.abort();
		await expect(first).rejects.toThrow();
		await hungUp;
		letGo();
		expect(await second).toEqual(STARTED);
		expect(trigger.executions).toHaveLength(2);
	});

	it('starts nothing when its own sender has hung up by then, since Meta delivers it once more', async () => {
		const { trigger, isBegun, letGo } = await openSlow();
		const impatience = new AbortController();
		const post = () => fetch(trigger.url, { method: 'POST', signal: impatience.signal, ...signWebhook(message('wamid.1')) });
		const first = post();
		const hungUp = once(await isBegun, 'close');
		const second = post();
		await postWebhook(trigger.url, toWebhook({ statuses: [] }));
		impatience.abort();
		await Promise.all([expect(first).rejects.toThrow(), expect(second).rejects.toThrow(), hungUp]);
		await postWebhook(trigger.url, toWebhook({ statuses: [] }));
		letGo();
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
		expect(trigger.executions).toHaveLength(2);
	});
});

describe('a store that fails', () => {
	it('is answered with 503 and the reason, and the redelivery runs', async () => {
		const trigger = await open();
		const cause = new SessionStoreError('The session store /data/sessions.sqlite is full.');
		jest.spyOn(stage.store, 'recordWebhook').mockRejectedValueOnce(cause);
		const { status, text } = await postWebhook(trigger.url, message('wamid.1'));
		expect(status).toBe(UNAVAILABLE);
		expect(JSON.parse(text)).toEqual({ message: expect.stringMatching(/session store/), advice: expect.any(String) });
		expect(trigger).toMatchObject({
			executions: [],
			failures: [],
			logs: [{ details: { reason: 'storeUnavailable', cause: cause.message } }],
		});
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
	});

	it('after the message was recorded makes the redelivery run as well', async () => {
		const trigger = await open();
		jest.spyOn(stage.store, 'findSessions').mockRejectedValueOnce(new SessionStoreError('The store went away.'));
		expect(await postWebhook(trigger.url, message('wamid.1'))).toMatchObject({ status: UNAVAILABLE });
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
	});

	it('from the beginning loses nothing: every webhook is refused until it works', async () => {
		let embeddedStorePath = '/dev/null/sessions.sqlite';
		const run = { readCredential: () => ({ ...stage.credential, embeddedStorePath }) };
		const broken = await open(run);
		expect(await postWebhook(broken.url, message('wamid.1'))).toMatchObject({ status: UNAVAILABLE });
		expect(await postWebhook(broken.url, toWebhook({ statuses: [] }))).toMatchObject({ status: UNAVAILABLE });
		embeddedStorePath = String(stage.credential.embeddedStorePath);
		expect(await postWebhook((await open(run)).url, message('wamid.1'))).toEqual(STARTED);
	});

	it('only when the message is to be marked as handled is logged, and the message has run', async () => {
		const trigger = await open();
		jest.spyOn(stage.store, 'acknowledgeMessages').mockRejectedValueOnce(new Error('The disk is full'));
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
		await postWebhook(trigger.url, message('wamid.1'));
		expect(trigger.logs).toEqual([expect.objectContaining({ level: 'error', message: expect.stringMatching(/handled/) })]);
	});
});

describe('more than one receiver', () => {
	it('listening in the editor does not use up a message of the live workflow, nor the other way round', async () => {
		const credentialId = 'shared';
		const editor = await open({ mode: 'manual', credentialId });
		const live = await open({ credentialId });
		for (const trigger of [editor, live, editor]) await postWebhook(trigger.url, message('wamid.1'));
		expect(editor.executions).toHaveLength(1);
		expect(live.executions).toHaveLength(1);
	});

	it('each trigger gets each message once', async () => {
		const triggers = await Promise.all(['one', 'two'].map(async (nodeId) => await open({ nodeId })));
		for (let delivery = 0; delivery < 2; delivery += 1) {
			await Promise.all(triggers.map(async ({ url }) => await postWebhook(url, message('wamid.1'))));
		}
		expect(triggers.map(({ executions }) => executions.length)).toEqual([1, 1]);
	});

	it('shares the session, whichever of them the message reached', async () => {
		await postWebhook((await open({ nodeId: 'one' })).url, message('wamid.1'));
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: '15550100001' } }]);
		expect(session?.lastInboundAtMs).toEqual(expect.any(Number));
	});
});
