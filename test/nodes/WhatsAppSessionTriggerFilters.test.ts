import 'reflect-metadata';

import { LoadOptionsContext, WebhookContext } from 'n8n-core';
import type { INodeParameters, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import management from '../fixtures/webhooks/management.json';
import { createCredentialsHelper } from '../support/createCredentialsHelper';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';
import { toWebhook } from '../support/toWebhook';

const node = new WhatsAppSessionTrigger();
const WRITTEN_AT_MS = 1_763_800_000_000;
const STARTED = { status: 200, text: '' };
const ACCEPTED = { status: 200, text: 'EVENT_RECEIVED' };
const OTHER_NUMBER = '106540352242923';
const ANA = { waId: '15550100001' };

let stage: Stage;
let trigger: RunningTrigger;
const readCredential = jest.fn();

beforeEach(async () => {
	stage = await openStage();
	readCredential.mockReset().mockImplementation(() => stage.credential);
	setDate(WRITTEN_AT_MS + 1_000);
});
afterEach(async () => {
	jest.restoreAllMocks();
	jest.useRealTimers();
	await trigger.close();
	await stage.close();
});

async function open(parameters: INodeParameters): Promise<void> {
	trigger = await runTrigger({ node, readCredential, parameters });
}

const post = async (body: unknown) => await postWebhook(trigger.url, body);

let count = 0;
function message(type = 'text', more: Record<string, unknown> = {}) {
	count += 1;
	return { id: `wamid.filter${count}`, from: ANA.waId, timestamp: '1763800000', type, [type]: { body: 'Hi' }, ...more };
}

function status(word: string, id = 'wamid.out') {
	const errors = word === 'failed' ? [{ code: 131026, title: 'Message undeliverable' }] : [];
	return { id, status: word, timestamp: '1763800000', recipient_id: ANA.waId, errors };
}

describe('the filter for phone numbers', () => {
	const events = ['message', 'templateChange'];

	test.each([
		['without numbers lets every number pass', [], STARTED],
		['lets its numbers pass', [OTHER_NUMBER, PHONE_NUMBER_ID], STARTED],
		['keeps other numbers back', [OTHER_NUMBER], ACCEPTED],
	])('%s', async (_, phoneNumberIds, expected) => {
		await open({ events, options: { phoneNumberIds } });
		expect(await post(toWebhook({ messages: [message()] }))).toEqual(expected);
	});

	it('lets events pass that belong to no number', async () => {
		await open({ events, options: { phoneNumberIds: [OTHER_NUMBER] } });
		expect(await post(management.templatePaused)).toEqual(STARTED);
	});
});

describe('a filter that an expression gives', () => {
	test.each<[string, INodeParameters[string], typeof STARTED]>([
		['text with the number', `={{ '${PHONE_NUMBER_ID}' }}`, STARTED],
		['text with another number', `={{ '${OTHER_NUMBER}' }}`, ACCEPTED],
		['text with several numbers', `={{ ' ${OTHER_NUMBER} , ${PHONE_NUMBER_ID}' }}`, STARTED],
		['text with several other numbers', `={{ '${OTHER_NUMBER},1,,2' }}`, ACCEPTED],
		['a number', `={{ ${PHONE_NUMBER_ID} }}`, STARTED],
		['another number', `={{ ${OTHER_NUMBER} }}`, ACCEPTED],
		['a list', `={{ ['${OTHER_NUMBER}', ${PHONE_NUMBER_ID}] }}`, STARTED],
		['a list of others', `={{ ['${OTHER_NUMBER}'] }}`, ACCEPTED],
		['a list with one expression', [`={{ '${OTHER_NUMBER}' }}`], ACCEPTED],
		['empty text', "={{ '' }}", STARTED],
		['text with nothing but a comma', "={{ ' , ' }}", STARTED],
		['nothing', '={{ undefined }}', STARTED],
		['null', '={{ null }}', STARTED],
	])('as %s', async (_, phoneNumberIds, expected) => {
		await open({ options: { phoneNumberIds } as INodeParameters });
		expect(await post(toWebhook({ messages: [message()] }))).toEqual(expected);
	});

	it('applies to types and statuses as well', async () => {
		const options = { messageTypes: "={{ 'image, text' }}", statuses: "={{ 'read' }}" };
		await open({ events: ['message', 'messageStatus'], options });
		expect(await post(toWebhook({ messages: [message()] }))).toEqual(STARTED);
		expect(await post(toWebhook({ messages: [message('audio')] }))).toEqual(ACCEPTED);
		expect(await post(toWebhook({ statuses: [status('sent')] }))).toEqual(ACCEPTED);
		expect(await post(toWebhook({ statuses: [status('read')] }))).toEqual(STARTED);
	});
});

describe('a trigger that is registered for', () => {
	const OTHER_ACCOUNT = '102290129340399';
	const rl = (value: unknown) => ({ __rl: true, mode: 'id', value }) as unknown as INodeParameters;
	const ofAccount = (id: string | undefined) => {
		const { entry, ...rest } = toWebhook({ messages: [message()] });
		return { ...rest, entry: (entry as object[]).map((account) => ({ ...account, id })) };
	};

	test.each<[string, INodeParameters, typeof STARTED]>([
		['another number starts nothing', { registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl(OTHER_NUMBER) }, ACCEPTED],
		['this number starts', { registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl(PHONE_NUMBER_ID) }, STARTED],
		['this number, given as a number, starts', { registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl(Number(PHONE_NUMBER_ID)) }, STARTED],
		['the only number starts', { registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl('') }, STARTED],
		['a number that an expression names starts', { registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl(`={{ '${OTHER_NUMBER}' }}`) }, STARTED],
		['the app starts, whatever number was chosen before', { registrationLevel: 'app', registrationPhoneNumberId: rl(OTHER_NUMBER) }, STARTED],
		['an app by default starts', { registrationPhoneNumberId: rl(OTHER_NUMBER) }, STARTED],
		['another number by hand starts', { registration: 'manual', registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl(OTHER_NUMBER) }, STARTED],
	])('%s', async (_, parameters, expected) => {
		await open(parameters);
		expect(await post(toWebhook({ messages: [message()] }))).toEqual(expected);
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: ANA }]);
		expect(session).toMatchObject({ lastInboundAtMs: WRITTEN_AT_MS });
	});

	test.each<[string, string | undefined, INodeParameters, typeof STARTED]>([
		['an account starts nothing for another one', OTHER_ACCOUNT, { registrationLevel: 'businessAccount' }, ACCEPTED],
		['an account starts for its own events', BUSINESS_ACCOUNT_ID, { registrationLevel: 'businessAccount' }, STARTED],
		['an account starts for events that name none', undefined, { registrationLevel: 'businessAccount' }, STARTED],
		['an account by hand starts for another one', OTHER_ACCOUNT, { registration: 'manual', registrationLevel: 'businessAccount' }, STARTED],
		['the app starts for another account', OTHER_ACCOUNT, { registrationLevel: 'app' }, STARTED],
	])('%s', async (_, account, parameters, expected) => {
		await open(parameters);
		expect(await post(ofAccount(account))).toEqual(expected);
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: ANA }]);
		expect(session).toMatchObject({ lastInboundAtMs: WRITTEN_AT_MS });
	});

	it('one number starts for events that name none', async () => {
		await open({ events: ['templateChange'], registrationLevel: 'phoneNumber', registrationPhoneNumberId: rl(OTHER_NUMBER) });
		expect(await post(management.templatePaused)).toEqual(STARTED);
	});
});

