import 'reflect-metadata';

import { WebhookContext } from 'n8n-core';
import type { INodeExecutionData, INodeParameters, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { binaryData } from '../support/binaryData';
import { createCredentialsHelper } from '../support/createCredentialsHelper';
import { createTriggerWorkflow } from '../support/createTriggerWorkflow';
import { file, startMediaServer, status, type MediaServer } from '../support/startMediaServer';

const ANSWERED = 2;
const SENT = { data: { data: 'what was sent', mimeType: 'text/plain' } };
const node = new SendFreeForm();

let server: MediaServer;
beforeAll(async () => await binaryData.init());
beforeEach(async () => void (server = await startMediaServer()));
afterEach(async () => await server.close());

/** What a waiting question puts out for an answer with a file. */
async function answer(options: INodeParameters): Promise<INodeExecutionData | undefined> {
	const { workflow, node: place } = createTriggerWorkflow(node, { parameters: { operation: 'ask', options } });
	const fields = { accessToken: 'token', businessAccountId: '1', appSecret: 'secret', graphApiBaseUrl: server.url };
	const message = { id: 'wamid.answer', type: 'image', text: null, media: { id: 'photo', mimeType: 'image/png' } };
	const body = { waitId: 'wait', answer: { text: null, choice: null, event: 'message', phoneNumberId: '106540352242922', message } };
	const httpResponse = { setHeader: () => undefined };
	const additionalData = { httpRequest: { body }, httpResponse, credentialsHelper: createCredentialsHelper(() => fields) };
	const context = new WebhookContext(workflow, place, additionalData as unknown as IWorkflowExecuteAdditionalData, 'webhook', {} as IWebhookData, [], null);
	Object.defineProperty(context, 'logger', { value: { warn: () => undefined } });
	context.evaluateExpression = () => ({ json: { order: 1042, wait: { id: 'wait' } }, binary: SENT }) as never;
	const { workflowData } = await node.webhook.call(context);
	return workflowData?.[ANSWERED]?.[0];
}

describe('the file of an answer', () => {
	it('comes beside the files of the item where the builder wants it', async () => {
		server.media.set('photo', { mimeType: 'image/png', replies: [file('a photo')] });
		const item = await answer({ downloadFiles: true });
		expect(item?.json).toMatchObject({ order: 1042, answer: { message: { id: 'wamid.answer' } } });
		expect(item?.binary).toMatchObject({ ...SENT, answer: { mimeType: 'image/png', fileName: 'image.png' } });
	});

	it('is not fetched otherwise', async () => {
		const item = await answer({});
		expect(item?.binary).toEqual(SENT);
		expect(server.requests).toEqual([]);
	});

	it('that cannot be had keeps no answer back, and the item says why', async () => {
		server.media.set('photo', { mimeType: 'image/png', replies: [status(500)] });
		const item = await answer({ downloadFiles: true });
		expect(item?.binary).toEqual(SENT);
		expect(item?.json).toMatchObject({ answer: { message: { media: { error: expect.any(String) } } } });
	});
});
