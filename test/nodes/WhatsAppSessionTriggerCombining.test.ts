import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters, IRun, IWebhookFunctions } from 'n8n-workflow';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { readTriggerSettings } from '../../nodes/WhatsAppSessionTrigger/choice/readTriggerSettings';
import { GatheringWatch } from '../../nodes/WhatsAppSessionTrigger/gathering/GatheringWatch';
import { watchGatherings } from '../../nodes/WhatsAppSessionTrigger/gathering/watchGatherings';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { createWatchContext, startWatching, type WatchContext } from '../support/startWatching';
import { toWebhook } from '../support/toWebhook';
import { until } from '../support/until';

const ADA = '12025550143';
const ACCEPTED = { status: 200, text: 'EVENT_RECEIVED' };
const STARTED = { status: 200, text: '' };
const MINUTE_MS = 60_000;
const EVERYTHING_BUT_INTERVALS = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const;
const node = new WhatsAppSessionTrigger();
const parameters: INodeParameters = { events: ['message', 'optInChange'], options: { combineMessages: true } };

let stage: Stage;
let trigger: RunningTrigger;
let ends: Array<() => Promise<void>>;
beforeEach(async () => {
	stage = await openStage();
	trigger = await runTrigger({ node, readCredential: () => stage.credential, parameters });
	ends = [];
});
afterEach(async () => {
	for (const end of ends) await end();
	await trigger.close();
	await stage.close();
});

/** A message of Ada's; the later it is written the higher its number. */
function written(text: string, ageSeconds = 0, more: Record<string, unknown> = {}) {
	const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
	const message = { from: ADA, id: `wamid.${randomUUID()}`, timestamp, type: 'text', text: { body: text }, ...more };
	return { contacts: [{ profile: { name: 'Ada' }, wa_id: ADA }], messages: [message] };
}
const post = async (...values: Array<Record<string, unknown>>) => await postWebhook(trigger.url, toWebhook(...values));

/** Lets the trigger look once, by a clock of the test's own, and not again. */
async function look(aheadMs = MINUTE_MS, more: INodeParameters = {}): Promise<WatchContext> {
	const watched = createWatchContext({ node, readCredential: () => stage.credential, parameters: { ...parameters, ...more } });
	const { closeFunction } = await watchGatherings(watched.context, () => Date.now() + aheadMs);
	// Ends when the look that has begun has ended.
	await closeFunction?.();
	return watched;
}
const itemOf = ({ executions }: WatchContext) => executions[0]?.items[0]?.json as IDataObject & { message: IDataObject; messages: IDataObject[] };

