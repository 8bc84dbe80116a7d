import type { IDataObject } from 'n8n-workflow';

import { NO_CONSENT_ON_RECORD } from '../../nodes/shared/domain/Consent';
import { openScene, type Scene } from '../support/openScene';
import { PHONE_NUMBER_ID } from '../support/openStage';

/** What WhatsApp accepts and fails later comes back as an item that the next node can act on without configuration. */
const HOUR_MS = 3_600_000;
const ADA = '+12025550143';
const HELLO = { templateFrom: 'name', templateName: 'hello_world' };

let scene: Scene;
afterEach(async () => {
	jest.restoreAllMocks();
	await scene.close();
});

async function open(...events: string[]): Promise<void> {
	scene = await openScene({}, { events });
}

/** Has a message accepted that fails: our store takes the window for open, and Meta knows better. */
async function sendInVain(recipient = ADA): Promise<IDataObject> {
	await scene.store.recordEvidence([
		{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { waId: recipient.slice(1) }, atMs: Date.now() - HOUR_MS },
	]);
	const item = { recipient, phoneNumberId: PHONE_NUMBER_ID };
	const { output, json } = await scene.sendFreeForm(item, { text: 'Your order is on its way' });
	expect(output).toBe('Sent');
	await scene.delivered();
	return json;
}

const failures = () => scene.trigger.executions.flat().map(({ json }) => json);

test('a message that fails with 131047 says what was sent, why it failed and what to do', async () => {
	await open('messageFailed');
	const sent = await sendInVain();
	expect(failures()).toHaveLength(1);
	expect(failures()[0]).toMatchObject({
		event: 'messageFailed',
		recipient: ADA,
		phoneNumberId: PHONE_NUMBER_ID,
		message: {
			id: (sent.message as IDataObject).id,
			status: 'failed',
			sentAs: 'freeForm',
			sendOnceKey: (sent.message as IDataObject).sendOnceKey,
			sentAt: expect.any(String),
			workflowId: 'test-workflow',
			executionId: '1',
			nodeName: 'Send Free-form',
			templateName: null,
		},
		error: { code: 131047, isRetryable: false, advice: expect.stringMatching(/template/) },
		nextStep: 'template',
		session: { isOpen: false, reason: 'closedByPlatform', nextStep: 'template' },
	});
});

test('one wire leads from there to Send Template, which reaches the person', async () => {
	await open('messageFailed');
	await sendInVain();
	const { output, json } = await scene.sendTemplate(failures()[0] ?? {}, HELLO);
	expect(output).toBe('Sent');
	expect(json).toMatchObject({ recipient: ADA, message: { sentAs: 'template', alreadySent: false } });
	await scene.delivered();
	expect(scene.simulator.sent().map(({ status }) => status)).toEqual(['failed', 'read']);
	expect(failures()).toHaveLength(1);
});

test('a wire back to the node that sent the message ends there', async () => {
	await open('messageStatus', 'messageFailed');
	await sendInVain();
	expect(failures()).toMatchObject([{ event: 'messageFailed', nextStep: 'template' }]);
	const { output, json } = await scene.sendFreeForm(failures()[0] ?? {}, { text: 'Sorry!', whenClosed: 'sendAnyway' });
	expect(output).toBe('Window Closed');
	expect(json).toMatchObject({ notSent: { reason: 'wouldRepeatItself' } });

	await scene.sendTemplate({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }, HELLO);
	await scene.delivered();
	const status = failures().find(({ event }) => event === 'messageStatus') ?? {};
	expect(await scene.sendTemplate(status, HELLO)).toMatchObject({ output: 'Not Sent' });
	expect(scene.simulator.sent()).toHaveLength(2);
});

test('a trigger without the send log knows from the message itself where it was sent from', async () => {
	await open('messageFailed');
	jest.spyOn(scene.store, 'findSends').mockImplementation(async (ids) => ids.map(() => undefined));
	const sent = await sendInVain();
	expect(failures()[0]).toMatchObject({
		recipient: ADA,
		message: {
			sentAs: 'freeForm',
			sendOnceKey: (sent.message as IDataObject).sendOnceKey,
			sentAt: null,
			workflowId: 'test-workflow',
			nodeName: 'Send Free-form',
		},
		nextStep: 'template',
	});
});

