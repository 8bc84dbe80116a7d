import type { IDataObject } from 'n8n-workflow';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { toWebhook } from '../support/toWebhook';
import { until } from '../support/until';

const node = new WhatsAppSessionTrigger();
const ADA = { waId: '12025550143' };
const OPT_INS = ['optInChange'];

let stage: Stage;
const running: RunningTrigger[] = [];
let triggers = 0;
let messages = 0;

beforeEach(async () => void (stage = await openStage()));
afterEach(async () => {
	await Promise.all(running.splice(0).map(async (trigger) => await trigger.close()));
	await stage.close();
});

async function open(options: IDataObject = {}, events: string[] = OPT_INS): Promise<RunningTrigger> {
	triggers += 1;
	const parameters = { events, options: options as Record<string, never> };
	const trigger = await runTrigger({ node, readCredential: () => stage.credential, parameters, nodeId: `consent-${triggers}` });
	running.push(trigger);
	return trigger;
}

/** A message of Ada's as WhatsApp delivers it. */
function from(content: Record<string, unknown>, agoSeconds = 1) {
	messages += 1;
	const timestamp = String(Math.floor(Date.now() / 1000) - agoSeconds);
	return toWebhook({
		contacts: [{ profile: { name: 'Ada' }, wa_id: ADA.waId }],
		messages: [{ from: ADA.waId, id: `wamid.C${messages}`, timestamp, ...content }],
	});
}
const text = (body: string, agoSeconds?: number) => from({ type: 'text', text: { body } }, agoSeconds);
const quickReply = (title: string, payload = title) => from({ type: 'button', button: { text: title, payload } });
const button = (title: string, id = title) => from({ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } });

const consent = async () => (await stage.store.findConsent(BUSINESS_ACCOUNT_ID, [ADA]))[0];
/** Every entry, also those that newer ones have replaced. */
const ledger = async () => (await stage.store.exportContact({ businessAccountId: BUSINESS_ACCOUNT_ID, phoneNumberIds: [], user: ADA })).consent;
const marketing = async () => (await consent())?.marketing;
const itemsOf = (trigger: RunningTrigger) => trigger.executions.flat().map(({ json }) => json);

/** What the business has sent by itself, once the simulator has it. */
async function answers(count: number): Promise<string[]> {
	await until(() => stage.simulator.sent().length >= count);
	return stage.simulator.sent().map((sent) => sent.text ?? '');
}

describe('a stop word', () => {
	it('opts out of marketing, with the message as evidence, whatever the trigger was set to', async () => {
		const trigger = await open({}, ['call']);
		await postWebhook(trigger.url, text('Stop! 🛑'));
		expect(await consent()).toMatchObject({
			marketing: 'optedOut',
			utility: 'unknown',
			facts: [{ kind: 'marketing', source: 'keyword', evidence: `wamid.C${messages}`, wording: 'Stop! 🛑' }],
		});
		expect(trigger.executions).toEqual([]);
	});

	it('is an item of Opt-In Change with its source, and is marked on the item of the message', async () => {
		const trigger = await open({}, ['message', 'optInChange']);
		await postWebhook(trigger.url, text('BAJA'));
		const optIn = { category: 'marketing', state: 'optedOut', source: 'keyword', detail: 'BAJA', evidence: `wamid.C${messages}` };
		expect(trigger.outputs[0]?.map((items) => items.map(({ json }) => json))).toMatchObject([
			[{ event: 'message', message: { text: 'BAJA' }, optIn }],
			[{ event: 'optInChange', recipient: '+12025550143', optIn, session: { isOpen: true, consent: { marketing: 'optedOut' } } }],
		]);
	});

	it('is none within a sentence, in a caption, in a group, and in a language that is not ticked', async () => {
		const trigger = await open({ wordLanguages: ['en'] });
		await postWebhook(trigger.url, text('Stopping by tomorrow'));
		await postWebhook(trigger.url, from({ type: 'image', image: { id: '1', mime_type: 'image/png', caption: 'Stop' } }));
		await postWebhook(trigger.url, from({ type: 'text', text: { body: 'STOP' }, group_id: 'G1' }));
		await postWebhook(trigger.url, text('baja'));
		expect(await marketing()).toBe('unknown');
		expect(trigger.executions).toEqual([]);
	});

	it('covers everything where that is chosen', async () => {
		const trigger = await open({ stopWordsCover: 'everything' });
		await postWebhook(trigger.url, text('stop'));
		expect(await consent()).toMatchObject({ marketing: 'optedOut', utility: 'optedOut', authentication: 'optedOut' });
		expect(itemsOf(trigger)).toMatchObject([{ optIn: { category: 'everything' } }]);
	});

	it("is one of the builder's own, and none that the builder has taken out", async () => {
		const trigger = await open({ moreStopWords: ['Genug, danke'], otherWords: ['stop'] });
		await postWebhook(trigger.url, text('STOP'));
		expect(await marketing()).toBe('unknown');
		await postWebhook(trigger.url, text('genug danke!'));
		expect(await marketing()).toBe('optedOut');
	});

	it('that is delivered twice is one entry and one item', async () => {
		const trigger = await open();
		const body = text('stop');
		await postWebhook(trigger.url, body);
		await postWebhook(trigger.url, body);
		expect(trigger.executions).toHaveLength(1);
		expect((await consent())?.facts).toHaveLength(1);
	});

	it('that is older than WhatsApp repeats is recorded, and starts nothing', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, text('stop', 8 * 24 * 60 * 60));
		expect(await marketing()).toBe('optedOut');
		expect(trigger.executions).toEqual([]);
	});
});