describe('messages that are combined', () => {
	it('are answered at once, start nothing then, and become one item: the newest message, all messages, and their texts', async () => {
		expect(await post(written('Do you have', 2))).toEqual(ACCEPTED);
		expect(await post(written('in blue', 0), written('the fern', 1))).toEqual(ACCEPTED);
		expect(trigger.executions).toEqual([]);
		const watched = await look();
		expect(watched.executions).toHaveLength(1);
		const item = itemOf(watched);
		expect(item).toMatchObject({ event: 'message', recipient: `+${ADA}`, phoneNumberId: PHONE_NUMBER_ID, text: 'Do you have\nthe fern\nin blue', session: { isOpen: true } });
		expect(item.message).toMatchObject({ text: 'in blue', type: 'text' });
		expect(item.messages.map(({ text }) => text)).toEqual(['Do you have', 'the fern', 'in blue']);
	});

	it('are never those of a group, nor put together with what its writer wrote to the business alone', async () => {
		const groupId = 'Y2FwaV9ncm91cDoxOjEyMDM2MzAwMDAwMDAwMDAwMQ';
		expect(await post(written('For you alone', 1), written('For all', 0, { group_id: groupId }))).toEqual(STARTED);
		expect(trigger.executions.flat().map(({ json }) => json)).toMatchObject([{ recipient: groupId, message: { text: 'For all' } }]);
		expect(itemOf(await look())).toMatchObject({ recipient: `+${ADA}`, text: 'For you alone', messages: [{ text: 'For you alone' }] });
	});

	it('start nothing before their time, and nothing twice', async () => {
		await post(written('Hello'));
		expect((await look(0)).executions).toEqual([]);
		const first = await look();
		expect(first.executions).toHaveLength(1);
		// n8n has not said yet that it has the execution.
		expect((await look()).executions).toEqual([]);
		const again = await look(10 * MINUTE_MS);
		expect(again.executions[0]?.deduplicationKey).toBe(first.executions[0]?.deduplicationKey);
		again.executions[0]?.done?.resolve({} as IRun);
		const rows = async () => (await stage.store.findHealth(Date.now())).tables.find(({ name }) => name === 'gatherings')?.rows;
		await until(async () => (await rows()) === 0);
		expect((await look(60 * MINUTE_MS)).executions).toEqual([]);
	});

	it('are looked for in another store a minute after the credential names it', async () => {
		const other = await openStage();
		let credential = other.credential;
		let nowMs = Date.now();
		await post(written('Hello'));
		const { context, executions } = createWatchContext({ node, readCredential: () => credential, parameters });
		const watch = new GatheringWatch(context, readTriggerSettings(context as unknown as IWebhookFunctions), () => nowMs, MINUTE_MS);
		await watch.look();
		credential = stage.credential;
		await watch.look();
		expect(executions).toEqual([]);
		nowMs += MINUTE_MS;
		await watch.look();
		expect(executions).toHaveLength(1);
		await other.close();
	});

	it('start nothing again when WhatsApp repeats them', async () => {
		const message = written('Hello');
		expect(await post(message)).toEqual(ACCEPTED);
		expect(await post(message)).toEqual(ACCEPTED);
		expect(itemOf(await look()).messages).toHaveLength(1);
		expect(await post(message)).toEqual(ACCEPTED);
		expect((await look(10 * MINUTE_MS)).executions).toHaveLength(1);
	});

	it('let a stop word through at once, with the same fields, in a webhook with others too', async () => {
		await post(written('Wait', 1));
		expect(await post(written('STOP'), written('please', 0))).toEqual(STARTED);
		const [message] = trigger.outputs[0]?.[0] ?? [];
		expect(message?.json).toMatchObject({ text: 'STOP', message: { text: 'STOP' }, messages: [{ text: 'STOP' }], optIn: { state: 'optedOut' } });
		expect(itemOf(await look()).messages.map(({ text }) => text)).toEqual(['Wait', 'please']);
	});

	it('let reactions through at once', async () => {
		expect(await post(written('', 0, { type: 'reaction', text: undefined, reaction: { message_id: 'wamid.x', emoji: '!' } }))).toEqual(STARTED);
	});

	it('are never combined with one on standby, which another responder is to answer: it is shown alone, or not at all', async () => {
		const onStandby = (value: ReturnType<typeof written>) => JSON.parse(JSON.stringify(toWebhook(value)).replace('"field":"messages"', '"field":"standby"')) as unknown;
		await post(written('Hello', 1));
		expect(await postWebhook(trigger.url, onStandby(written('Is anybody there?')))).toEqual(ACCEPTED);
		await trigger.close();
		const options = { combineMessages: true, startsForStandby: true };
		trigger = await runTrigger({ node, readCredential: () => stage.credential, parameters: { ...parameters, options } });
		expect(await postWebhook(trigger.url, onStandby(written('Nobody?')))).toEqual(STARTED);
		expect(trigger.executions.flat().map(({ json }) => json)).toMatchObject([{ text: 'Nobody?', messages: [{ text: 'Nobody?' }] }]);
		expect(itemOf(await look()).messages.map(({ text }) => text)).toEqual(['Hello']);
	});

	it('leave nothing behind where the builder combines no more', async () => {
		await post(written('Hello'));
		const watched = createWatchContext({ node, readCredential: () => stage.credential, parameters: { events: ['message'] } });
		const { closeFunction } = await watchGatherings(watched.context);
		await closeFunction?.();
		expect(itemOf(watched)).toMatchObject({ text: 'Hello', messages: [{}] });
	});

	it('leave nothing behind there though the first look fails, and a webhook is late', async () => {
		await post(written('Hello'));
		let credential: typeof stage.credential = { ...stage.credential, businessAccountId: '' };
		jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
		try {
			const watched = createWatchContext({ node, readCredential: () => credential, parameters: { events: ['message'] } });
			const { closeFunction } = await watchGatherings(watched.context);
			ends.push(async () => await closeFunction?.());
			await until(() => watched.logs.length > 0);
			expect(watched.logs).toEqual([expect.stringContaining('could not look for combined messages; trying again')]);
			credential = stage.credential;
			await post(written('And more'));
			jest.advanceTimersByTime(MINUTE_MS);
			await until(() => watched.executions.length > 0);
			expect(itemOf(watched)).toMatchObject({ text: 'Hello\nAnd more' });
		} finally {
			jest.useRealTimers();
		}
	});

	it('are handed over once there, for as long as n8n has not said that it has them', async () => {
		await post(written('Hello'));
		let nowMs = Date.now();
		const { context, executions } = createWatchContext({ node, readCredential: () => stage.credential, parameters: { events: ['message'] } });
		const watch = new GatheringWatch(context, readTriggerSettings(context as unknown as IWebhookFunctions), () => nowMs, 60 * MINUTE_MS);
		for (let looks = 0; looks < 5; looks += 1, nowMs += 50_000) await watch.look();
		expect(executions).toHaveLength(1);
	});

	it('go out though the item of one could not be made, which stands among them with the reason', async () => {
		await post(written('Hello', 1));
		await post(written('Are you there?'));
		// A session that no webhook can have made: its instant is one of seconds.
		const broken = { phoneNumberId: PHONE_NUMBER_ID, waId: ADA, lastInboundAtMs: 1_763_800_000 };
		const found = jest.spyOn(stage.store, 'findSessions').mockResolvedValueOnce([undefined, broken]);
		const watched = await look();
		found.mockRestore();
		const error = expect.stringMatching(/could not be made/) as string;
		expect(itemOf(watched)).toMatchObject({
			event: 'message',
			text: 'Hello',
			message: { text: 'Hello' },
			messages: [{ text: 'Hello' }, { error, raw: { text: { body: 'Are you there?' } } }],
		});
		expect(itemOf(watched)).not.toHaveProperty('error');
	});

	it('go out though the items of all could not be made, as one with the reason', async () => {
		await post(written('Hello'));
		const broken = { phoneNumberId: PHONE_NUMBER_ID, waId: ADA, lastInboundAtMs: 1_763_800_000 };
		const found = jest.spyOn(stage.store, 'findSessions').mockResolvedValueOnce([broken]);
		const watched = await look();
		found.mockRestore();
		const error = expect.stringMatching(/could not be made/) as string;
		expect(itemOf(watched)).toMatchObject({ event: 'message', error, text: null, messages: [{ error }] });
	});

	it('are combined for nobody who listens for a test event', async () => {
		await trigger.close();
		trigger = await runTrigger({ node, readCredential: () => stage.credential, parameters, mode: 'manual' });
		expect(await post(written('Hello'))).toEqual(STARTED);
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({ text: 'Hello', messages: [{ text: 'Hello' }] });
		// For a test n8n takes what the trigger emits, in place of what the webhook gave.
		const shown = await startWatching({ node, readCredential: () => stage.credential, parameters, activation: 'manual' });
		await shown.response?.manualTriggerFunction?.();
		expect(shown.executions.map(({ items }) => items.map(({ json }) => json))).toEqual([trigger.executions[0]?.map(({ json }) => json)]);
	});

	it('change no item where they are not combined', async () => {
		await trigger.close();
		trigger = await runTrigger({ node, readCredential: () => stage.credential });
		expect(await post(written('Hello'))).toEqual(STARTED);
		expect(trigger.executions[0]?.[0]?.json).not.toHaveProperty('messages');
		expect(trigger.executions[0]?.[0]?.json).not.toHaveProperty('text');
	});

	it('keep a workflow from being published with a time that cannot be used', async () => {
		await expect(look(0, { options: { combineMessages: true, combineWaitSeconds: 86_400 } })).rejects.toThrow(/'Combine: Wait Seconds' is 86400/);
	});
});
