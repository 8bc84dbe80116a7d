import { NodeHelpers, type IDataObject, type INodeOutputConfiguration } from 'n8n-workflow';

import schema from '../../nodes/WhatsAppSessionTrigger/__schema__/v2.0.0.json';
import { TRIGGER_EVENTS } from '../../nodes/WhatsAppSessionTrigger/choice/triggerEvents';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import batches from '../fixtures/webhooks/batches.json';
import calls from '../fixtures/webhooks/calls.json';
import echoes from '../fixtures/webhooks/echoes.json';
import history from '../fixtures/webhooks/history.json';
import management from '../fixtures/webhooks/management.json';
import messages from '../fixtures/webhooks/messages.json';
import statuses from '../fixtures/webhooks/statuses.json';
import preferences from '../fixtures/webhooks/user_preferences.json';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';
import { toWebhook } from '../support/toWebhook';

const node = new WhatsAppSessionTrigger();
const WRITTEN_AT_MS = 1_763_800_000_000;
const WRITTEN_AT = '2025-11-22T08:26:40.000Z';
const STARTED = { status: 200, text: '' };
const ALL = TRIGGER_EVENTS.map(({ value }) => value);

let stage: Stage;
const running: RunningTrigger[] = [];
let count = 0;

beforeAll(async () => void (stage = await openStage()));
beforeEach(() => setDate(WRITTEN_AT_MS + 100_000));
afterEach(async () => {
	jest.useRealTimers();
	await Promise.all(running.splice(0).map(async (trigger) => await trigger.close()));
});
afterAll(async () => await stage.close());

/** Opens a trigger that has not seen anything yet. */
async function open(events: string[] = ALL, options: IDataObject = {}): Promise<RunningTrigger> {
	count += 1;
	const parameters = { events, options: options as Record<string, never> };
	const run = { node, readCredential: () => stage.credential, parameters, nodeId: `trigger-${count}` };
	const trigger = await runTrigger(run);
	running.push(trigger);
	return trigger;
}

/** The only item of the only execution, and the output it left on. */
async function receive(body: unknown, events?: string[], options?: IDataObject) {
	const trigger = await open(events, options);
	await postWebhook(trigger.url, body);
	expect(trigger.failures).toEqual([]);
	expect(trigger.executions.map((items) => items.length)).toEqual([1]);
	const output = trigger.outputs[0]?.findIndex((items) => items.length > 0) ?? -1;
	return { output: ALL[output], json: trigger.executions[0]?.[0]?.json ?? {} };
}

describe('the identity of a person', () => {
	it('is in the item of a message where Meta sends its hash, for the option of the sends', async () => {
		const message = { id: 'wamid.a', from: '15551230001', timestamp: String(WRITTEN_AT_MS / 1000), type: 'text', text: { body: 'Hi' } };
		const contacts = [{ wa_id: '15551230001', identity_key_hash: 'DF2lS5v2W6x=' }];

		expect((await receive(toWebhook({ contacts, messages: [message] }))).json).toMatchObject({ identityKeyHash: 'DF2lS5v2W6x=' });
	});
});

describe('the outputs', () => {
	const outputsFor = (events: string[]) => {
		const { workflow, node: trigger } = createTriggerWorkflow(node, { parameters: { events } });
		const outputs = NodeHelpers.getNodeOutputs(workflow, trigger, node.description) as INodeOutputConfiguration[];
		return outputs.map(({ type, displayName }) => [type, displayName]);
	};

	it('are one for each chosen event, in the order of the list whatever was chosen first', () => {
		expect(outputsFor(['other', 'call', 'message'])).toEqual([
			['main', 'Message'],
			['main', 'Call'],
			['main', 'Other'],
		]);
		expect(outputsFor([...ALL].reverse()).map(([, name]) => name)).toEqual(TRIGGER_EVENTS.map(({ name }) => name));
	});

	it('are Message alone by default, and none without an event', () => {
		const { workflow, node: trigger } = createTriggerWorkflow(node);
		expect(NodeHelpers.getNodeOutputs(workflow, trigger, node.description)).toMatchObject([{ displayName: 'Message' }]);
		expect(outputsFor([])).toEqual([]);
	});

	it('get their items in that order as well', async () => {
		const trigger = await open(['other', 'messageStatus', 'message']);
		await postWebhook(trigger.url, batches.everythingAtOnce);
		const [message, status, other] = trigger.outputs[0] ?? [];
		expect(trigger.outputs[0]).toHaveLength(3);
		expect(new Set(message?.map(({ json }) => json.event))).toEqual(new Set(['message']));
		expect(new Set(status?.map(({ json }) => json.event))).toEqual(new Set(['messageStatus']));
		expect(new Set((other ?? []).map(({ json }) => json.event)).has('message')).toBe(false);
	});

	it('are named below the node', () => {
		const { workflow, node: trigger } = createTriggerWorkflow(node, { parameters: { events: ['call', 'message'] } });
		const subtitle = workflow.expression.getSimpleParameterValue(trigger, node.description.subtitle, 'manual', {});
		expect(subtitle).toBe('Message, Call');
	});

	it('and nothing else of the description is an expression that n8n would evaluate for a webhook', () => {
		expect(JSON.stringify(node.description.webhooks)).not.toContain('={{');
	});
});

