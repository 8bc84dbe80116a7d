import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import echoes from '../fixtures/webhooks/echoes.json';
import { openScene, type Scene } from '../support/openScene';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger } from '../support/runTrigger';
import { toWebhook } from '../support/toWebhook';

/**
 * The faults that hand-made window logic has, each seen in the wild: what is right instead, through every real part.
 * People write in the simulator, Meta's webhook is signed and posted, the trigger records it, and a node reads it.
 */
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const ADA = '+12025550143';
const OTHER_NUMBER = '106540352242923';

let scene: Scene;

beforeEach(async () => {
	const phoneNumbers = [PHONE_NUMBER_ID, OTHER_NUMBER].map((id, index) => ({
		id,
		displayPhoneNumber: `+1 555 010 000${index + 1}`,
		verifiedName: 'Example Shop',
	}));
	scene = await openScene({ phoneNumbers });
});
afterEach(async () => await scene.close());

const to = (recipient: string, phoneNumberId = PHONE_NUMBER_ID) => ({ recipient, phoneNumberId });
const iso = (atMs: number) => new Date(atMs).toISOString();
const wholeSeconds = (atMs: number) => Math.floor(atMs / SECOND_MS) * SECOND_MS;

/** Lets a person write that long ago, whatever arrives now. */
function wrote(agoMs: number, from = ADA, more: Partial<Parameters<Scene['simulator']['write']>[0]> = {}) {
	scene.simulator.setClock({ offsetSeconds: -agoMs / SECOND_MS });
	const message = scene.simulator.write({ from, text: 'Hello', ...more });
	scene.simulator.setClock({ reset: true });
	return message;
}

test('fault 1: a message that arrives a day late opens no window, since its own time counts', async () => {
	wrote(30 * HOUR_MS);
	await scene.delivered();
	expect(scene.trigger.executions[0]?.[0]?.json).toMatchObject({ isStale: true, session: { isOpen: false, reason: 'expired' } });
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Closed', json: { session: { reason: 'expired' } } });
});

test('fault 1: a late message within the day opens the window from the time it was written', async () => {
	const { atMs } = wrote(20 * HOUR_MS);
	await scene.delivered();
	const { output, json } = await scene.check(to(ADA));
	expect(output).toBe('Open');
	expect(json.session).toMatchObject({ lastInboundAt: iso(atMs), closesAt: iso(atMs + 24 * HOUR_MS) });
});

test('fault 2: an older webhook that arrives later does not move the window back', async () => {
	const newest = wrote(2 * HOUR_MS);
	await scene.delivered();
	wrote(23 * HOUR_MS);
	await scene.delivered();
	expect((await scene.check(to(ADA))).json.session).toMatchObject({ isOpen: true, lastInboundAt: iso(newest.atMs) });
});

test('fault 2: webhooks in any order, some twice, several at once, come to the same window', async () => {
	scene.simulator.setDelivery({ shuffle: true, shuffleSeed: 7, duplicates: 1, concurrency: 4 });
	const hours = [9, 3, 22, 1, 14, 30, 5, 2, 17, 8];
	const instants = hours.map((hour) => wrote(hour * HOUR_MS).atMs);
	await scene.delivered();
	const lastInboundAt = iso(Math.max(...instants));
	expect((await scene.check(to(ADA))).json.session).toMatchObject({ isOpen: true, lastInboundAt });
	expect(scene.trigger.executions.flat()).toHaveLength(hours.length);
});