describe('a start word', () => {
	it('takes back an opt-out', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, text('stop', 10));
		await postWebhook(trigger.url, text('START'));
		expect(await marketing()).toBe('optedIn');
		expect(itemsOf(trigger)).toMatchObject([{ optIn: { state: 'optedOut' } }, { optIn: { state: 'optedIn', source: 'keyword' } }]);
	});

	it('says nothing of somebody who has not opted out, unless the builder wants it to', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, text('Start', 10));
		expect(await marketing()).toBe('unknown');
		expect(itemsOf(trigger)).toMatchObject([{ optIn: { state: 'unchanged' } }]);
		const eager = await open({ startWordsMean: 'optIn' });
		await postWebhook(eager.url, text('Start'));
		expect(await marketing()).toBe('optedIn');
	});

	it('that is older than the stop and arrives behind it changes nothing, and says so', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, text('STOP', 10));
		await postWebhook(trigger.url, text('START', 60));
		expect(await marketing()).toBe('optedOut');
		expect(itemsOf(trigger)).toMatchObject([{ optIn: { state: 'optedOut' } }, { optIn: { state: 'unchanged' } }]);
		expect(await ledger()).toHaveLength(1);
	});

	it('that arrives before an older stop leaves the opt-out as the newer word', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, text('START', 1));
		await postWebhook(trigger.url, text('STOP', 60));
		expect(await marketing()).toBe('optedOut');
	});
});

describe('a button', () => {
	test.each([
		['with a title that is a stop word', quickReply('Unsubscribe', 'whatever'), {}],
		['that the builder names by its title', quickReply('No more offers'), { stopButtons: ['no more offers'] }],
		['that the builder names by its payload', quickReply('Nope', 'STOP_MARKETING'), { stopButtons: ['STOP_MARKETING'] }],
		['of a message of buttons', button('No, thanks', 'opt-out'), { stopButtons: ['opt-out'] }],
	])('%s opts out', async (_, body, options) => {
		const trigger = await open(options as IDataObject);
		await postWebhook(trigger.url, body);
		expect(await consent()).toMatchObject({ marketing: 'optedOut', facts: [{ source: 'button' }] });
		expect(itemsOf(trigger)).toMatchObject([{ optIn: { state: 'optedOut', source: 'button' } }]);
	});

	it('that the builder names opts in, also somebody who is new', async () => {
		const trigger = await open({ startButtons: ['Yes, keep me posted'] });
		await postWebhook(trigger.url, quickReply('Yes, keep me posted'));
		expect(await marketing()).toBe('optedIn');
	});

	it('with a title that is a start word is a button like any other', async () => {
		const trigger = await open();
		await postWebhook(trigger.url, quickReply('Start'));
		expect(await marketing()).toBe('unknown');
		expect(trigger.executions).toEqual([]);
	});
});