it('offers the numbers of the account to filter by', async () => {
	await open({});
	const { workflow, node: place } = createTriggerWorkflow(node);
	const credentialsHelper = createCredentialsHelper(() => stage.credential);
	const additionalData = { credentialsHelper } as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, place, additionalData, '');
	expect(await node.methods.loadOptions.loadPhoneNumbers.call(context)).toEqual([
		{ name: expect.stringContaining('+1'), value: PHONE_NUMBER_ID },
	]);
});

it('shows the verify token for pasting, and gives the workflow nothing of it to keep', async () => {
	const { workflow, node: place } = createTriggerWorkflow(node);
	const credentialsHelper = createCredentialsHelper(() => stage.credential);
	const additionalData = { credentialsHelper } as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, place, additionalData, '');
	// Of an option n8n keeps the value; of an entry of a resource locator its name as well.
	expect(node.description.properties.find(({ name }) => name === 'verifyToken')).toMatchObject({ type: 'options', default: 'shown' });
	expect(await node.methods.loadOptions.showVerifyToken.call(context)).toEqual([{ name: 'a verify token', value: 'shown' }]);
	stage.credential.verifyToken = ' ';
	await expect(node.methods.loadOptions.showVerifyToken.call(context)).rejects.toThrow("The credential has no 'Verify Token'.");
});

describe('the filter for message types', () => {
	test.each([
		[['text'], 'text', STARTED],
		[['image', 'text'], 'text', STARTED],
		[['image'], 'text', ACCEPTED],
		[['otherTypes'], 'text', ACCEPTED],
		[['otherTypes'], 'telepathy', STARTED],
		[['text'], 'telepathy', ACCEPTED],
		[[], 'telepathy', STARTED],
	])('%j and a message of the type %s', async (messageTypes, type, expected) => {
		await open({ events: ['message'], options: { messageTypes } });
		expect(await post(toWebhook({ messages: [message(type)] }))).toEqual(expected);
	});

	it('does not touch other events', async () => {
		await open({ events: ['messageStatus'], options: { messageTypes: ['image'] } });
		expect(await post(toWebhook({ statuses: [status('read')] }))).toEqual(STARTED);
	});
});

