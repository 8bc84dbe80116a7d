import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { checkAccessToken } from '../../nodes/WhatsAppSession/setUp/checkAccessToken';
import type { SetUpWalk } from '../../nodes/WhatsAppSession/setUp/SetUpWalk';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';

const DAY_MS = 86_400_000;
const APP_ID = '645829310472918';
const OTHER_NUMBER_ID = '106540352242923';
const LINKS = [
	'Session Store',
	'Access Token',
	'App ID and App Secret',
	'Permissions',
	'WhatsApp Business Account',
	'Phone Numbers',
	'App Subscription',
	'Account Subscription',
	'Callback',
	'Callback URL',
	'Conversation Routing',
	'App Mode',
];
const HEALTHY = Object.fromEntries(LINKS.map((link) => [link, link === 'App Mode' ? 'notChecked' : 'ok']));

let stage: Stage;
let trigger: RunningTrigger;
let servers: Server[];
/** Where n8n says that it is reached. */
let instanceBaseUrl: string;

beforeEach(async () => {
	servers = [];
	stage = await openStage({
		phoneNumbers: [
			{ id: PHONE_NUMBER_ID, displayPhoneNumber: '+1 555-010-0000', verifiedName: 'Example Shop' },
			{ id: OTHER_NUMBER_ID, displayPhoneNumber: '+1 555-010-0009', verifiedName: 'Example Support' },
		],
	});
	stage.credential.appId = APP_ID;
	trigger = await runTrigger({ node: new WhatsAppSessionTrigger(), readCredential: () => stage.credential });
	await stage.simulator.subscribe({ callbackUrl: trigger.url, verifyToken: 'a verify token' });
	instanceBaseUrl = new URL(trigger.url).origin;
});
afterEach(async () => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	await trigger.close();
	await stage.close();
});

interface Link extends IDataObject {
	link: string;
	status: string;
	message: string;
	advice: string | null;
}

async function check(fields: IDataObject = {}, parameters: INodeParameters = {}): Promise<Link[]> {
	const credential = { ...stage.credential, ...(fields as Record<string, string>) };
	const { outputs, error } = await runNode({
		node: new WhatsAppSession(),
		parameters,
		credential,
		items: toItems({}, {}),
		instanceBaseUrl,
	});
	expect(error).toBeUndefined();
	const links = (outputs[0] ?? []).map(({ json }) => json as Link);
	expect([...new Set(links.map(({ link }) => link))]).toEqual(LINKS);
	for (const link of links) {
		expect(Object.keys(link)).toEqual(['link', 'status', 'message', 'advice']);
		if (link.status !== 'ok') expect(link.advice).toMatch(/\.$/);
		else expect(link.advice).toBeNull();
	}
	const shown = JSON.stringify(links);
	for (const secret of ['simulator-access-token', 'simulator-app-secret', 'a verify token', 'other-words']) {
		expect(shown).not.toContain(secret);
	}
	return links;
}

/** Worst status of each link. */
function statuses(links: Link[]): Record<string, string> {
	const found = new Map<string, string>();
	for (const { link, status } of links) if (!found.has(link) || found.get(link) === 'ok') found.set(link, status);
	return Object.fromEntries(found);
}

const find = (links: Link[], name: string) => links.filter(({ link }) => link === name);
const sentence = (links: Link[], name: string) =>
	find(links, name)
		.map(({ message, advice }) => `${message} ${advice}`)
		.join(' ');

async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

const answer =
	(
		status: number,
		body: string,
		contentType = 'application/json',
		headers: Record<string, string> = {},
	): RequestListener =>
	(_request, response) => {
		response.writeHead(status, { 'Content-Type': contentType, ...headers });
		response.end(body);
	};

/** Somebody else's address: takes its own verify token only. */
const foreign: RequestListener = (request, response) => {
	const query = new URL(request.url ?? '', 'http://foreign').searchParams;
	const isTheirs = query.get('hub.verify_token') === 'theirs';
	response.writeHead(isTheirs ? 200 : 403);
	response.end(isTheirs ? query.get('hub.challenge') : '');
};