test('the way of a template message can be followed from its statuses', async () => {
	await open('messageStatus');
	await scene.sendTemplate({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }, HELLO);
	await scene.delivered();
	expect(failures().map(({ message }) => message)).toMatchObject(
		['sent', 'delivered', 'read'].map((status) => ({ status, sentAs: 'template', templateName: 'hello_world' })),
	);
});

test('a template that failed starts no other one, wherever the wire leads', async () => {
	await open('messageFailed');
	scene.simulator.failNext({ mode: 'later', code: 131026 });
	await scene.sendTemplate({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }, HELLO);
	await scene.delivered();
	expect(failures()).toMatchObject([{ error: { code: 131026 }, nextStep: 'none' }]);
	const { output, json } = await scene.sendTemplate(failures()[0] ?? {}, HELLO);
	expect(output).toBe('Not Sent');
	expect(json).toMatchObject({ notSent: { reason: 'wouldFailAgain' } });
	expect(scene.simulator.sent()).toHaveLength(1);
});

test('somebody who opted out of everything gets nothing instead', async () => {
	await open('messageFailed');
	const entry = { user: { waId: ADA.slice(1) }, state: 'optedOut' as const, atMs: Date.now(), source: 'test', evidence: '' };
	const businessAccountId = String(scene.credential.businessAccountId);
	const categories = ['marketing', 'utility', 'authentication'] as const;
	await scene.store.recordConsent(categories.map((kind) => ({ ...entry, businessAccountId, kind })));
	await sendInVain();
	expect(failures()[0]).toMatchObject({ error: { code: 131047 }, nextStep: 'none' });
});

test('a stop that WhatsApp reports keeps the next marketing template back', async () => {
	await open('optInChange');
	const item = { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID };
	const templateVariables = { mappingMode: 'defineBelow', value: { body_1: 'Ada' } };
	const marketing = { templateFrom: 'name', templateName: 'summer_sale', templateVariables };
	scene.simulator.preferMarketing({ from: ADA, value: 'stop' });
	await scene.delivered();
	expect(failures()).toMatchObject([{ event: 'optInChange', recipient: ADA, optIn: { state: 'optedOut' } }]);
	const { output, json } = await scene.sendTemplate(item, marketing);
	expect(output).toBe('Not Sent');
	expect(json).toMatchObject({ notSent: { reason: 'optedOut', category: 'marketing' } });
	expect(scene.simulator.sent()).toEqual([]);

	scene.travel(-5_000);
	scene.simulator.preferMarketing({ from: ADA, value: 'resume' });
	await scene.delivered();
	expect(failures()[1]).toMatchObject({ optIn: { state: 'optedIn' }, session: { consent: { marketing: 'optedIn' } } });
});

test('a marketing template that Meta drops because the person stopped them (131050) is the last one', async () => {
	await open('messageFailed');
	const item = { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID };
	const templateVariables = { mappingMode: 'defineBelow', value: { body_1: 'Ada' } };
	const marketing = { templateFrom: 'name', templateName: 'summer_sale', templateVariables };
	const heard = jest.spyOn(scene.store, 'findConsent').mockResolvedValueOnce([NO_CONSENT_ON_RECORD]);
	scene.simulator.preferMarketing({ from: ADA, value: 'stop' });
	expect(await scene.sendTemplate(item, marketing)).toMatchObject({ output: 'Sent' });
	heard.mockRestore();
	await scene.delivered();
	expect(failures()).toMatchObject([{ error: { code: 131050 }, nextStep: 'none', session: { consent: { marketing: 'optedOut' } } }]);
	expect(await scene.sendTemplate(item, marketing)).toMatchObject({ output: 'Not Sent' });
});

test.each([
	['a day later where Meta sends a person no more marketing for now', 131049, 24 * HOUR_MS],
	['17 minutes later where a person got too many messages', 131056, 1_024_000],
	['never where it is about no limit', 131026, undefined],
])('a message that failed says when it is worth another try: %s', async (_, code, afterMs) => {
	await open('messageFailed', 'messageStatus');
	scene.simulator.failNext({ mode: 'later', code });
	await scene.sendTemplate({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }, HELLO);
	await scene.delivered();
	const failure = failures().find(({ event }) => event === 'messageFailed') as { message: { timestamp: string }; error: IDataObject };
	const sendAt = afterMs === undefined ? null : new Date(Date.parse(failure.message.timestamp) + afterMs).toISOString();
	expect(failure.error).toMatchObject({ code, sendAt });
});
