import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { readKeptContent } from '../../nodes/shared/sending/outbox/KeptContent';
import { openScene, type Scene } from '../support/openScene';
import { PHONE_NUMBER_ID, toItems } from '../support/openStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';
const BEN = '+12025550144';
const KEEP = { whenClosed: 'keep', templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US', text: 'Your order is ready.' };

let scene: Scene;
beforeEach(async () => {
	scene = await openScene();
	for (const waId of [ADA, BEN]) scene.simulator.putPerson({ waId: waId.slice(1), name: 'Somebody' });
});
afterEach(async () => await scene.close());

const to = (recipient = ADA) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID });
const keep = async (parameters: INodeParameters = {}, recipient = ADA) => await scene.sendFreeForm(to(recipient), { ...KEEP, ...parameters });
const sentTo = (recipient = ADA) => scene.simulator.sent().filter(({ waId }) => waId === recipient.slice(1));
const outbox = async (parameters: INodeParameters) => {
	const run = { node: new WhatsAppSession(), credential: scene.credential, parameters: { resource: 'outbox', ...parameters } };
	const { outputs, error } = await runNode({ ...run, items: toItems({}) });
	return { jsons: (outputs[0] ?? []).map(({ json }) => json), error };
};
const states = async () => (await outbox({ operation: 'getAll', outboxState: 'any', returnAll: true })).jsons.map((json) => (json.outbox as IDataObject).state);
const isKept = async (recipient: string) =>
	(await outbox({ operation: 'getAll', outboxState: 'any', returnAll: true })).jsons.some((json) => json.recipient === recipient && (json.outbox as IDataObject).state === 'kept');