async function setAtMeta(path: string, body: IDataObject): Promise<void> {
	const response = await fetch(`${stage.simulator.url}/v25.0/${path}`, {
		method: 'POST',
		headers: { Authorization: 'Bearer simulator-access-token', 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(await response.json()).toEqual({ success: true });
}

describe('a healthy chain', () => {
	it('is ok link by link, once for all items, and reminds of the app mode', async () => {
		const links = await check();
		expect(statuses(links)).toEqual(HEALTHY);
		expect(find(links, 'Phone Numbers')).toHaveLength(1);
		expect(sentence(links, 'Phone Numbers')).toContain('+1 555-010-0009');
		expect(find(links, 'Callback')).toHaveLength(2);
		expect(sentence(links, 'Callback')).toContain(`${trigger.url}, which is set for the app`);
		expect(find(links, 'Callback URL').map(({ message }) => message)).toEqual([
			`${trigger.url} answers Meta's question with this credential's verify token.`,
			expect.stringMatching(/^Opt-outs, template changes and account changes go to http\S+, the app's own address\. http/),
		]);
		expect(sentence(links, 'App Mode')).toMatch(/App Mode/);
	});

	it('starts no execution and delivers nothing', async () => {
		await check();
		expect(trigger.executions).toEqual([]);
		expect(stage.simulator.deliveries()).toEqual([]);
	});

	it('knows overrides, and calls every address in force once', async () => {
		const [number, account] = [`${trigger.url}?for=number`, `${trigger.url}?for=account`];
		await setAtMeta(`${BUSINESS_ACCOUNT_ID}/subscribed_apps`, {
			override_callback_uri: account,
			verify_token: 'a verify token',
		});
		const configuration = { override_callback_uri: number, verify_token: 'a verify token' };
		await setAtMeta(PHONE_NUMBER_ID, { webhook_configuration: configuration });
		const links = await check();
		expect(statuses(links)).toEqual(HEALTHY);
		expect(sentence(links, 'Callback URL')).toContain(`account changes go to ${trigger.url}, the app's own address`);
		expect(find(links, 'Callback').map(({ message }) => / set (for .*)\.$/.exec(message)?.[1])).toEqual([
			'for this number',
			'for the whole account',
		]);
		expect(find(links, 'Callback URL')).toHaveLength(3);
		expect(sentence(links, 'Account Subscription')).toContain('its own callback URL');
	});

	it('may have other apps beside it', async () => {
		stage.simulator.addSubscriber({ callbackUrl: 'http://127.0.0.1:1/' });
		const links = await check();
		expect(statuses(links)).toEqual(HEALTHY);
		expect(sentence(links, 'Account Subscription')).toContain("'App 2'");
	});

	it('goes to the address that the builder expects', async () => {
		const links = await check({}, { options: { expectedCallbackUrl: `${trigger.url}/` } });
		expect(statuses(links)).toEqual(HEALTHY);
	});
});

describe('the access token', () => {
	it.each([
		['for ever', null, 'ok'],
		['for 8 days', 8 * DAY_MS, 'ok'],
		['for 7 days', 7 * DAY_MS, 'warning'],
		['for an hour', DAY_MS / 24, 'warning'],
	])('that is good %s', async (_case, leftMs, status) => {
		stage.simulator.setToken({ expiresAtMs: leftMs === null ? null : Date.now() + leftMs });
		expect(statuses(await check())).toEqual({ ...HEALTHY, 'Access Token': status });
	});

	it.each([
		[7 * DAY_MS + 1, 'ok'],
		[7 * DAY_MS, 'warning'],
		[7 * DAY_MS - 1, 'warning'],
	])('that is good for %d more milliseconds is judged by the millisecond', async (leftMs, status) => {
		const inspectToken = async () =>
			await Promise.resolve({ appId: APP_ID, isValid: true, scopes: [], expiresAtMs: 1e12 + leftMs });
		const walk = { credentials: { accessToken: 'x' }, nowMs: 1e12, inspectToken } as unknown as SetUpWalk;
		expect((await checkAccessToken(walk))[0]?.status).toBe(status);
	});

	const withoutToken = {
		...HEALTHY,
		'Access Token': 'failed',
		Permissions: 'notChecked',
		'WhatsApp Business Account': 'notChecked',
		'Phone Numbers': 'notChecked',
		'Account Subscription': 'notChecked',
		Callback: 'notChecked',
		'Conversation Routing': 'notChecked',
	};

	it.each([
		['was revoked', () => stage.simulator.setToken({ isValid: false }), {}],
		['has expired', () => stage.simulator.setToken({ expiresAtMs: Date.now() - 1 }), {}],
		['is another text', () => {}, { accessToken: 'wrong' }],
		['is empty', () => {}, { accessToken: ' ' }],
	])('that %s fails, and the links behind it say that they wait for it', async (_case, arrange, fields) => {
		arrange();
		const links = await check(fields);
		expect(statuses(links)).toEqual(withoutToken);
		expect(sentence(links, 'Access Token')).toMatch(/System Users/);
		expect(sentence(links, 'Phone Numbers')).toContain("'WhatsApp Business Account'");
	});

	it('that is wrong fails also where the app cannot vouch for it', async () => {
		const links = await check({ accessToken: 'wrong', appSecret: 'also wrong' });
		expect(statuses(links)).toMatchObject({ 'Access Token': 'failed', 'App ID and App Secret': 'failed' });
	});

	it.each([10, 200] as const)(
		'without the permission to send is told apart from one that is wrong (%d)',
		async (permissionCode) => {
			stage.simulator.setToken({ scopes: ['whatsapp_business_management'], permissionCode });
			const links = await check();
			expect(statuses(links)).toEqual({ ...HEALTHY, Permissions: 'failed' });
			expect(find(links, 'Permissions')[0]?.message).toBe('The access token lacks whatsapp_business_messaging.');
		},
	);

	it.each([10, 200] as const)(
		'without the permission to manage fails where Meta refuses it (%d)',
		async (permissionCode) => {
			stage.simulator.setToken({ scopes: ['whatsapp_business_messaging'], permissionCode });
			const links = await check();
			expect(statuses(links)).toEqual({
				...HEALTHY,
				Permissions: 'failed',
				'Conversation Routing': 'notChecked',
				'WhatsApp Business Account': 'failed',
				'Phone Numbers': 'notChecked',
				'Account Subscription': 'notChecked',
				Callback: 'notChecked',
			});
		},
	);
});

describe('the app', () => {
	const withoutApp = {
		...HEALTHY,
		'App ID and App Secret': 'failed',
		Permissions: 'notChecked',
		'App Subscription': 'notChecked',
	};

	it.each([
		['a wrong secret', { appSecret: 'wrong' }, /does not accept 'App ID' and 'App Secret'/],
		['no secret', { appSecret: '' }, /no 'App Secret'/],
	])('with %s fails there, and the rest stays true', async (_case, fields, message) => {
		const links = await check(fields);
		expect(statuses(links)).toEqual(withoutApp);
		expect(sentence(links, 'App ID and App Secret')).toMatch(message);
		expect(sentence(links, 'App ID and App Secret')).toContain('App Settings > Basic');
	});

	it('with an ID that Meta does not know is not found among the subscribed ones', async () => {
		const links = await check({ appId: '645829310472999' });
		expect(statuses(links)).toEqual({ ...withoutApp, 'Account Subscription': 'failed' });
		expect(sentence(links, 'Account Subscription')).toContain(APP_ID);
	});

	it('without an ID is not looked for', async () => {
		expect(statuses(await check({ appId: '' }))).toEqual({ ...withoutApp, 'Account Subscription': 'notChecked' });
	});

	it.each<[string, number, IDataObject, RegExp]>([
		[
			'of another app, as Meta tells',
			200,
			{ data: { app_id: '111', is_valid: true, scopes: [] } },
			/made for app 111, and 'App ID' is 645829310472918/,
		],
		[
			'of another app, as Meta refuses to tell',
			400,
			{ error: { code: 100, message: '(#100) The App_id in the input_token did not match the Viewing App' } },
			/did not match.*Generate the access token for the app whose 'App ID'/,
		],
	])('is held against a token %s', async (_case, httpStatus, body, message) => {
		const graph = await serve((request, response) => {
			const isAboutToken = request.url?.includes('/debug_token');
			response.writeHead(isAboutToken ? httpStatus : 200, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(isAboutToken ? body : { id: BUSINESS_ACCOUNT_ID, name: 'Example', data: [] }));
		});
		const links = await check({ graphApiBaseUrl: new URL(graph).origin });
		expect(statuses(links)).toMatchObject({
			'Access Token': 'ok',
			'App ID and App Secret': 'failed',
			Permissions: 'notChecked',
		});
		expect(sentence(links, 'App ID and App Secret')).toMatch(message);
	});

	it('that is not subscribed to the account is told how to be', async () => {
		await fetch(`${stage.simulator.url}/v25.0/${BUSINESS_ACCOUNT_ID}/subscribed_apps`, {
			method: 'DELETE',
			headers: { Authorization: 'Bearer simulator-access-token' },
		});
		const links = await check();
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Account Subscription': 'failed' });
		expect(sentence(links, 'Account Subscription')).toMatch(/does not get the webhooks.*it subscribes the app/);
	});

	it.each([
		['messages alone', ['messages'], 'failed', /not subscribed to these fields: calls/],
		['neither messages nor calls', ['security'], 'failed', /messages, calls/],
		['messages and calls', ['messages', 'calls'], 'warning', /message_template_status_update/],
	])('that is subscribed to %s', async (_case, fields, status, message) => {
		await stage.simulator.subscribe({ callbackUrl: trigger.url, verify: false, fields });
		const links = await check();
		expect(statuses(links)).toEqual({ ...HEALTHY, 'App Subscription': status });
		expect(sentence(links, 'App Subscription')).toMatch(message);
	});

	it('without a callback URL fails at every link that needs one', async () => {
		await fetch(`${stage.simulator.url}/v25.0/${APP_ID}/subscriptions`, {
			method: 'DELETE',
			headers: { Authorization: `Bearer ${APP_ID}|simulator-app-secret` },
		});
		const links = await check();
		const expected = { 'App Subscription': 'failed', Callback: 'failed', 'Callback URL': 'notChecked' };
		expect(statuses(links)).toEqual({ ...HEALTHY, ...expected });
		expect(sentence(links, 'Callback')).toContain('go nowhere');
	});
});

describe('the callback URL', () => {
	const N8N_404 = JSON.stringify({ code: 404, message: 'The requested webhook "GET 1/webhook" is not registered.' });
	const pointTo = async (callbackUrl: string) => {
		await stage.simulator.subscribe({ callbackUrl, verify: false });
		instanceBaseUrl = new URL(callbackUrl).origin;
	};

	it('on another host is not called, so that nobody else learns the verify token', async () => {
		const asked: unknown[] = [];
		const url = await serve((request, response) => {
			if (!request.url?.includes('theirs')) asked.push(request.url);
			foreign(request, response);
		});
		const configuration = { override_callback_uri: url, verify_token: 'theirs' };
		await setAtMeta(OTHER_NUMBER_ID, { webhook_configuration: configuration });
		const links = await check();
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Callback URL': 'warning' });
		expect(find(links, 'Callback URL').map(({ status }) => status)).toEqual(['ok', 'warning', 'ok']);
		expect(sentence(links, 'Callback URL')).toContain(`${url} was not called, because it is not known to be of this n8n.`);
		expect(sentence(links, 'Callback URL')).toMatch(/'Expected Callback URL'.*belongs to something else/);
		expect(asked).toEqual([]);
		expect(sentence(links, 'Callback')).toContain(
			`+1 555-010-0009 (${OTHER_NUMBER_ID}) go to ${url}, which is set for this number`,
		);
	});

	it('of the app on another host is not called either, also when every number has an address of its own', async () => {
		const asked: unknown[] = [];
		const url = await serve((request) => void asked.push(request.url));
		await stage.simulator.subscribe({ callbackUrl: url, verify: false });
		const configuration = { override_callback_uri: trigger.url, verify_token: 'a verify token' };
		for (const id of [PHONE_NUMBER_ID, OTHER_NUMBER_ID]) await setAtMeta(id, { webhook_configuration: configuration });
		const links = await check();

		expect(find(links, 'Callback URL')).toMatchObject([
			{ status: 'ok' },
			{ status: 'warning', message: expect.stringContaining(`account changes go to ${url}, the app's own address. ${url} was not`) },
		]);
		expect(asked).toEqual([]);
	});

	it('of the app is called also when every number has an address of its own', async () => {
		const configuration = { override_callback_uri: `${trigger.url}?own`, verify_token: 'a verify token' };
		for (const id of [PHONE_NUMBER_ID, OTHER_NUMBER_ID]) await setAtMeta(id, { webhook_configuration: configuration });
		const gone = await serve(answer(404, N8N_404));
		await stage.simulator.subscribe({ callbackUrl: gone, verify: false });
		instanceBaseUrl = new URL(gone).origin;
		const links = await check({}, { options: { expectedCallbackUrl: `${trigger.url}?own` } });

		expect(statuses(links)).toEqual({ ...HEALTHY, 'Callback URL': 'failed' });
		expect(find(links, 'Callback URL').map(({ status }) => status)).toEqual(['ok', 'failed']);
		expect(sentence(links, 'Callback URL')).toContain('has no workflow that listens');
	});

	it('is called when it is on the host of the expected one', async () => {
		instanceBaseUrl = 'https://editor.example.com';
		const links = await check({}, { options: { expectedCallbackUrl: trigger.url } });

		expect(statuses(links)).toEqual(HEALTHY);
	});

	it.each(['', 'not an address'])('is not called when n8n does not know its own address: "%s"', async (address) => {
		instanceBaseUrl = address;

		expect(statuses(await check())).toEqual({ ...HEALTHY, 'Callback URL': 'warning' });
	});

	it('that is not the expected one is named with both addresses', async () => {
		const expectedCallbackUrl = 'https://n8n.example.com/webhook/1/webhook';
		const links = await check({}, { options: { expectedCallbackUrl } });
		expect(statuses(links)).toEqual({ ...HEALTHY, Callback: 'failed' });
		expect(sentence(links, 'Callback')).toContain(
			`go to ${trigger.url}, which is set for the app, and not to ${expectedCallbackUrl}.`,
		);
	});

	it('whose trigger has another verify token', async () => {
		const links = await check({ verifyToken: 'other-words' });
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Callback URL': 'failed' });
		expect(sentence(links, 'Callback URL')).toMatch(/another verify token.*HTTP 403/);
	});

	it('cannot be asked without a verify token', async () => {
		const links = await check({ verifyToken: '' });
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Callback URL': 'failed' });
		expect(sentence(links, 'Callback URL')).toContain("no 'Verify Token'");
	});

	it('of one number that cannot be read leaves those of the others true', async () => {
		const { url } = stage.simulator;
		const proxy = await serve((request, response) => {
			const isOther = request.url?.includes(OTHER_NUMBER_ID);
			if (isOther) return answer(400, '{"error":{"code":100,"message":"Object does not exist"}}')(request, response);
			const headers = { Authorization: request.headers.authorization ?? '' };
			void fetch(`${url}${request.url}`, { headers })
				.then(async (reply) => await reply.text())
				.then((body) => answer(200, body)(request, response));
		});
		const links = await check({ graphApiBaseUrl: new URL(proxy).origin });
		expect(statuses(links)).toEqual({ ...HEALTHY, Callback: 'failed' });
		expect(find(links, 'Callback').map(({ status }) => status)).toEqual(['ok', 'failed']);
	});

	it('that is a Test URL', async () => {
		await pointTo(trigger.url.replace('/webhook', '/webhook-test/1/webhook'));
		const links = await check();
		expect(statuses(links)).toEqual({ ...HEALTHY, Callback: 'failed' });
		expect(sentence(links, 'Callback')).toContain('Test URL');
	});

	it.each<[string, RequestListener, RegExp]>([
		['whose workflow is not published', answer(404, N8N_404), /Publish the workflow/],
		['that is a page', answer(200, '<html>', 'text/html; charset=utf-8'), /web page.*login page/],
		[
			'that answers something else',
			answer(200, '{"message":"Webhook call received"}'),
			/something else than the challenge/,
		],
		['that sends on', answer(302, '', 'text/plain', { Location: 'https://example.com/' }), /does not follow/],
		['behind a proxy without n8n', answer(502, '<html>', 'text/html'), /proxy/],
		[
			'that answers the challenge in quotes',
			(request, response) =>
				response.end(`"${new URL(request.url ?? '', 'http://x').searchParams.get('hub.challenge')}"`),
			/something else than the challenge/,
		],
	])('%s', async (_case, listener, message) => {
		await pointTo(await serve(listener));
		const links = await check();
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Callback URL': 'failed' });
		expect(sentence(links, 'Callback URL')).toMatch(message);
	});

	it('that cannot be reached from here is a warning', async () => {
		await pointTo('http://127.0.0.1:1/webhook');
		const links = await check();
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Callback URL': 'warning' });
	});

	it('keeps the values of its query to itself, and never gets the access token', async () => {
		const headers: unknown[] = [];
		const url = await serve((request, response) => {
			headers.push(request.headers.authorization);
			response.end(new URL(request.url ?? '', 'http://x').searchParams.get('hub.challenge'));
		});
		await pointTo(`${url}?key=other-words`);
		const links = await check();
		expect(statuses(links)).toEqual(HEALTHY);
		expect(sentence(links, 'Callback URL')).toContain(`${url}?… answers`);
		expect(headers).toEqual([undefined]);
	});
});

describe('what is missing altogether', () => {
	it('is said of the store without holding up the rest', async () => {
		const links = await check({ embeddedStorePath: '/dev/null/sessions.sqlite' });
		expect(statuses(links)).toEqual({ ...HEALTHY, 'Session Store': 'failed', 'Conversation Routing': 'notChecked' });
	});

	it('is said of Meta once, and not guessed of the rest', async () => {
		const links = await check({ graphApiBaseUrl: 'http://127.0.0.1:1' });
		const rest = Object.fromEntries(LINKS.map((link) => [link, 'notChecked']));
		expect(statuses(links)).toEqual({ ...rest, 'Session Store': 'ok', 'Access Token': 'failed' });
		expect(sentence(links, 'Access Token')).toMatch(/could not be reached/);
	});

	it('is said of an account without numbers', async () => {
		const bare = await openStage({ phoneNumbers: [] });
		const links = await check({ graphApiBaseUrl: bare.simulator.url });
		await bare.close();
		expect(statuses(links)).toMatchObject({ 'Phone Numbers': 'failed', Callback: 'notChecked' });
	});

	it('fails the node where the credential leaves nothing to check', async () => {
		const run = {
			node: new WhatsAppSession(),
			credential: { ...stage.credential, businessAccountId: '' },
			items: toItems({}, {}),
		};
		const { error } = await runNode(run);
		expect(error?.message).toContain("'Business Account ID'");
		const { outputs } = await runNode({ ...run, settings: { onError: 'continueRegularOutput' } });
		const problem = { error: expect.stringContaining("'Business Account ID'") as string };
		expect(outputs[0]).toMatchObject([
			{ json: problem, pairedItem: { item: 0 } },
			{ json: problem, pairedItem: { item: 1 } },
		]);
	});
});