test.each([1, 3])('fault 3: a message that is delivered three times, %d at once, starts one execution', async (concurrency) => {
	scene.simulator.setDelivery({ duplicates: 2, concurrency });
	const message = wrote(MINUTE_MS);
	await scene.delivered();
	scene.simulator.redeliver(message.id);
	await scene.delivered();
	expect(scene.simulator.deliveries().map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
	expect(scene.trigger.executions).toHaveLength(1);
});

test('fault 4: sent, delivered and read are no message: they start nothing and open nothing', async () => {
	const { output } = await scene.sendTemplate(to(ADA), { templateFrom: 'name', templateName: 'hello_world' });
	await scene.delivered();
	expect(output).toBe('Sent');
	expect(scene.simulator.deliveries().map(({ summary }) => summary)).toEqual(
		['sent', 'delivered', 'read'].map((status) => `status ${status}`),
	);
	expect(scene.trigger).toMatchObject({ executions: [], failures: [] });
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Closed', json: { session: { reason: 'noInboundOnRecord' } } });
});

test('fault 5: what the business sends, by this pack or by its phone, does not open or lengthen the window', async () => {
	const { atMs } = wrote(20 * HOUR_MS, '+15551230001');
	await scene.delivered();
	await scene.sendFreeForm(to('+15551230001'), { text: 'We are looking into it.' });
	await scene.sendTemplate(to('+15551230001'), { templateFrom: 'name', templateName: 'hello_world' });
	for (const echo of Object.values(echoes)) await postWebhook(scene.trigger.url, echo);
	await scene.delivered();
	expect(scene.simulator.sent().map(({ status }) => status)).toEqual(['read', 'read']);
	expect((await scene.check(to('+15551230001'))).json.session).toMatchObject({ lastInboundAt: iso(atMs) });
	expect(scene.trigger.executions).toHaveLength(1);
});

test('fault 6: somebody who never wrote is closed, and nothing is sent', async () => {
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Closed', json: { session: { reason: 'noInboundOnRecord' } } });
	expect(await scene.sendFreeForm(to(ADA), { text: 'Hello' })).toMatchObject({ output: 'Window Closed' });
	expect(scene.simulator.sent()).toEqual([]);
});

test('fault 7: a window with one business number is none with another', async () => {
	wrote(MINUTE_MS);
	await scene.delivered();
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Open' });
	expect(await scene.check(to(ADA, OTHER_NUMBER))).toMatchObject({ output: 'Closed' });
	expect(await scene.sendFreeForm(to(ADA, OTHER_NUMBER), { text: 'Hello' })).toMatchObject({ output: 'Window Closed' });
	expect(scene.simulator.sent()).toEqual([]);
});

test.each([
	['4915112345678', ['+4915112345678', '+49 151 1234-5678', '0049 (151) 12345678', '4915112345678', 'whatsapp:+4915112345678']],
	['551187654321', ['+55 11 98765-4321', '+551187654321', '5511987654321']],
	['5215512345678', ['+52 55 1234 5678', '+5215512345678', '525512345678']],
	['5491112345678', ['+54 9 11 1234-5678', '+541112345678']],
])('fault 8: every spelling of %s is the same person', async (waId, spellings) => {
	const { atMs } = wrote(MINUTE_MS, waId);
	await scene.delivered();
	for (const spelling of spellings) {
		const { output, json } = await scene.check(to(spelling));
		expect([spelling, output]).toEqual([spelling, 'Open']);
		expect(json.session).toMatchObject({ lastInboundAt: iso(atMs) });
	}
});

test('fault 9: every message of a batch is used, whoever it is from', async () => {
	scene.simulator.setDelivery({ batch: true });
	const people = [ADA, '+15550100001', '+15550100002', ADA, '+15550100001'];
	const texts = people.map((from, index) => scene.simulator.write({ from, text: `Message ${index}` }).text);
	scene.simulator.write({ from: ADA, phoneNumberId: OTHER_NUMBER, text: 'To the other number' });
	scene.simulator.call({ from: '+15550100003' });
	scene.simulator.flush();
	await scene.delivered();
	expect(scene.simulator.deliveries()).toHaveLength(1);
	expect(scene.trigger.executions).toHaveLength(1);
	const items = scene.trigger.executions[0]?.map(({ json }) => (json.message as { text: string }).text);
	expect(items?.sort()).toEqual([...texts, 'To the other number'].sort());
	for (const person of [...people, '+15550100003']) expect(await scene.check(to(person))).toMatchObject({ output: 'Open' });
	expect(await scene.check(to(ADA, OTHER_NUMBER))).toMatchObject({ output: 'Open' });
});

test.each([
	['24 h less a millisecond', 24 * HOUR_MS - 1, 'Open', 'open'],
	['exactly 24 h', 24 * HOUR_MS, 'Closed', 'expired'],
	['24 h and a millisecond', 24 * HOUR_MS + 1, 'Closed', 'expired'],
	['24 h 59 min', 24 * HOUR_MS + 59 * MINUTE_MS, 'Closed', 'expired'],
	['23 h', 23 * HOUR_MS, 'Open', 'open'],
])('fault 10: %s after the message the window is as Meta says', async (_, afterMs, output, reason) => {
	const { atMs } = wrote(HOUR_MS);
	await scene.delivered();
	const options = { evaluateAt: iso(atMs + afterMs), safetyMarginMinutes: 0 };
	expect(await scene.check(to(ADA), { options })).toMatchObject({ output, json: { session: { reason } } });
});

test('fault 10: a timestamp means the same instant in seconds, as text and in milliseconds', async () => {
	const atMs = wholeSeconds(Date.now() - HOUR_MS);
	for (const lastInboundAt of [atMs / SECOND_MS, String(atMs / SECOND_MS), atMs, String(atMs), iso(atMs)]) {
		const { output, json } = await scene.check({ lastInboundAt }, { source: 'timestamp' });
		expect(output).toBe('Open');
		expect(json.session).toMatchObject({ lastInboundAt: iso(atMs) });
	}
});

test('fault 11: a window that closes between the check and the send is noticed at the send', async () => {
	scene.travel(24 * HOUR_MS);
	scene.simulator.write({ from: ADA, text: 'Hello' });
	await scene.delivered();
	const checked = await scene.check(to(ADA));
	expect(checked).toMatchObject({ output: 'Open', json: { session: { isOpen: true } } });

	scene.travel(0);
	const { output, json } = await scene.sendFreeForm(checked.json, { text: 'An answer that took a day' });
	expect(output).toBe('Window Closed');
	expect(json.session).toMatchObject({ isOpen: false, reason: 'expired' });
	expect(scene.simulator.sent()).toEqual([]);
});

test.each([
	['plain', {}],
	['with a link preview', { previewUrl: true }],
	['as a reply', { replyTo: 'wamid.HBgLMTIwMjU1NTAxNDM' }],
	['with a key of its own', { sendOnceKey: 'order-1042' }],
	['without a margin', { safetyMarginMinutes: 0 }],
])('fault 12: a text is guarded %s', async (_, options) => {
	wrote(25 * HOUR_MS);
	await scene.delivered();
	expect(await scene.sendFreeForm(to(ADA), { text: 'https://shop.example', options })).toMatchObject({
		output: 'Window Closed',
		json: { session: { isOpen: false } },
	});
	expect(scene.simulator.sent()).toEqual([]);
});

test.each([
	['a picture', { messageType: 'image', media: 'https://shop.example/a.png' }],
	['a list', { messageType: 'list', body: 'When?', listButton: 'Choose', options: { entriesJson: [{ title: 'Monday' }] } }],
	['a request', { messageType: 'locationRequest', body: 'Where are you?' }],
	['what somebody wrote as JSON', { messageType: 'json', json: { type: 'text', text: { body: 'Hello' } } }],
])('fault 12: %s is guarded as a text is', async (_, parameters) => {
	wrote(25 * HOUR_MS);
	await scene.delivered();
	expect(await scene.sendFreeForm(to(ADA), parameters as INodeParameters)).toMatchObject({ output: 'Window Closed' });
	expect(scene.simulator.sent()).toEqual([]);
});

test('fault 13: the template that stands in for the text keeps its content, in one line', async () => {
	const parameters = {
		text: 'Your parcel is at:\n\tMain Street 1,\r\n\r\n12345   Springfield.\n',
		whenClosed: 'template',
		templateFrom: 'name',
		templateName: 'support_reply',
		templateLanguage: 'en_US',
	};
	const { output, json } = await scene.sendFreeForm(to(ADA), parameters);
	expect(output).toBe('Sent');
	expect(json.message).toMatchObject({ sentAs: 'template' });
	const [sent] = scene.simulator.sent();
	expect(sent).toMatchObject({ template: { name: 'support_reply', language: 'en_US' } });
	expect(sent?.text).toContain('Your parcel is at: · Main Street 1, · 12345 Springfield.');
});

test('fault 13: the template that stands in keeps the language that was chosen', async () => {
	const parameters = {
		text: 'unterwegs',
		whenClosed: 'template',
		templateFrom: 'name',
		templateName: 'order_update',
		templateLanguage: 'de',
		templateVariables: { mappingMode: 'defineBelow', value: { body_first_name: 'Ada', body_order_id: '1042' } },
		fallbackTextVariable: { __rl: true, mode: 'id', value: 'body_status' },
	};
	expect(await scene.sendFreeForm(to(ADA), parameters)).toMatchObject({ output: 'Sent' });
	const [sent] = scene.simulator.sent();
	expect(sent).toMatchObject({ template: { name: 'order_update', language: 'de' } });
	expect(sent?.text).toContain('Hallo Ada, Ihre Bestellung 1042 ist jetzt unterwegs.');
});

test('fault 14: of two schedules that race with the same key, one sends and the others say so', async () => {
	const parameters = {
		templateFrom: 'name',
		templateName: 'hello_world',
		options: { sendOnceKey: 'reminder of the 22nd' },
	};
	const leavings = await Promise.all([1, 2, 3].map(async () => await scene.sendTemplate(to(ADA), parameters)));
	expect(scene.simulator.sent()).toHaveLength(1);
	const messages = leavings.map(({ json }) => json.message as { id: string; alreadySent: boolean });
	expect(messages.map(({ alreadySent }) => alreadySent).sort()).toEqual([false, true, true]);
	expect(new Set(messages.map(({ id }) => id)).size).toBe(1);
});

test('fault 14: of two schedules that race without a key, a pause between templates lets one send', async () => {
	const parameters = { templateFrom: 'name', templateName: 'hello_world', manners: { templatePauseHours: 1 } };
	const leavings = await Promise.all([1, 2, 3].map(async () => await scene.sendTemplate(to(ADA), parameters)));
	expect(scene.simulator.sent()).toHaveLength(1);
	expect(leavings.map(({ output }) => output).sort()).toEqual(['Not Sent', 'Not Sent', 'Sent']);
	const reasons = leavings.flatMap(({ json }) => (json.notSent ? [(json.notSent as { reason: string }).reason] : []));
	expect(reasons).toEqual(['templatePause', 'templatePause']);
});

test('fault 15: a message that was accepted and failed with 131047 later closes the session', async () => {
	await scene.store.recordEvidence([
		{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA.slice(1) }, atMs: Date.now() - HOUR_MS },
	]);
	const { output, json } = await scene.sendFreeForm(to(ADA), { text: 'Hello' });
	expect(output).toBe('Sent');
	const message = json.message as { id: string; status: string };
	expect(message.status).toBe('accepted');

	await scene.delivered();
	expect(scene.simulator.sent()).toMatchObject([{ status: 'failed', error: { code: 131047 } }]);
	expect((await scene.store.findSends([message.id]))[0]).toMatchObject({ status: 'failed' });
	const closed = { session: { isOpen: false, reason: 'closedByPlatform', nextStep: 'template' } };
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Closed', json: closed });
	expect(await scene.sendFreeForm(to(ADA), { text: 'Hello?' })).toMatchObject({ output: 'Window Closed', json: closed });
	expect(scene.simulator.sent()).toHaveLength(1);

	scene.travel(-5 * SECOND_MS);
	scene.simulator.write({ from: ADA, text: 'I am here' });
	await scene.delivered();
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Open' });
});