/** Every fixture, and the output it belongs to. */
const CASES: Array<[string, string, unknown]> = [
	...Object.entries(statuses).map(([name, body]): [string, string, unknown] => [
		name,
		name.startsWith('failed') ? 'messageFailed' : 'messageStatus',
		body,
	]),
	...Object.entries(calls).map(([name, body]): [string, string, unknown] => [name, 'call', body]),
	...Object.entries(preferences).map(([name, body]): [string, string, unknown] => [name, 'optInChange', body]),
	...Object.entries(echoes).map(([name, body]): [string, string, unknown] => [name, 'messageEcho', body]),
	['twoThreads', 'other', history.twoThreads],
	['declined', 'other', history.declined],
	...Object.entries(management).map(([name, body]): [string, string, unknown] => [name, outputOf(name), body]),
];

function outputOf(name: string): string {
	if (name.startsWith('template')) return 'templateChange';
	if (name === 'standby') return 'message';
	const account = [
		'phoneNumberQuality',
		'phoneNumberName',
		'accountUpdate',
		'accountAlerts',
		'accountReview',
		'accountSettings',
		'businessCapability',
		'security',
		'username',
		'usernames',
		'partnerSolutions',
		'paymentConfiguration',
	];
	return account.includes(name) ? 'accountChange' : 'other';
}

describe('an event', () => {
	test.each(CASES)('of the case %s leaves on the output %s, as plain JSON', async (_, expected, body) => {
		const trigger = await open(ALL, { startsForStandby: true });
		expect(await postWebhook(trigger.url, body)).toEqual(STARTED);
		const outputs = trigger.outputs[0] ?? [];
		expect(outputs.flatMap((items, index) => (items.length > 0 ? [ALL[index]] : []))).toEqual([expected]);
		for (const { json } of outputs.flat()) {
			expect(json.event).toBe(expected);
			expect(Object.keys(json)[0]).toBe('event');
			expect(JSON.parse(JSON.stringify(json))).toEqual(json);
		}
	});

	test.each(CASES)('of the case %s starts nothing when %s is not chosen', async (_, output, body) => {
		const trigger = await open(ALL.filter((event) => event !== output));
		expect(await postWebhook(trigger.url, body)).toEqual({ status: 200, text: 'EVENT_RECEIVED' });
		expect(trigger).toMatchObject({ executions: [], failures: [] });
	});

	it('carries what Meta wrote when that is wanted, and not otherwise', async () => {
		const status = statuses.read.entry[0]?.changes[0]?.value.statuses[0];
		expect((await receive(statuses.read, ALL, { includeOriginal: true })).json.raw).toEqual(status);
		expect((await receive(statuses.delivered)).json).not.toHaveProperty('raw');
	});
});

