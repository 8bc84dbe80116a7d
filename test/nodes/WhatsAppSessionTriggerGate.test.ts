import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { openStage, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { publishTrigger } from '../support/publishTrigger';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';
import { signWebhook } from '../support/signWebhook';
import { toWebhook } from '../support/toWebhook';

const node = new WhatsAppSessionTrigger();
const HANDSHAKE = { 'hub.mode': 'subscribe', 'hub.verify_token': 'a verify token', 'hub.challenge': '1158201444' };

let stage: Stage;
let credential: Stage['credential'];
let trigger: RunningTrigger;
const readCredential = jest.fn(() => credential);
let count = 0;

beforeAll(async () => void (stage = await openStage()));
beforeEach(async () => {
	credential = { ...stage.credential };
	readCredential.mockReset().mockImplementation(() => credential);
	trigger = await runTrigger({ node, readCredential });
});
afterEach(async () => {
	jest.useRealTimers();
	await trigger.close();
});
afterAll(async () => await stage.close());

/** A webhook that no other test has seen. */
function message(): Record<string, unknown> {
	count += 1;
	const timestamp = String(Math.floor(Date.now() / 1000));
	return toWebhook({ messages: [{ from: '15550100001', id: `wamid.gate${count}`, timestamp, type: 'text', text: { body: 'Hi' } }] });
}

async function handshake(query: Record<string, string>) {
	const response = await fetch(`${trigger.url}?${new URLSearchParams(query).toString()}`);
	return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

/** What the log has heard in other tests is long ago. */
function inAnotherHour(): void {
	count += 1;
	setDate(Date.now() + count * 3_600_000);
}

describe('the handshake', () => {
	it('answers with the challenge as raw text', async () => {
		const answer = await handshake(HANDSHAKE);
		expect(answer).toMatchObject({ status: 200, text: '1158201444' });
		expect(answer.type).toMatch(/^text\/plain/);
		expect(trigger).toMatchObject({ executions: [], failures: [] });
	});

	it('satisfies the simulator, which asks as Meta does', async () => {
		await stage.simulator.subscribe({ callbackUrl: trigger.url, verifyToken: 'a verify token' });
		expect(stage.simulator.state().subscription).toEqual({ callbackUrl: trigger.url });
	});

	test.each([
		['a wrong token', { ...HANDSHAKE, 'hub.verify_token': 'another' }, 'verifyTokenMismatch'],
		['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444' }, 'verifyTokenMismatch'],
		['another mode', { ...HANDSHAKE, 'hub.mode': 'unsubscribe' }, 'notSubscribe'],
		['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'a verify token' }, 'noChallenge'],
		['nothing', {}, 'notSubscribe'],
		['nested keys', { ...HANDSHAKE, 'hub.verify_token': '', 'hub.verify_token[a]': 'a verify token' }, 'verifyTokenMismatch'],
	])('is refused with 403 for %s, and nothing is echoed', async (_, query, reason) => {
		inAnotherHour();
		const { status, text } = await handshake(query as Record<string, string>);
		expect(status).toBe(403);
		expect(text).not.toContain('1158201444');
		expect(text).not.toContain('a verify token');
		expect(trigger.logs).toEqual([expect.objectContaining({ level: 'warn', details: expect.objectContaining({ reason }) })]);
	});

	it('fills no log when it is refused again and again: one line a minute says how often', async () => {
		inAnotherHour();
		const wrong = { ...HANDSHAKE, 'hub.verify_token': 'another' };
		for (let time = 0; time < 20; time += 1) expect(await handshake(wrong)).toMatchObject({ status: 403 });
		expect(trigger.logs.map(({ details }) => details)).toMatchObject([{ reason: 'verifyTokenMismatch' }]);
		setDate(Date.now() + 61_000);
		await handshake(wrong);
		expect(trigger.logs.at(-1)?.details).toMatchObject({ reason: 'verifyTokenMismatch', more: 19 });
	});

	it('is refused while the credential has no verify token', async () => {
		credential = { ...credential, verifyToken: ' ' };
		const { status, text } = await handshake({ ...HANDSHAKE, 'hub.verify_token': ' ' });
		expect(status).toBe(403);
		expect(text).toMatch(/no verify token/);
	});

	it('takes a token that was changed in the credential at once', async () => {
		await handshake(HANDSHAKE);
		credential = { ...credential, verifyToken: 'a new one' };
		setDate(Date.now() + 5_500);
		expect(await handshake({ ...HANDSHAKE, 'hub.verify_token': 'a new one' })).toMatchObject({ status: 200 });
	});
});

describe('the signature', () => {
	test.each([
		['signed with another secret', { appSecret: 'not the secret' }, 'mismatch', /does not match the app secret/],
		['without a signature', { headers: { 'X-Hub-Signature-256': undefined } }, 'noHeader', /no X-Hub-Signature-256/],
		['with a signature that is none', { headers: { 'X-Hub-Signature-256': 'sha1=abc' } }, 'malformedHeader', /64 hex digits/],
	])('refuses a webhook %s with 401 and the reason, and starts nothing', async (_, options, reason, words) => {
		const { status, text } = await postWebhook(trigger.url, message(), options);
		expect(status).toBe(401);
		expect(JSON.parse(text)).toEqual({ message: expect.stringMatching(words), advice: expect.any(String) });
		expect(trigger).toMatchObject({ executions: [], failures: [] });
		expect(trigger.logs).toEqual([
			{ level: 'warn', message: expect.stringMatching(words), details: expect.objectContaining({ reason, node: 'Trigger' }) },
		]);
	});

	it('is one over the bytes as they came, whatever JSON makes of them', async () => {
		const body = JSON.stringify(message()).replace('Hi', String.raw`Caf\u00e9 \/ \ud83d\ude00`);
		expect(await postWebhook(trigger.url, body)).toEqual({ status: 200, text: '' });
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({ message: { text: 'Café / 😀' } });
	});

	it('cannot be checked without an app secret, and then nothing is accepted', async () => {
		credential = { ...credential, appSecret: '' };
		const { status, text } = await postWebhook(trigger.url, message(), { appSecret: ' ' });
		expect(status).toBe(401);
		expect(text).toMatch(/no app secret/);
	});

	it('may come from either secret while the secret is being changed', async () => {
		credential = { ...credential, appSecret: 'the new secret', previousAppSecret: 'the old secret' };
		expect(await postWebhook(trigger.url, message(), { appSecret: 'the old secret' })).toMatchObject({ status: 200 });
		expect(await postWebhook(trigger.url, message(), { appSecret: 'the new secret' })).toMatchObject({ status: 200 });
		expect(await postWebhook(trigger.url, message())).toMatchObject({ status: 401 });
		expect(trigger.executions).toHaveLength(2);
	});

	it.each(['multipart/form-data; boundary=x', 'application/octet-stream', 'text/plain'])(
		'refuses a forged body of the type %s without an execution',
		async (contentType) => {
			const headers = { 'Content-Type': contentType };
			expect(await postWebhook(trigger.url, 'anything', { headers, appSecret: 'forged' })).toMatchObject({ status: 401 });
			expect(trigger).toMatchObject({ executions: [], failures: [] });
		},
	);
});

describe('the events', () => {
	test.each(['manual', 'automatic'])('must be chosen before the workflow is published, with %s registration', async (registration) => {
		await expect(publishTrigger(node, credential, { registration, events: [] })).rejects.toThrow(/No event is chosen in 'Events'/);
	});
});

describe('bad input', () => {
	const text = (body: string) => ({ from: '15550100001', id: `wamid.bad${(count += 1)}`, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body } });

	test.each([
		['is not JSON', 'entry=1'],
		['ends too early', '{"object":"whatsapp_business_account","entry":[{'],
		['is nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
		['is an object nested deep', `${'{"entry":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
	])('that %s is refused or accepted without an execution, and the next webhook runs', async (_, body) => {
		const { status } = await postWebhook(trigger.url, body, { headers: { 'Content-Type': 'application/octet-stream' } });
		expect(status).toBe(200);
		expect(trigger).toMatchObject({ executions: [], failures: [] });
		expect(await postWebhook(trigger.url, message())).toEqual({ status: 200, text: '' });
	});

	it('of 3 MB is taken whole', async () => {
		const long = text('x'.repeat(3_000_000));
		expect(await postWebhook(trigger.url, toWebhook({ messages: [long] }))).toMatchObject({ status: 200 });
		expect(trigger.executions).toMatchObject([[{ json: { message: { id: long.id } } }]]);
	});

	it('deep inside a message costs the other messages nothing', async () => {
		const deep: Record<string, unknown> = {};
		let level = deep;
		for (let depth = 0; depth < 2_000; depth += 1) level = level.text = {} as Record<string, unknown>;
		const odd = { ...text('odd'), text: deep };
		await postWebhook(trigger.url, toWebhook({ messages: [odd, text('good')] }));
		expect(trigger.failures).toEqual([]);
		expect(trigger.executions.flat().map(({ json }) => (json.message as { text: string | null }).text)).toEqual([null, 'good']);
	});

	test.each([
		['without sha256=', (signature: string) => signature.slice('sha256='.length), 401],
		['in capitals before the digits', (signature: string) => signature.replace('sha256', 'SHA256'), 401],
		['with digits in capitals', (signature: string) => `sha256=${signature.slice(7).toUpperCase()}`, 200],
		['cut short', (signature: string) => signature.slice(0, -1), 401],
		['twice', (signature: string) => `${signature}, ${signature}`, 401],
	])('a signature %s gets the status it deserves', async (_, change, expected) => {
		const { body, headers } = signWebhook(message());
		const signature = change(String(headers['X-Hub-Signature-256']));
		expect(await postWebhook(trigger.url, body, { headers: { 'X-Hub-Signature-256': signature } })).toMatchObject({
			status: expected,
		});
		expect(trigger.failures).toEqual([]);
	});

	it('that was parsed and written anew does not match its signature', async () => {
		const original = JSON.stringify(message()).replace('Hi', String.raw`Caf\u00e9`);
		const { headers } = signWebhook(original);
		const rewritten = JSON.stringify(JSON.parse(original));
		expect(rewritten).not.toBe(original);
		expect(await postWebhook(trigger.url, rewritten, { headers })).toMatchObject({ status: 401 });
	});
});

describe('the credential', () => {
	it('is read once a minute at the most', async () => {
		for (let post = 0; post < 5; post += 1) await postWebhook(trigger.url, message());
		expect(readCredential).toHaveBeenCalledTimes(1);
		setDate(Date.now() + 59_000);
		await postWebhook(trigger.url, message());
		expect(readCredential).toHaveBeenCalledTimes(1);
		setDate(Date.now() + 2_000);
		await postWebhook(trigger.url, message());
		expect(readCredential).toHaveBeenCalledTimes(2);
		expect(trigger.executions).toHaveLength(7);
	});

	it('works with a changed secret at once, though it is remembered', async () => {
		await postWebhook(trigger.url, message());
		credential = { ...credential, appSecret: 'the new secret' };
		setDate(Date.now() + 5_500);
		expect(await postWebhook(trigger.url, message(), { appSecret: 'the new secret' })).toMatchObject({ status: 200 });
		expect(await postWebhook(trigger.url, message())).toMatchObject({ status: 401 });
	});

	it('is not read again for each forged webhook', async () => {
		await postWebhook(trigger.url, message());
		setDate(Date.now() + 5_500);
		for (let post = 0; post < 20; post += 1) await postWebhook(trigger.url, message(), { appSecret: 'forged' });
		expect(readCredential).toHaveBeenCalledTimes(2);
	});

	it('is read again at most once in five seconds, however many forged webhooks come', async () => {
		await postWebhook(trigger.url, message());
		for (const pauseMs of [4_000, 1_500, 4_000]) {
			setDate(Date.now() + pauseMs);
			await Promise.all(Array.from({ length: 10 }, () => postWebhook(trigger.url, message(), { appSecret: 'forged' })));
		}
		expect(readCredential).toHaveBeenCalledTimes(2);
		expect(await postWebhook(trigger.url, message())).toMatchObject({ status: 200 });
	});

	it('fills no log when many forged webhooks come: one line a minute says how many', async () => {
		setDate(Date.now() + 61_000);
		for (let post = 0; post < 20; post += 1) expect(await postWebhook(trigger.url, message(), { appSecret: 'forged' })).toMatchObject({ status: 401 });
		expect(trigger.logs.map(({ details }) => details)).toMatchObject([{ reason: 'mismatch' }]);
		setDate(Date.now() + 61_000);
		await postWebhook(trigger.url, message(), { appSecret: 'forged' });
		expect(trigger.logs.map(({ details }) => details)).toMatchObject([{ reason: 'mismatch' }, { reason: 'mismatch', more: 19 }]);
	});

	test.each([
		['cannot be read', () => { throw new Error('Credential with ID "7" does not exist'); }, /does not exist/],
		['is incomplete', () => ({ ...credential, businessAccountId: '' }), /'Business Account ID'/],
	])('answers 503 and starts no execution when it %s, and works again once it can', async (_, read, cause) => {
		readCredential.mockImplementation(read);
		const webhook = message();
		const { status, text } = await postWebhook(trigger.url, webhook);
		expect(status).toBe(503);
		expect(JSON.parse(text)).toEqual({ message: expect.stringMatching(/could not be read/), advice: expect.any(String) });
		expect(await handshake(HANDSHAKE)).toMatchObject({ status: 503 });
		expect(trigger).toMatchObject({ executions: [], failures: [] });
		expect(trigger.logs[0]?.details).toMatchObject({ reason: 'credentialUnavailable', cause: expect.stringMatching(cause) });

		readCredential.mockImplementation(() => credential);
		expect(await postWebhook(trigger.url, webhook)).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	test.each([
		['an app secret', { appSecret: '' }, /no 'App Secret', so every webhook would be refused/],
		['a verify token', { verifyToken: '  ' }, /no 'Verify Token', so every webhook would be refused/],
		['a usable store', { embeddedStorePath: '/dev/null/sessions.sqlite' }, /\/dev\/null\/sessions\.sqlite/],
	])('without %s, publishing the workflow is refused', async (_, fields, words) => {
		const byHand = { registration: 'manual' };
		await expect(publishTrigger(node, { ...credential, ...fields }, byHand)).rejects.toThrow(words);
	});

	it('lets the workflow be published when it is complete', async () => {
		await expect(publishTrigger(node, credential, { registration: 'manual' })).resolves.toBeUndefined();
	});
});
