import 'reflect-metadata';

import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { WebhookContext } from 'n8n-core';
import type { IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { GraphRequest } from '../../../nodes/shared/cloudApi/client/GraphTransport';
import { createGraphTransport } from '../../../nodes/shared/n8n/account/createGraphTransport';
import { WhatsAppSessionTrigger } from '../../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { createCredentialsHelper } from '../../support/createCredentialsHelper';
import { createTriggerWorkflow } from '../../support/createTriggerWorkflow';
import { openServers } from '../../support/openServers';

const FIELDS = { accessToken: 'EAAsecretOfTheTest', businessAccountId: '1' };
const APP = { appId: '2', appSecret: 'the-app-secret', accessToken: FIELDS.accessToken };

const servers = openServers();
const { serve } = servers;
afterEach(servers.close);

/** A transport over n8n's own HTTP helper, with the real credential class. */
function transportTo(baseUrl: string) {
	const { workflow, node } = createTriggerWorkflow(new WhatsAppSessionTrigger());
	const additionalData = { credentialsHelper: createCredentialsHelper(() => FIELDS) } as unknown as IWorkflowExecuteAdditionalData;
	const context = new WebhookContext(workflow, node, additionalData, 'webhook', {} as IWebhookData, [], null);
	return createGraphTransport(context, { baseUrl, version: 'v25.0' }, APP);
}

const upload = (fileName: string): GraphRequest => ({
	method: 'POST',
	path: '/3/media',
	form: { fields: { messaging_product: 'whatsapp' }, file: { fileName, mimeType: 'text/plain', sizeBytes: 5, open: async () => Buffer.from('hello') } },
});

describe('a request to the Graph API', () => {
	it.each<[string, GraphRequest]>([
		['that reads', { method: 'GET', path: '/1', query: { fields: 'id' } }],
		['that sends a message', { method: 'POST', path: '/3/messages', body: { to: '1' } }],
		['of the app', { method: 'GET', path: '/debug_token', as: 'app' }],
		['with the bytes of a file', { method: 'POST', path: '/upload:1', as: 'upload', bytes: Buffer.from('hello') }],
		['with a form', upload('a.txt')],
	])('%s follows no redirect, so that no token and no message goes to somebody else', async (_, request) => {
		const asked: string[] = [];
		const stranger = await serve(({ headers }, response) => {
			asked.push(String(headers.authorization));
			response.end('{}');
		});
		for (const status of [301, 302, 303, 307, 308]) {
			const server = await serve((_incoming, response) => response.writeHead(status, { Location: `${stranger}/v25.0/1` }).end());
			expect(await transportTo(server)(request)).toMatchObject({ status });
		}
		expect(asked).toEqual([]);
	});

	it('carries the token in its header alone', async () => {
		const seen: IncomingMessage[] = [];
		const server = await serve((incoming, response) => {
			seen.push(incoming);
			response.setHeader('Content-Type', 'application/json').end('{}');
		});
		await transportTo(server)({ method: 'GET', path: '/1', query: { fields: 'id' } });
		expect(seen[0]?.headers.authorization).toBe(`Bearer ${FIELDS.accessToken}`);
		expect(seen[0]?.url).toBe('/v25.0/1?fields=id');
	});

	// A file is called what its sender has called it.
	it.each(['a"\r\nX-More: 1\r\n\r\nanother body.txt', 'a\nb.txt', '../../a.txt', 'a"; name="messaging_product.txt'])(
		'gives a file called %j one name, one part and no header of its own making',
		async (fileName) => {
			let body = '';
			const server = await serve((incoming, response) => {
				void text(incoming).then((received) => {
					body = received;
					response.setHeader('Content-Type', 'application/json').end('{}');
				});
			});
			await transportTo(server)(upload(fileName));
			const [, own = ''] = body.split('name="file"');
			const [head = ''] = own.split('\r\n\r\n', 1);
			expect(head).toMatch(/^; filename="[^"\r\n]*"\r\nContent-Type: text\/plain$/);
			expect(head).not.toContain('/a.txt');
			expect(body.match(/Content-Disposition/g)).toHaveLength(2);
		},
	);
});