describe('the filter for statuses', () => {
	test.each([
		[['read'], 'read', STARTED],
		[['read', 'sent'], 'sent', STARTED],
		[['read'], 'delivered', ACCEPTED],
		[['read'], 'failed', STARTED],
		[[], 'statusOfTomorrow', STARTED],
	])('%j and a status %s', async (statuses, word, expected) => {
		await open({ events: ['messageStatus', 'messageFailed'], options: { statuses } });
		expect(await post(toWebhook({ statuses: [status(word)] }))).toEqual(expected);
	});

	it('keeps the rest of a batch', async () => {
		await open({ events: ['messageStatus'], options: { statuses: ['read'] } });
		await post(toWebhook({ statuses: [status('sent'), status('delivered'), status('read')] }));
		expect(trigger.executions).toMatchObject([[{ json: { message: { status: 'read' } } }]]);
	});
});

describe('a message is stale', () => {
	test.each([
		['by default after 10 minutes and a millisecond', {}, 600_001, true],
		['by default not after 10 minutes', {}, 600_000, false],
		['after the time that was chosen', { staleAfterMinutes: 1 }, 60_001, true],
		['not before', { staleAfterMinutes: 1 }, 60_000, false],
		['never when that is chosen', { staleAfterMinutes: 0 }, 7 * 86_400_000, false],
		['as an expression says', { staleAfterMinutes: '={{ 2 * 30 }}' }, 3_600_001, true],
	])('%s', async (_, options, lateMs, isStale) => {
		await open({ options: options as INodeParameters });
		setDate(WRITTEN_AT_MS + lateMs);
		await post(toWebhook({ messages: [message()] }));
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({ isStale });
	});
});

describe('what nobody chose to see', () => {
	it('starts nothing and updates the store all the same, in one write', async () => {
		await open({ events: ['call'] });
		const claim = { sendOnceKey: 'key', phoneNumberId: PHONE_NUMBER_ID, user: ANA, sentAs: 'freeForm' as const };
		await stage.store.claimSends([{ ...claim, claimedAtMs: WRITTEN_AT_MS }]);
		const sent = { sendOnceKey: 'key', state: 'sent' as const, messageId: 'wamid.out', sentAtMs: WRITTEN_AT_MS };
		await stage.store.recordOutcomes([sent]);
		const written = jest.spyOn(stage.store, 'recordWebhook');
		const read = (['findSessions', 'findConsent', 'findSends'] as const).map((name) => jest.spyOn(stage.store, name));

		expect(await post(toWebhook({ messages: [message()], statuses: [status('delivered')] }))).toEqual(ACCEPTED);
		expect(written).toHaveBeenCalledTimes(1);
		for (const look of read) expect(look).not.toHaveBeenCalled();
		expect(trigger).toMatchObject({ executions: [], failures: [], logs: [] });
		const [session] = await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: ANA }]);
		expect(session).toMatchObject({ lastInboundAtMs: WRITTEN_AT_MS });
		expect((await stage.store.findSends(['wamid.out']))[0]).toMatchObject({ status: 'delivered' });
	});

	it('does not ask n8n for a parameter or, within a minute, for the credential', async () => {
		await open({ events: ['message'], options: { statuses: ['read'], phoneNumberIds: [PHONE_NUMBER_ID] } });
		const asked = jest.spyOn(WebhookContext.prototype, 'getNodeParameter');
		for (let delivery = 0; delivery < 20; delivery += 1) await post(toWebhook({ statuses: [status('sent')] }));
		expect(readCredential).toHaveBeenCalledTimes(1);
		expect(asked).not.toHaveBeenCalled();
	});

	it('starts the workflow once it is chosen, since it was acted on by nobody', async () => {
		await open({ events: ['call'] });
		const webhook = toWebhook({ messages: [message()] });
		expect(await post(webhook)).toEqual(ACCEPTED);
		await trigger.close();
		await open({ events: ['message'] });
		expect(await post(webhook)).toEqual(STARTED);
	});
});

describe('a batch of 1,000 statuses', () => {
	const batch = toWebhook({
		statuses: Array.from({ length: 1_000 }, (_, index) => status(index % 2 ? 'read' : 'delivered', `wamid.batch${index >> 1}`)),
	});

	it('that nobody wants is one write', async () => {
		await open({});
		expect(await post(batch)).toEqual(ACCEPTED);
		expect(trigger.executions).toEqual([]);
	});

	it('starts one execution with an item for each, once', async () => {
		await open({ events: ['messageStatus'] });
		expect(await post(batch)).toEqual(STARTED);
		expect(trigger.executions.map((items) => items.length)).toEqual([1_000]);
		expect(await post(batch)).toEqual(ACCEPTED);
	});
});