/** Writes as the person, and waits until nothing is kept for them any more; not for ever, since what is kept may stay so. */
const answer = async (text = 'Yes?', from = ADA, mostTurns = 2_000) => {
	scene.simulator.write({ from: from.slice(1), text });
	await scene.delivered();
	for (let turn = 0; turn < mostTurns && (await isKept(from)); turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('Keep It and Nudge', () => {
	it('asks once however many messages wait, and sends them in order when the person answers', async () => {
		const first = await keep({ text: 'One' });
		const second = await keep({ text: 'Two' });
		expect(first).toMatchObject({
			output: 'Sent',
			json: { outbox: { state: 'kept', nudge: { template: 'hello_world', alreadySent: false } }, message: { sentAs: 'template' }, session: { isOpen: false } },
		});
		expect(second).toMatchObject({ output: 'Sent', json: { outbox: { state: 'kept', nudge: { alreadySent: true } } } });
		// What a table shows first: that it waits, and not the nudge that went out for it.
		expect(Object.keys(second.json).slice(2, 4)).toEqual(['outbox', 'message']);
		expect(sentTo()).toMatchObject([{ type: 'template' }]);
		await answer();
		expect(sentTo().slice(1)).toMatchObject([{ type: 'text', text: 'One' }, { type: 'text', text: 'Two' }]);
		expect(await states()).toEqual(['sent', 'sent']);
	});

	it('is for the account that it was kept for, and for nobody who gets the number meanwhile', async () => {
		await keep({ options: { identityKeyHash: 'DF2lS5v2W6x=' } });
		const [kept] = await scene.store.listOutbox({ businessAccountId: String(scene.credential.businessAccountId), after: 0, limit: 1, atMs: Date.now() });
		expect(readKeptContent(kept?.content)?.payloads).toMatchObject([{ recipient_identity_key_hash: 'DF2lS5v2W6x=' }]);
		await answer();
		expect(sentTo()).toMatchObject([{ type: 'template' }, { type: 'text' }]);
	});

	it('sends nothing when the answer is STOP, and says so', async () => {
		await keep();
		await answer('STOP');
		expect(sentTo()).toMatchObject([{ type: 'template' }]);
		const { jsons } = await outbox({ operation: 'getAll', outboxState: 'notSent' });
		expect(jsons).toMatchObject([{ recipient: ADA, outbox: { state: 'notSent', reason: 'optedOut' } }]);
	});

	it('waits on while another responder owns the conversation, and goes out when this app has it', async () => {
		await keep();
		scene.simulator.moveThread({ with: ADA.slice(1), owner: 'responder' });
		await answer('Yes?', ADA, 50);
		expect(sentTo()).toMatchObject([{ type: 'template' }]);
		expect(await states()).toEqual(['kept']);
		scene.simulator.moveThread({ with: ADA.slice(1), owner: 'app' });
		// The look at the first message may hold what is kept still; then a later one finds it.
		for (let message = 1; sentTo().length < 2 && message <= 20; message++) await answer(`Anybody there? (${message})`, ADA, 50);
		expect(sentTo()).toMatchObject([{ type: 'template' }, { text: 'Your order is ready.' }]);
	});

	it('waits on while a person of the business has the conversation, where its builder wanted that', async () => {
		await keep({ options: { keepBackWhenTakenOver: true } });
		const takenOver = { signs: { operation: { sinceMs: Date.now(), atMs: Date.now() } } };
		await scene.store.recordEvidence([{ kind: 'conversation', phoneNumberId: PHONE_NUMBER_ID, user: { waId: ADA.slice(1) }, atMs: Date.now(), conversation: takenOver }]);
		await answer('Yes?', ADA, 50);
		expect(sentTo()).toMatchObject([{ type: 'template' }]);
		expect(await states()).toEqual(['kept']);
	});

	it('keeps the message also where the nudge may not go out, and says why', async () => {
		const user = { waId: ADA.slice(1) };
		const said = { businessAccountId: String(scene.credential.businessAccountId), user, kind: 'utility', state: 'optedOut', source: 'form', evidence: '' } as const;
		await scene.store.recordConsent([{ ...said, atMs: Date.now() - 1_000 }, { ...said, kind: 'marketing', atMs: Date.now() - 1_000 }]);
		expect(await keep()).toMatchObject({ output: 'Window Closed', json: { outbox: { state: 'kept', nudge: { messageId: null } }, notSent: { reason: 'optedOut' } } });
		expect(sentTo()).toEqual([]);
		await answer();
		expect(sentTo()).toMatchObject([{ text: 'Your order is ready.' }]);
	});

	it("goes out as long as the person's consent to what it is for stands, and not when it was taken back meanwhile", async () => {
		const businessAccountId = String(scene.credential.businessAccountId);
		const say = async (recipient: string, state: 'optedIn' | 'optedOut', agoMs: number) =>
			await scene.store.recordConsent([{ businessAccountId, user: { waId: recipient.slice(1) }, kind: 'marketing', state, source: 'form', evidence: '', atMs: Date.now() - agoMs }]);
		const parameters = { ...KEEP, text: 'Our sale begins.', why: 'marketing', recipient: '={{ $json.recipient }}' };
		for (const recipient of [ADA, BEN]) {
			await say(recipient, 'optedIn', 2_000_000);
			await runNode({ node: new ReachPerson(), credential: scene.credential, parameters, items: toItems(to(recipient)) });
		}
		// Of a list that comes late: it was said before the text was kept.
		await say(BEN, 'optedOut', 1_000_000);
		for (const recipient of [ADA, BEN]) await answer('Yes?', recipient);
		expect(sentTo(ADA)).toMatchObject([{ type: 'template' }, { type: 'text', text: 'Our sale begins.' }]);
		expect(sentTo(BEN)).toMatchObject([{ type: 'template' }]);
		expect((await outbox({ operation: 'getAll', outboxState: 'notSent' })).jsons).toMatchObject([{ recipient: BEN, outbox: { reason: 'optedOut' } }]);
	});

	it('is cancelled by its key, and stays cancelled', async () => {
		const parameters = { options: { sendOnceKey: 'order-1042' } };
		await keep(parameters);
		expect((await outbox({ operation: 'cancel', outboxKey: 'order-1042' })).jsons).toMatchObject([{ outbox: { key: 'order-1042', cancelled: 1 } }]);
		expect(await keep(parameters)).toMatchObject({ output: 'Window Closed', json: { notSent: { reason: 'outboxCancelled' } } });
		await answer();
		expect(sentTo()).toMatchObject([{ type: 'template' }]);
	});

	it('sends at once within the window', async () => {
		await answer();
		expect(await keep()).toMatchObject({ output: 'Sent', json: { message: { sentAs: 'freeForm' } } });
		expect(await states()).toEqual([]);
	});

	it.each([
		[{ keepDays: 0 }, /'Keep for \(Days\)' is not a whole number from 1 to 28: 0/],
		[{ keepDays: 400 }, /'Keep for \(Days\)' is not a whole number from 1 to 28: 400/],
		[{ keepDays: 1.5 }, /1\.5/],
		[{ templateName: 'no_such_template' }, /no_such_template/],
		[{ text: 'x'.repeat(4097) }, /4096/],
	])('refuses %j, and keeps nothing', async (parameters, sentence) => {
		expect((await keep(parameters as INodeParameters)).error).toMatch(sentence);
		expect(await states()).toEqual([]);
		expect(sentTo()).toEqual([]);
	});

	it('does not go with waiting for an answer', async () => {
		expect((await keep({ operation: 'ask' })).error).toMatch(/has no answer to wait for/);
	});
});

describe('WhatsApp Session > Outbox', () => {
	it('lists what waits, with its content', async () => {
		await keep({ options: { sendOnceKey: 'order-1042' } });
		await keep({}, BEN);
		const { jsons } = await outbox({ operation: 'getAll', outboxState: 'kept', limit: 1 });
		expect(jsons).toMatchObject([
			{ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, outbox: { key: 'order-1042', state: 'kept', type: 'text', content: [{ type: 'text', text: { body: 'Your order is ready.' } }] } },
		]);
	});

	it.each([
		[{ operation: 'cancel', outboxKey: ' ' }, /'Outbox Key' is empty/],
		[{ operation: 'getAll', outboxState: 'gone' }, /'State' is unknown: gone/],
	])('refuses %j', async (parameters, sentence) => {
		expect((await outbox(parameters)).error?.message).toMatch(sentence);
	});
});
