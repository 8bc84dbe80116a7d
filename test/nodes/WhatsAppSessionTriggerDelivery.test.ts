import { once } from 'node:events';

import type { Response } from 'express';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import calls from '../fixtures/webhooks/calls.json';
import echoes from '../fixtures/webhooks/echoes.json';
import history from '../fixtures/webhooks/history.json';
import management from '../fixtures/webhooks/management.json';
import messages from '../fixtures/webhooks/messages.json';
import statuses from '../fixtures/webhooks/statuses.json';
import preferences from '../fixtures/webhooks/user_preferences.json';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger, type TriggerRun } from '../support/runTrigger';
import { setDate } from '../support/setDate';
import { signWebhook } from '../support/signWebhook';
import { toWebhook } from '../support/toWebhook';
import { until } from '../support/until';

const node = new WhatsAppSessionTrigger();
const STARTED = { status: 200, text: '' };
const NOTHING_NEW = { status: 200, text: 'EVENT_RECEIVED' };
const UNAVAILABLE = 503;
/** When the people of the fixtures wrote. */
const WRITTEN_AT_MS = 1_763_800_000_000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const NOTHING_SAID = { eventIds: ['wamid.1'], evidence: [], statuses: [], consent: [], renamings: [], templateChanges: [] };

/** One webhook of each kind, the event that it is, and its name. */
const KINDS: Array<[string, string, unknown]> = [
	['a message', 'message', messages.text],
	['a status', 'messageStatus', statuses.read],
	['a failed message', 'messageFailed', statuses.failedReEngagement],
	['a call', 'call', calls.userCallMissed],
	['a call of the business', 'call', calls.accepted],
	['a preference', 'optInChange', preferences.stop],
	['an echo', 'messageEcho', echoes.appMessage],
	['a change of a template', 'templateChange', management.templatePaused],
	['a change of the account', 'accountChange', management.accountAlerts],
	['history', 'other', history.twoThreads],
	['a field that nobody knows', 'other', management.fieldOfTomorrow],
];

let stage: Stage;
const running: RunningTrigger[] = [];

beforeEach(async () => void (stage = await openStage()));
afterEach(async () => {
	jest.restoreAllMocks();
	jest.useRealTimers();
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

	it('starts nothing when n8n has the execution, though the sender hung up before the answer', async () => {
		const trigger = await open({ startExecution: async (_, response) => void response.destroy() });
		await expect(postWebhook(trigger.url, message('wamid.1'))).rejects.toThrow();
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(NOTHING_NEW);
		expect(trigger.executions).toHaveLength(1);
	});

	it('runs again when the sender hung up and n8n could not start the execution', async () => {
		let isWorking = false;
		const trigger = await open({
			startExecution: async (_, response) => {
				if (isWorking) return;
				response.destroy();
				throw new Error('The database of n8n is locked');
			},
		});
		await expect(postWebhook(trigger.url, message('wamid.1'))).rejects.toThrow();
		isWorking = true;
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
		expect(trigger.executions).toHaveLength(1);
	});

	test.each(KINDS)('starts nothing once it was answered: %s', async (_, events, webhook) => {
		setDate(WRITTEN_AT_MS + 1_000);
		const trigger = await open({ parameters: { events: [events] } });
		expect(await postWebhook(trigger.url, webhook)).toEqual(STARTED);
		expect(await postWebhook(trigger.url, webhook)).toEqual(NOTHING_NEW);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.failures).toEqual([]);
	});
});