describe('a marketing message that failed because of a stop (131050)', () => {
	it('is one entry, dated by the send, and an item of Opt-In Change as well', async () => {
		const trigger = await open();
		const sentAtMs = Date.now() - 60_000;
		const key = { sendOnceKey: 'offer', claimId: 'try' };
		await stage.store.claimSends([{ ...key, phoneNumberId: PHONE_NUMBER_ID, user: ADA, sentAs: 'template', claimedAtMs: sentAtMs }]);
		await stage.store.recordOutcomes([{ ...key, state: 'sent', messageId: 'wamid.SENT', sentAtMs }]);
		const status = { id: 'wamid.SENT', status: 'failed', timestamp: String(Math.floor(Date.now() / 1000)), recipient_id: ADA.waId, errors: [{ code: 131050, title: 'Stopped' }] };
		await postWebhook(trigger.url, toWebhook({ statuses: [status] }));
		expect(await marketing()).toBe('optedOut');
		expect(itemsOf(trigger)).toMatchObject([{ event: 'optInChange', optIn: { state: 'optedOut', category: 'marketing', source: 'messageFailed', evidence: 'wamid.SENT' } }]);
		expect(await ledger()).toMatchObject([{ source: 'messageFailed', atMs: sentAtMs }]);
	});
});

describe('a confirmation', () => {
	const options = { confirmOptOut: 'You are out.', confirmOptIn: 'Welcome back.' };

	it('answers a stop once, within the window, also when it covers everything and when the webhook is repeated', async () => {
		stage.simulator.putPerson({ waId: ADA.waId });
		stage.simulator.write({ from: ADA.waId, text: 'stop' });
		const trigger = await open({ ...options, stopWordsCover: 'everything' }, ['call']);
		const body = text('stop', 10);
		await postWebhook(trigger.url, body);
		await postWebhook(trigger.url, body);
		expect(await answers(1)).toEqual(['You are out.']);
		await postWebhook(trigger.url, text('START'));
		expect(await answers(2)).toEqual(['You are out.', 'Welcome back.']);
	});

	it('does not answer a start that takes back nothing, nor a message that is neither', async () => {
		stage.simulator.write({ from: ADA.waId, text: 'Hello' });
		const trigger = await open(options);
		await postWebhook(trigger.url, text('start'));
		await postWebhook(trigger.url, text('Hello'));
		await postWebhook(trigger.url, text('stop'));
		expect(await answers(1)).toEqual(['You are out.']);
	});

	it('is none for a stop of 30 days ago that is posted again, though the window is open', async () => {
		stage.simulator.write({ from: ADA.waId, text: 'Hello' });
		const trigger = await open(options);
		await postWebhook(trigger.url, text('Hello', 20));
		await postWebhook(trigger.url, text('stop', 30 * 24 * 60 * 60));
		expect(await marketing()).toBe('optedOut');
		await postWebhook(trigger.url, text('START'));
		expect(await answers(1)).toEqual(['Welcome back.']);
	});

	it('is one for each message, however many triggers hear it', async () => {
		stage.simulator.write({ from: ADA.waId, text: 'stop' });
		const triggers = [await open(options), await open(options)];
		const body = text('stop');
		for (const { url } of triggers) await postWebhook(url, body);
		stage.simulator.write({ from: ADA.waId, text: 'start' });
		await postWebhook(triggers[0]!.url, text('start', -5));
		expect(await answers(2)).toEqual(['You are out.', 'Welcome back.']);
	});

	it('is left to the trigger that the number or the account belongs to, and the opt-out is on record all the same', async () => {
		stage.simulator.write({ from: ADA.waId, text: 'stop' });
		const ofAnotherNumber = await open({ ...options, phoneNumberIds: ['999'] });
		await postWebhook(ofAnotherNumber.url, text('stop', 10));
		expect(await marketing()).toBe('optedOut');
		const ofAnotherAccount = text('stop', 10) as { entry: Array<{ id: string }> };
		ofAnotherAccount.entry[0]!.id = '999';
		const own = await open(options);
		await postWebhook(own.url, ofAnotherAccount);
		await postWebhook(own.url, text('START'));
		expect(await answers(1)).toEqual(['Welcome back.']);
	});

	it('that cannot be sent loses neither the webhook nor the opt-out, and stands in the log', async () => {
		stage.simulator.write({ from: ADA.waId, text: 'stop' });
		stage.simulator.failNext({ mode: 'error', code: 190 });
		const trigger = await open(options);
		expect(await postWebhook(trigger.url, text('stop'))).toMatchObject({ status: 200 });
		await until(() => trigger.logs.some(({ level }) => level === 'error'));
		expect(trigger.logs).toContainEqual(expect.objectContaining({ level: 'error', message: expect.stringContaining('could not confirm') }));
		expect(await marketing()).toBe('optedOut');
	});
});