test('fault 16: what was recorded outlives the process, and another process reads it at once', async () => {
	const { atMs } = wrote(HOUR_MS);
	await scene.delivered();
	const script = `require(process.argv[1]).openSqliteStore({ path: process.argv[2] })
		.findSessions([{ phoneNumberId: process.argv[3], user: { waId: process.argv[4] } }])
		.then(([session]) => console.log(session.lastInboundAtMs));`;
	const root = join(__dirname, '..', '..');
	const hook = join(root, 'test/support/requireTypeScript.cjs');
	const store = join(root, 'nodes/shared/store/sqlite/openSqliteStore.ts');
	const names = [store, String(scene.credential.embeddedStorePath), PHONE_NUMBER_ID, ADA.slice(1)];
	const { stdout } = spawnSync(process.execPath, ['--require', hook, '--eval', script, ...names], { encoding: 'utf8' });
	expect(stdout.trim()).toBe(String(atMs));

	await scene.store.close();
	expect((await scene.check(to(ADA))).json.session).toMatchObject({ isOpen: true, lastInboundAt: iso(atMs) });
});

test('fault 16: what arrives while somebody listens in the editor counts like everything else', async () => {
	const editor = await runTrigger({
		node: new WhatsAppSessionTrigger(),
		readCredential: () => scene.credential,
		mode: 'manual',
	});
	await scene.simulator.subscribe({ callbackUrl: editor.url, verifyToken: 'a verify token' });
	wrote(MINUTE_MS);
	await scene.delivered();
	await editor.close();
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Open' });
});