describe('the item of', () => {
	const origin = { phoneNumberId: PHONE_NUMBER_ID, businessAccountId: BUSINESS_ACCOUNT_ID };

	beforeEach(async () => {
		await stage.close();
		stage = await openStage();
	});

	test('a message with a file', async () => {
		const { json } = await receive(messages.image);
		expect((json.message as IDataObject).media).toEqual({
			id: '880000000000001',
			mimeType: 'image/jpeg',
			sha256: 'c2hhMjU2LWV4YW1wbGU=',
			fileName: null,
			caption: 'The broken part',
			url: 'https://media.example.invalid/880000000000001',
			isVoice: false,
			isAnimated: false,
		});
	});

	test('a message through an ad, forwarded, about a product', async () => {
		const message = {
			id: 'wamid.rich',
			from: '15551230001',
			timestamp: '1763800000',
			type: 'text',
			text: { body: 'Is it still there?' },
			context: { forwarded: true, referred_product: { catalog_id: '1', product_retailer_id: 'sku' } },
			referral: { source_url: 'https://fb.me/x', source_type: 'ad', ctwa_clid: 'click', welcome_message: { text: 'Hi' } },
		};
		const { json } = await receive(toWebhook({ messages: [message] }));
		expect(json.message).toMatchObject({
			text: 'Is it still there?',
			isForwarded: true,
			isFrequentlyForwarded: false,
			referredProduct: { catalogId: '1', productRetailerId: 'sku' },
			referral: { clickId: 'click', sourceUrl: 'https://fb.me/x', sourceType: 'ad', welcomeText: 'Hi', headline: null },
		});
	});

	test('a message that WhatsApp cannot show says why', async () => {
		const { json } = await receive(messages.unsupported);
		expect((json.message as IDataObject).errors).toMatchObject([{ code: 131051 }]);
	});

	test('a status of a message that somebody else sent', async () => {
		expect((await receive(statuses.sent)).json).toEqual({
			event: 'messageStatus',
			recipient: '+15551230001',
			...origin,
			message: {
				id: 'wamid.SENT0001',
				status: 'sent',
				timestamp: WRITTEN_AT,
				price: { category: 'utility', type: 'regular', model: 'PMP', isBillable: true },
				sentAs: null,
				sendOnceKey: null,
				sentAt: null,
				workflowId: null,
				executionId: null,
				nodeName: null,
				templateName: null,
				templateLanguage: null,
			},
		});
	});

	test('a status in a group names nobody to answer to', async () => {
		expect((await receive(statuses.deliveredInGroup)).json.recipient).toBeNull();
	});

	test('a call', async () => {
		const { json } = await receive(calls.userCallEnds);
		expect(json).toMatchObject({ event: 'call', recipient: '+15551230001', ...origin });
		expect(json.call).toEqual({
			id: 'wacid.TEST0001',
			event: 'terminate',
			direction: 'userInitiated',
			timestamp: WRITTEN_AT,
			status: 'COMPLETED',
			startedAt: WRITTEN_AT,
			endedAt: '2025-11-22T08:27:40.000Z',
			durationSeconds: 60,
			recording: null,
			transcript: null,
			errors: [],
		});
	});

	test.each([
		['a call of the person', calls.userCalls, 'connect', 'userInitiated', true],
		['a call of the business that was accepted', calls.accepted, 'accepted', 'businessInitiated', true],
		['a call of the business that was rejected', calls.rejected, 'rejected', 'businessInitiated', false],
		['a call of the business that rings', calls.ringing, 'ringing', 'businessInitiated', false],
	])('%s says what it did to the window', async (_, body, event, direction, isOpen) => {
		expect((await receive(body)).json).toMatchObject({ call: { event, direction }, session: { isOpen } });
	});

	test.each([
		['stopped', preferences.stop, 'optedOut', 'userPreferences', null],
		['resumed', preferences.resume, 'optedIn', 'userPreferences', null],
		['signed up for', preferences.signup, 'optedIn', 'signup', '400000000000001'],
	])('a person who %s marketing, with the consent after it', async (_, body, state, source, signupId) => {
		const { json } = await receive(body);
		expect(json).toMatchObject({ event: 'optInChange', recipient: '+15551230001', ...origin });
		expect(json.optIn).toEqual({
			category: 'marketing',
			state,
			detail: expect.any(String),
			signupId,
			timestamp: WRITTEN_AT,
			source,
			evidence: expect.any(String),
		});
		expect(json.session).toMatchObject({ consent: { marketing: state, utility: 'unknown' } });
	});

	test('a message that the business sent from its phone', async () => {
		expect((await receive(echoes.appMessage)).json).toEqual({
			event: 'messageEcho',
			recipient: '+15551230001',
			...origin,
			profileName: null,
			message: {
				id: 'wamid.ECHO0001',
				type: 'text',
				timestamp: WRITTEN_AT,
				text: 'We will call you back',
				media: null,
				originalMessageId: null,
			},
		});
	});

	test.each([
		['paused', management.templatePaused, { change: 'status', status: 'PAUSED', reason: 'FIRST_PAUSE' }],
		['rated', management.templateQuality, { change: 'quality', quality: 'YELLOW', previousQuality: 'GREEN' }],
		[
			'about to change its category',
			management.templateCategoryNotice,
			{ change: 'category', category: 'UTILITY', upcomingCategory: 'MARKETING', effectiveAt: '2025-11-23T08:26:40.000Z' },
		],
	])('a template that is %s', async (_, body, expected) => {
		const unknown = {
			status: null,
			reason: null,
			quality: null,
			previousQuality: null,
			category: null,
			previousCategory: null,
			upcomingCategory: null,
			effectiveAt: null,
		};
		expect((await receive(body)).json).toEqual({
			event: 'templateChange',
			businessAccountId: BUSINESS_ACCOUNT_ID,
			template: { id: '500000000000001', name: 'order_update', language: 'en_US', ...unknown, ...expected },
		});
	});

	test('an echo that was edited or deleted says which, and carries what Meta wrote of it', async () => {
		expect((await receive(echoes.appEdit)).json.message).toMatchObject({
			type: 'edit',
			text: 'We call tomorrow',
			originalMessageId: 'wamid.ECHO0000',
			edit: { original_message_id: 'wamid.ECHO0000' },
		});
		expect((await receive(echoes.appRevoke)).json.message).toMatchObject({ type: 'revoke', originalMessageId: 'wamid.ECHO0000' });
	});

	test('a payment names the order, the amount and the transaction, and touches no send', async () => {
		const transaction = { id: 't', type: 'upi', status: 'failed', updated_timestamp: 1_763_800_000, error: { code: 'U30', reason: 'declined' } };
		const payment = { reference_id: 'order 1042', amount: { value: 21050, offset: 100 }, currency: 'INR', transaction };
		const status = { id: 'wamid.order', type: 'payment', status: 'failed', timestamp: '1763800000', recipient_id: '15551230001', payment };
		const claim = { sendOnceKey: 'key wamid.order', phoneNumberId: PHONE_NUMBER_ID, user: { waId: '15551230001' } };
		await stage.store.claimSends([{ ...claim, sentAs: 'freeForm', claimedAtMs: WRITTEN_AT_MS }]);
		await stage.store.recordOutcomes([{ sendOnceKey: 'key wamid.order', state: 'sent', messageId: 'wamid.order', sentAtMs: WRITTEN_AT_MS }]);
		const { json } = await receive(toWebhook({ statuses: [status] }));
		expect(json).toMatchObject({ event: 'paymentStatus', recipient: '+15551230001', ...origin, session: { isOpen: false } });
		expect(json.payment).toEqual({
			referenceId: 'order 1042',
			status: 'failed',
			timestamp: WRITTEN_AT,
			amount: 210.5,
			currency: 'INR',
			transaction: {
				id: 't',
				type: 'upi',
				status: 'failed',
				amount: null,
				currency: null,
				createdAt: null,
				updatedAt: WRITTEN_AT,
				error: { code: 'U30', reason: 'declined' },
			},
			receipt: null,
			messageId: 'wamid.order',
		});
		expect((await stage.store.findSends(['wamid.order']))[0]?.status).toBeUndefined();
	});

	test('an alert of the account', async () => {
		expect((await receive(management.accountAlerts)).json).toEqual({
			event: 'accountChange',
			phoneNumberId: null,
			businessAccountId: BUSINESS_ACCOUNT_ID,
			account: {
				change: 'OBA_APPROVED',
				field: 'account_alerts',
				phoneNumber: null,
				severity: 'WARNING',
				description: 'Sample',
				messagingLimit: null,
				previousMessagingLimit: null,
				maxPhoneNumbers: null,
				name: null,
				restrictions: [],
				category: null,
				priceTier: null,
				timestamp: WRITTEN_AT,
			},
		});
	});

	test('a field that nobody knows is what Meta wrote', async () => {
		expect((await receive(management.fieldOfTomorrow)).json).toEqual({
			event: 'other',
			phoneNumberId: null,
			businessAccountId: BUSINESS_ACCOUNT_ID,
			field: 'telepathy_update',
			raw: { event: 'THOUGHT' },
		});
	});
});

it('names in its schema every field of a message item, and no other', async () => {
	const { json } = await receive(messages.image);
	const { image, ...message } = json.message as IDataObject;
	const keys = (properties: object) => Object.keys(properties).sort();
	expect(image).toBeDefined();
	const { messages: all, text: joined, ...properties } = schema.properties;
	expect([all.items.properties, joined.type]).toEqual([properties.message.properties, ['string', 'null']]);
	expect(keys(json)).toEqual(keys(properties));
	expect(keys(message)).toEqual(keys(schema.properties.message.properties));
	expect(keys(message.media as IDataObject)).toEqual(keys(schema.properties.message.properties.media.properties));
});
