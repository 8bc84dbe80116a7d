import { Script } from 'node:vm';
import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';

describe('the control routes', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	async function post(name: string, body: unknown = {}): Promise<Record<string, unknown>> {
		const answer = await stage.call('POST', `/_simulator/${name}`, body, null);
		expect(answer.text).not.toContain('"error":"');
		return answer.body;
	}

	test('do over HTTP what a person does', async () => {
		expect(await post('write', { from: '+1 202 555 0177', name: 'Eve', text: 'Hello' })).toMatchObject({
			waId: '12025550177',
		});
		await post('write', { from: ADA, type: 'location', location: { latitude: 1, longitude: 2 } });
		await post('call', { from: ADA });
		await post('preference', { from: ADA, value: 'stop' });
		await post('people', { phone: '+44 7700 900124', name: 'Finn', hidesPhoneNumber: true });
		const state = stage.simulator.state();
		expect(state.messages.map(({ type }) => type)).toEqual(['text', 'location', 'call']);
		expect(state.people.find(({ name }) => name === 'Finn')).toMatchObject({
			waId: '447700900124',
			hidesPhoneNumber: true,
		});
		expect(state.messages[1]?.content).toEqual({ latitude: 1, longitude: 2 });
	});

	test('set the clock back and to the present', async () => {
		expect(await post('clock', { agoHours: 25 })).toMatchObject({ offsetSeconds: -90_000 });
		expect(await post('clock', { offsetSeconds: 60 })).toMatchObject({ nowMs: stage.time.nowMs + 60_000 });
		expect(await post('clock', { reset: true })).toMatchObject({ offsetSeconds: 0, nowMs: stage.time.nowMs });
	});

	test('tap, react, redeliver and read what was sent', async () => {
		const { body } = await stage.send({
			to: ADA,
			type: 'template',
			template: {
				name: 'summer_sale',
				language: { code: 'en_US' },
				components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] }],
			},
		});
		const messageId = body.messages[0]?.id;
		await post('tap', { from: ADA, messageId, button: 'Unsubscribe' });
		await post('react', { from: ADA, messageId, emoji: '❤' });
		await stage.simulator.idle();
		await post('redeliver', { messageId });
		const sent = await stage.call('GET', '/_simulator/sent', undefined, null);
		expect(sent.body.messages).toMatchObject([{ id: messageId, sentAs: 'template', status: 'read' }]);
		const conversation = await stage.call('GET', `/_simulator/conversation?with=${ADA}`, undefined, null);
		expect(conversation.body.messages).toMatchObject([{ id: messageId }, { type: 'button' }, { type: 'reaction' }]);
	});

	test('change settings, delivery, failures, templates and the subscription', async () => {
		await post('settings', { reEngagementError: 'atOnce', throughputPerSecond: 80 });
		await post('delivery', { duplicates: 1, batch: true });
		await post('failNext', { code: 131016 });
		await post('templates', { name: 'hello_world', status: 'PAUSED' });
		await post('templates', { name: 'other', components: [{ type: 'BODY', text: 'Hi' }] });
		await post('subscribe', { callbackUrl: stage.receiver.url, verifyToken: 'verify me' });
		const state = stage.simulator.state();
		expect(state.settings).toMatchObject({ reEngagementError: 'atOnce', throughputPerSecond: 80 });
		expect(state.delivery).toMatchObject({ duplicates: 1, batch: true });
		expect(state.failures).toEqual([{ mode: 'error', code: 131016, count: 1 }]);
		expect(state.templates).toContainEqual({ name: 'hello_world', language: 'en_US', status: 'PAUSED' });
		expect(state.templates).toContainEqual({ name: 'other', language: 'en_US', status: 'APPROVED' });
		await post('reset');
		expect(stage.simulator.state()).toMatchObject({ failures: [], settings: { reEngagementError: 'later' } });
	});

	test('hold, release and review templates', async () => {
		await post('settings', { templatePacing: true, templateReview: 'reject', marketingOnCloudApi: true });
		const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] }];
		const template = { name: 'summer_sale', language: { code: 'en_US' }, components };
		await stage.send({ to: ADA, type: 'template', template });
		expect(await post('releaseHeld', { outcome: 'drop' })).toEqual({ released: 1 });
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ status: 'failed', error: { code: 132015 } }]);
		expect(stage.simulator.state().settings).toMatchObject({ templatePacing: true, templateReview: 'reject' });
	});

	test.each<[string, unknown, string]>([
		['releaseHeld', { outcome: 'keep' }, '"outcome" must be one of send, drop'],
		['settings', { timeZone: 'Mars/Olympus' }, '"timeZone" must be the IANA name of a time zone'],
		['settings', { templateReview: 'maybe' }, '"templateReview" must be one of approve, reject, none'],
		['write', {}, '"from" is missing'],
		['write', { from: ADA }, '"text" is missing'],
		['write', { from: 'nobody', text: 'x' }, 'Nobody has the user ID "nobody"'],
		['write', { from: '12', text: 'x' }, '"12" is not a phone number'],
		['write', { from: ADA, text: 'x', phoneNumberId: '1' }, 'There is no business number "1"'],
		['write', { from: ADA, type: '../x' }, 'is not a message type'],
		['write', [], 'must be a JSON object'],
		['tap', { from: ADA }, 'has no message with a button'],
		['react', { from: ADA, messageId: 'x' }, 'There is no message "x"'],
		['preference', { from: ADA }, '"value" is missing'],
		['clock', {}, 'Give "offsetSeconds"'],
		['clock', { agoHours: '25' }, '"agoHours" must be a number'],
		['delivery', { duplicates: -1 }, '"duplicates" must be a number of at least 0'],
		['delivery', { batch: 'yes' }, '"batch" must be true or false'],
		['failNext', { mode: 'explode' }, '"mode" must be one of error, later'],
		['templates', { name: 'x', status: 'PAUSED' }, 'There is no template "x" in en_US'],
		['templates', { name: 'x' }, '"components" is missing'],
		['subscribe', { callbackUrl: 'here' }, '"here" is not a URL'],
		['subscribe', { callbackUrl: 'http://127.0.0.1:9', verify: true }, 'did not answer the challenge'],
		['webhook', {}, 'Give "body" or "rawBody"'],
		['redeliver', { messageId: 'x' }, 'No webhook was about "x"'],
		['nothing', {}, 'There is no POST /nothing'],
	])('answer %s with %j in a sentence', async (name, body, sentence) => {
		const answer = await stage.call('POST', `/_simulator/${name}`, body, null);
		expect(answer.status).toBe(400);
		expect(String(answer.body.error)).toContain(sentence);
	});
});

describe('the page', () => {
	test('is one document without anything from elsewhere', async () => {
		const stage = await openStage();
		const { status, text } = await stage.call('GET', '/', undefined, null);
		await stage.close();
		expect(status).toBe(200);
		expect(text).toMatch(/^<!doctype html>/i);
		expect(text).not.toMatch(/(?:src|href)="https?:/);
		expect(text).not.toContain('innerHTML');
		const script = /<script type="module">(.*)<\/script>/s.exec(text)?.[1] ?? 'no script';
		expect(() => new Script(script)).not.toThrow();
	});
});