test('fault 16: of many who write at the same moment nobody is lost', async () => {
	scene.simulator.setDelivery({ concurrency: 20 });
	const people = Array.from({ length: 60 }, (_, index) => `+1555010${1000 + index}`);
	for (const from of people) scene.simulator.write({ from, text: 'Hello' });
	await scene.delivered();
	const keys = people.map((person) => ({ phoneNumberId: PHONE_NUMBER_ID, user: { waId: person.slice(1) } }));
	expect((await scene.store.findSessions(keys)).filter((session) => session?.lastInboundAtMs === undefined)).toEqual([]);
	expect(scene.trigger.executions).toHaveLength(people.length);
});

/** What may happen between a business and a person who got a template, and whether it opens the window. */
const HAPPENINGS: Array<[string, 'Open' | 'Closed', (templateId: string) => unknown]> = [
	['a reaction', 'Closed', (messageId) => scene.simulator.react({ from: ADA, messageId, emoji: '🎉' })],
	['a reaction taken back', 'Closed', (messageId) => scene.simulator.react({ from: ADA, messageId, emoji: '' })],
	['a tap on a button of the template', 'Open', () => scene.simulator.tap({ from: ADA, button: 'Confirm' })],
	['a tap on a row of a list', 'Open', () => tapped({ type: 'list_reply', list_reply: { id: '1', title: 'Blue' } })],
	['a call that is answered', 'Open', () => scene.simulator.call({ from: ADA, isAnswered: true })],
	['a call that is missed', 'Open', () => scene.simulator.call({ from: ADA, isAnswered: false })],
	['a call of the business that is accepted', 'Open', () => scene.simulator.call({ from: ADA, by: 'business' })],
	['opening the chat for the first time', 'Open', () => scene.simulator.write({ from: ADA, type: 'request_welcome' })],
	['a message in a group', 'Closed', () => postWebhook(scene.trigger.url, groupMessage())],
	['a change of the phone number', 'Closed', () => scene.simulator.write({ from: ADA, type: 'system', content: CHANGED })],
	['something WhatsApp cannot show', 'Closed', () => scene.simulator.write({ from: ADA, type: 'unsupported' })],
	['stopping marketing messages', 'Closed', () => scene.simulator.preferMarketing({ from: ADA, value: 'stop' })],
];
const CHANGED = { body: 'Ada changed her number', type: 'user_changed_number', wa_id: '12025550144' };

