import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ICredentialDataDecryptedObject, INodeParameters, INodeType } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { toBinary } from '../support/openTemplateStage';
import { dialog360Credential, WEBHOOK_SECRET } from '../support/providerCredentials';
import { runNode } from '../support/runNode';

const HOUR_MS = 3_600_000;
const ADA = '+12025550143';
const BO = '+15550100002';
const REMINDER = {
	templateFrom: 'name',
	templateName: 'appointment_reminder',
	templateLanguage: 'en_US',
	templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ada', body_2: 'Monday' } } as unknown as INodeParameters,
};

let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(ADA, HOUR_MS);
	await stage.wrote(BO, 25 * HOUR_MS);
});
afterEach(async () => await stage.close());

async function run(node: INodeType, credential: ICredentialDataDecryptedObject, parameters: INodeParameters, items: Array<Record<string, unknown>>) {
	executions += 1;
	return await runNode({ node, credential, parameters, items: toItems(...(items as never[])), executionId: `provider ${executions}` });
}

describe('by 360dialog', () => {
	const byDialog360 = (fields: ICredentialDataDecryptedObject = {}) => ({ ...dialog360Credential(stage), ...fields });

	it('a text goes out while the window is open, and is kept back when it is closed', async () => {
		const { outputs, error } = await run(new SendFreeForm(), byDialog360(), { text: 'Hello' }, [{ recipient: ADA }, { recipient: BO }]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.recipient)).toEqual([ADA]);
		expect(outputs[1]).toMatchObject([{ json: { recipient: BO, notSent: { reason: 'windowClosed' } } }]);
		expect(stage.simulator.sent()).toMatchObject([{ waId: ADA.slice(1), phoneNumberId: PHONE_NUMBER_ID, text: 'Hello' }]);
	});

	it('the window that one provider has heard of is that of the other one too', async () => {
		const parameters = { source: 'store' };
		const { outputs } = await run(new SessionWindowCheck(), byDialog360(), parameters, [{ recipient: ADA }, { recipient: BO }]);
		expect(outputs.map((items) => items.map(({ json }) => json.recipient))).toEqual([[ADA], [BO]]);
	});

	it('a template goes out whether the window is open or closed', async () => {
		const { outputs, error } = await run(new SendTemplate(), byDialog360(), REMINDER, [{ recipient: BO }]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(stage.simulator.sent()).toMatchObject([{ type: 'template', waId: BO.slice(1) }]);
	});

	it('nobody who has opted out gets one', async () => {
		const entry = { businessAccountId: String(stage.credential.businessAccountId), user: { waId: BO.slice(1) }, source: 'test', evidence: '' };
		await stage.store.recordConsent([{ ...entry, kind: 'everything', state: 'optedOut', atMs: Date.now() - 1_000 }]);
		const { outputs } = await run(new SendTemplate(), byDialog360(), REMINDER, [{ recipient: BO }]);
		expect(outputs[1]).toMatchObject([{ json: { notSent: { reason: 'optedOut' } } }]);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('a file goes up, and with the message', async () => {
		const items = [{ json: { recipient: ADA }, binary: { data: toBinary('a receipt') } }];
		executions += 1;
		const parameters = { messageType: 'document', media: 'data' };
		const { outputs, error } = await runNode({ node: new SendFreeForm(), credential: byDialog360(), parameters, items, executionId: `file ${executions}` });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(stage.simulator.state().uploadedFiles).toBe(1);
	});

	it("Meta's refusal closes the window for everybody, as it does without a provider", async () => {
		stage.simulator.failNext({ mode: 'error', code: 131047 });
		await run(new SendFreeForm(), byDialog360(), { text: 'Hello' }, [{ recipient: ADA }]);
		const { outputs } = await run(new SessionWindowCheck(), stage.credential, { source: 'store' }, [{ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }]);
		expect(outputs[1]?.[0]?.json.session).toMatchObject({ reason: 'closedByPlatform' });
	});

	it('a wrong key is named, once for all items', async () => {
		const items = [{ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }, { recipient: BO, phoneNumberId: PHONE_NUMBER_ID }];
		const { error } = await run(new SendTemplate(), byDialog360({ dialog360ApiKey: 'wrong' }), REMINDER, items);
		expect(error?.message).toMatch(/360dialog does not accept the 'API Key'/);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('the number of another key is refused, and nothing leaves from the wrong one', async () => {
		const { error } = await run(new SendFreeForm(), byDialog360(), { text: 'Hello', options: { safetyMarginMinutes: 0 }, whenClosed: 'sendAnyway' }, [
			{ recipient: ADA, phoneNumberId: '106540352242923' },
		]);
		expect(error?.message ?? '').toMatch(/belongs to the number \+1 555 010 0001 \(106540352242922\)/);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('what a Meta app alone may do is said where it is met', async () => {
		const form = { name: 'with_picture', body: 'Hello.', headerType: 'IMAGE', headerSampleField: 'data' };
		const parameters = { resource: 'template', operation: 'create', ...form };
		const items = [{ json: {}, binary: { data: toBinary('PNG', { mimeType: 'image/png' }) } }];
		const { error } = await runNode({ node: new WhatsAppSession(), credential: byDialog360(), parameters, items });
		expect(error?.message).toMatch(/in the name of a Meta app/);
	});
});

describe('by another host', () => {
	let server: Server;
	let seen: Array<{ url: string; key: string; authorization: string }>;

	/** A host in front of the simulated Meta: the same paths below one of its own, and a header of its own. */
	beforeEach(async () => {
		seen = [];
		server = createServer((request, response) => {
			const { url = '', method, headers } = request;
			seen.push({ url, key: String(headers['x-api-key'] ?? ''), authorization: headers.authorization ?? '' });
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => void chunks.push(chunk));
			request.on('end', () => {
				const target = `${stage.simulator.url}${url.replace(/^\/whatsapp/, '')}`;
				const asMeta = { authorization: 'Bearer simulator-access-token', 'content-type': headers['content-type'] ?? 'application/json' };
				void fetch(target, { method: method ?? 'GET', headers: asMeta, ...(chunks.length > 0 && { body: Buffer.concat(chunks) }) }).then(async (answer) => {
					response.writeHead(answer.status, { 'content-type': 'application/json' });
					response.end(await answer.text());
				});
			});
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
	afterEach(async () => {
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	});

	const byHost = (): ICredentialDataDecryptedObject => ({
		provider: 'other',
		hostBaseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/whatsapp`,
		headerName: 'X-API-Key',
		headerValue: 'the key of the host',
		webhookSecret: WEBHOOK_SECRET,
		businessAccountId: String(stage.credential.businessAccountId),
		embeddedStorePath: String(stage.credential.embeddedStorePath),
	});

	it("a message goes out by Meta's paths, with the host's header and no other", async () => {
		const { outputs, error } = await run(new SendFreeForm(), byHost(), { text: 'Hello' }, [{ recipient: ADA }, { recipient: BO }]);
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.map(({ json }) => json.recipient))).toEqual([[ADA], [BO]]);
		expect(seen.map(({ url }) => url)).toContain(`/whatsapp/v25.0/${PHONE_NUMBER_ID}/messages`);
		expect(new Set(seen.map(({ key, authorization }) => `${key}|${authorization}`))).toEqual(new Set(['the key of the host|']));
	});

	it('a template is found there and goes out', async () => {
		const { outputs, error } = await run(new SendTemplate(), byHost(), REMINDER, [{ recipient: BO }]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
	});
});