describe('an event that n8n has started', () => {
	it('is acknowledged after the execution is there and before the first byte of the answer', async () => {
		const gate = Promise.withResolvers<void>();
		const begun = Promise.withResolvers<Response>();
		const trigger = await open({ startExecution: async (_, response) => begun.resolve(response) });
		const acknowledge = stage.store.acknowledgeEvents.bind(stage.store);
		const reached = Promise.withResolvers<number>();
		jest.spyOn(stage.store, 'acknowledgeEvents').mockImplementation(async (...parameters) => {
			reached.resolve(trigger.executions.length);
			await gate.promise;
			await acknowledge(...parameters);
		});
		const answer = postWebhook(trigger.url, message('wamid.1'));
		const response = await begun.promise;
		expect(await reached.promise).toBe(1);
		expect(response).toMatchObject({ headersSent: false, writableEnded: false });
		gate.resolve();
		expect(await answer).toEqual(STARTED);
	});

	it('is answered with 200 though it could not be acknowledged, which is logged', async () => {
		const trigger = await open();
		jest.spyOn(stage.store, 'acknowledgeEvents').mockRejectedValueOnce(new Error('The disk is full'));
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(STARTED);
		expect(trigger.logs).toEqual([expect.objectContaining({ level: 'error', message: expect.stringMatching(/handled/) })]);
	});

	it('is kept while n8n lets the execution wait, and acknowledged when n8n answers at last', async () => {
		const begun = Promise.withResolvers<Response>();
		const gate = Promise.withResolvers<void>();
		const startExecution = async (_: unknown, response: Response) => {
			begun.resolve(response);
			await gate.promise;
		};
		const trigger = await open({ startExecution });
		jest.useFakeTimers({ now: Date.now(), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
		const released = jest.spyOn(stage.store, 'releaseEvents');
		const impatience = new AbortController();
		const first = fetch(trigger.url, { method: 'POST', signal: impatience.signal, ...signWebhook(message('wamid.1')) });
		const hungUp = once(await begun.promise, 'close');
		impatience.abort();
		await expect(first).rejects.toThrow();
		await hungUp;
		await jest.advanceTimersByTimeAsync(300_000);
		jest.useRealTimers();
		setDate(Date.now() + 300_000);
		const rival = { deliveryId: 'of another process', receivedAtMs: Date.now(), leaseUntilMs: Date.now() + 30_000 };
		const receiver = 'live/test-workflow/trigger';
		const redelivery = async () => await stage.store.recordWebhook({ ...NOTHING_SAID, ...rival, receiver });
		expect(await redelivery()).toEqual({ leased: [], underWay: ['wamid.1'] });
		gate.resolve();
		await until(async () => (await redelivery()).underWay.length === 0);
		expect(await redelivery()).toEqual({ leased: [], underWay: [] });
		expect(released).not.toHaveBeenCalled();
		expect(trigger).toMatchObject({ executions: [expect.anything()], logs: [] });
	});

	it('has a lease of half a minute from the moment of recording, however long it had to wait for its turn', async () => {
		const begun = Promise.withResolvers<void>();
		const gate = Promise.withResolvers<void>();
		const startExecution = async () => {
			begun.resolve();
			await gate.promise;
			throw new Error('The database of n8n is locked');
		};
		const trigger = await open({ startExecution });
		const recorded = jest.spyOn(stage.store, 'recordWebhook');
		const first = postWebhook(trigger.url, message('wamid.1'));
		await begun.promise;
		const second = postWebhook(trigger.url, message('wamid.1'));
		await postWebhook(trigger.url, toWebhook({ statuses: [] }));
		const laterMs = Date.now() + 20_000;
		setDate(laterMs);
		gate.resolve();
		await Promise.all([first, second]);
		expect(recorded.mock.calls.at(-1)?.[0]).toMatchObject({ eventIds: ['wamid.1'], leaseUntilMs: laterMs + 30_000 });
	});

	it('is not released any more when the sender hangs up after the answer', async () => {
		const trigger = await open();
		const released = jest.spyOn(stage.store, 'releaseEvents');
		await postWebhook(trigger.url, message('wamid.1'));
		await trigger.close();
		running.splice(0);
		expect(released).not.toHaveBeenCalled();
	});
});

describe('a webhook that another process is handling', () => {
	const lease = async (leaseUntilMs: number) =>
		await stage.store.recordWebhook({
			...NOTHING_SAID,
			receiver: 'live/test-workflow/trigger',
			receivedAtMs: Date.now(),
			deliveryId: 'the delivery of the other process',
			leaseUntilMs,
		});

	it('is answered with 503 and the reason, starts nothing, and updates the store', async () => {
		await lease(Date.now() + 60_000);
		const trigger = await open();
		const { status, text } = await postWebhook(trigger.url, message('wamid.1'));
		expect(status).toBe(UNAVAILABLE);
		expect(JSON.parse(text)).toEqual({ message: expect.stringMatching(/Another delivery/), advice: expect.any(String) });
		expect(trigger).toMatchObject({ executions: [], failures: [], logs: [{ details: { reason: 'deliveryUnderWay' } }] });
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: { waId: '15550100001' } }]);
		expect(session?.lastInboundAtMs).toEqual(expect.any(Number));
	});

	it('runs once that process has given it up', async () => {
		await lease(Date.now() + 60_000);
		await stage.store.releaseEvents('live/test-workflow/trigger', 'the delivery of the other process', ['wamid.1']);
		expect(await postWebhook((await open()).url, message('wamid.1'))).toEqual(STARTED);
	});

	it('runs once the time of that process is over', async () => {
		await lease(Date.now() - 1);
		expect(await postWebhook((await open()).url, message('wamid.1'))).toEqual(STARTED);
	});

	it('starts nothing once that process has acknowledged it', async () => {
		await lease(Date.now() + 60_000);
		await stage.store.acknowledgeEvents('live/test-workflow/trigger', ['wamid.1'], Date.now());
		expect(await postWebhook((await open()).url, message('wamid.1'))).toEqual(NOTHING_NEW);
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
		await until(() => recorded.mock.calls.length > 0);
		letGo();
		expect(await Promise.all([first, other])).toEqual([STARTED, STARTED]);
	});

	it('starts nothing when the first one has started, though its sender had hung up', async () => {
		const { trigger, isBegun, letGo } = await openSlow();
		const impatience = new AbortController();
		const first = fetch(trigger.url, { method: 'POST', signal: impatience.signal, ...signWebhook(message('wamid.1')) });
		const hungUp = once(await isBegun, 'close');
		const second = postWebhook(trigger.url, message('wamid.1'));
		impatience.abort();
		await expect(first).rejects.toThrow();
		await hungUp;
		letGo();
		expect(await second).toEqual(NOTHING_NEW);
		expect(trigger.executions).toHaveLength(1);
	});

	it('runs when the first one could not be started', async () => {
		const gate = Promise.withResolvers<void>();
		const begun = Promise.withResolvers<void>();
		let tries = 0;
		const trigger = await open({
			startExecution: async () => {
				tries += 1;
				begun.resolve();
				await gate.promise;
				if (tries === 1) throw new Error('The database of n8n is locked');
			},
		});
		const first = postWebhook(trigger.url, message('wamid.1'));
		await begun.promise;
		const second = postWebhook(trigger.url, message('wamid.1'));
		await postWebhook(trigger.url, toWebhook({ statuses: [] }));
		gate.resolve();
		expect(await first).toMatchObject({ status: 500 });
		expect(await second).toEqual(STARTED);
	});

	it('starts nothing when its own sender has hung up by then', async () => {
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
		expect(await postWebhook(trigger.url, message('wamid.1'))).toEqual(NOTHING_NEW);
		expect(trigger.executions).toHaveLength(1);
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
});

describe('an event whose item cannot be made', () => {
	const ANA = '15550100001';
	const failed = (id: string, recipient_id: string) => {
		const errors = [{ code: 131026, title: 'Secret title' }];
		return { id, status: 'failed', timestamp: String(Math.floor(Date.now() / 1000)), recipient_id, errors };
	};

	it('leaves on its output with the reason, and keeps none of the others back', async () => {
		// A session that no webhook can have made: its instant is one of seconds.
		const broken = { kind: 'inbound' as const, phoneNumberId: PHONE_NUMBER_ID, user: { waId: ANA }, atMs: 1_763_800_000 };
		await stage.store.recordEvidence([broken]);
		const trigger = await open({ parameters: { events: ['message', 'messageFailed'] } });
		const statuses = [failed('wamid.1', ANA), failed('wamid.2', '15550100002')];
		const webhook = toWebhook({ statuses });
		expect(await postWebhook(trigger.url, webhook)).toEqual(STARTED);
		expect(trigger.outputs).toEqual([
			[
				[],
				[
					{ json: { event: 'messageFailed', error: expect.stringMatching(/could not be made/), raw: statuses[0] } },
					{ json: expect.objectContaining({ event: 'messageFailed', recipient: '+15550100002', nextStep: 'none' }) },
				],
			],
		]);
		expect(trigger.failures).toEqual([]);
		expect(trigger.logs).toMatchObject([{ level: 'error', details: { fault: 'InvalidInputError', field: 'messages' } }]);
		expect(JSON.stringify(trigger.logs)).not.toMatch(/Secret|15550100001/);
		expect(await postWebhook(trigger.url, webhook)).toEqual(NOTHING_NEW);
	});
});

describe('more than one receiver', () => {
	it('listening in the editor does not use up a message of the live workflow, nor the other way round', async () => {
		const credentialId = 'shared';
		const editor = await open({ mode: 'manual', credentialId });
		const live = await open({ credentialId });
		for (const trigger of [editor, live, editor, live]) await postWebhook(trigger.url, message('wamid.1'));
		expect(live.executions).toHaveLength(1);
	});

	it('listening in the editor gets the same event as often as it is posted', async () => {
		const editor = await open({ mode: 'manual' });
		for (let delivery = 0; delivery < 3; delivery += 1) {
			expect(await postWebhook(editor.url, message('wamid.1'))).toEqual(STARTED);
		}
		expect(editor.executions).toHaveLength(3);
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

describe('a webhook that is older than WhatsApp repeats', () => {
	const LEFT_OUT = expect.objectContaining({ level: 'warn', message: expect.stringContaining('older than WhatsApp repeats') as string }) as object;

	it('is recorded, starts nothing and says so in the log', async () => {
		setDate(WRITTEN_AT_MS + WEEK_MS + 1);
		const trigger = await open();
		expect(await postWebhook(trigger.url, messages.text)).toEqual(NOTHING_NEW);
		expect(trigger.executions).toEqual([]);
		expect(trigger.logs).toEqual([LEFT_OUT]);
		const key = { phoneNumberId: PHONE_NUMBER_ID, user: { waId: '15551230001' } };
		expect(await stage.store.findSessions([key])).toMatchObject([{ lastInboundAtMs: WRITTEN_AT_MS }]);
	});

	it('starts the workflow at exactly 7 days', async () => {
		setDate(WRITTEN_AT_MS + WEEK_MS);
		const trigger = await open();
		expect(await postWebhook(trigger.url, messages.text)).toEqual(STARTED);
		expect(trigger.logs).toEqual([]);
	});

	it('starts the workflow where the builder wants that, as a stale message', async () => {
		setDate(WRITTEN_AT_MS + 30 * (WEEK_MS / 7));
		const trigger = await open({ parameters: { options: { startsForOutdated: true } } });
		expect(await postWebhook(trigger.url, messages.text)).toEqual(STARTED);
		expect(trigger.executions.flat()[0]?.json).toMatchObject({ isStale: true });
	});

	it('starts a test, for which somebody posts what is at hand', async () => {
		setDate(WRITTEN_AT_MS + 2 * WEEK_MS);
		const trigger = await open({ mode: 'manual' });
		expect(await postWebhook(trigger.url, messages.text)).toEqual(STARTED);
	});

	it('keeps nothing back that came with it and is newer', async () => {
		setDate(WRITTEN_AT_MS + WEEK_MS + 1);
		const trigger = await open();
		const [old, fresh] = [message('wamid.old'), message('wamid.new')] as Array<{ entry: object[] }>;
		const body = JSON.parse(JSON.stringify({ entry: [...old!.entry, ...fresh!.entry] }).replace(/"timestamp":"\d+"/, '"timestamp":"1763800000"')) as unknown;
		expect(await postWebhook(trigger.url, body)).toEqual(STARTED);
		expect(trigger.executions.flat().map(({ json }) => (json.message as { id: string }).id)).toEqual(['wamid.new']);
	});

	it.each(KINDS.filter(([name]) => name !== 'history'))('starts nothing, whatever it is: %s', async (_, events, webhook) => {
		setDate(WRITTEN_AT_MS + WEEK_MS + 60_001);
		const trigger = await open({ parameters: { events: [events] } });
		expect(await postWebhook(trigger.url, webhook)).toEqual(NOTHING_NEW);
	});
});