function tapped(content: Record<string, unknown>) {
	return scene.simulator.write({ from: ADA, type: 'interactive', content });
}

function groupMessage() {
	const timestamp = String(Math.floor(Date.now() / SECOND_MS));
	const text = { body: 'Hello everybody' };
	return toWebhook({ messages: [{ id: 'wamid.g', from: ADA.slice(1), timestamp, type: 'text', text, group_id: 'R3JvdXA' }] });
}

test.each(HAPPENINGS)('fault 17: after %s the window is %s', async (_, output, happen) => {
	const values = { body_1: 'Ada', body_2: '12 May' };
	const { json } = await scene.sendTemplate(to(ADA), {
		templateFrom: 'name',
		templateName: 'appointment_reminder',
		templateVariables: { mappingMode: 'defineBelow', value: values },
	});
	await scene.delivered();
	await happen((json.message as { id: string }).id);
	await scene.delivered();
	expect(scene.trigger.failures).toEqual([]);
	expect(await scene.check(to(ADA))).toMatchObject({ output });
});

test('fault 18: 72 hours after an ad messages cost nothing, and free-form is over after 24', async () => {
	scene.travel(30 * HOUR_MS);
	scene.simulator.write({ from: ADA, text: 'I saw your ad', referral: true });
	await scene.delivered();
	scene.travel(29 * HOUR_MS);
	expect(await scene.sendFreeForm(to(ADA), { text: 'Welcome' })).toMatchObject({ output: 'Sent' });

	scene.travel(0);
	const session = { isOpen: false, reason: 'expired', nextStep: 'template', freeEntryPoint: { isOpen: true } };
	expect(await scene.check(to(ADA))).toMatchObject({ output: 'Closed', json: { session } });
	expect(await scene.sendFreeForm(to(ADA), { text: 'Still there?' })).toMatchObject({ output: 'Window Closed', json: { session } });
	expect(scene.simulator.sent()).toHaveLength(1);
});
