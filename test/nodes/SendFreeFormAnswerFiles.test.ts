import 'reflect-metadata';

import { WebhookContext } from 'n8n-core';
import type { IDataObject, INodeExecutionData, INodeParameters, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

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
async function answer(options: INodeParameters, more: IDataObject = {}): Promise<INodeExecutionData | undefined> {
	const { workflow, node: place } = createTriggerWorkflow(node, { parameters: { operation: 'ask', options } });
	const fields = { accessToken: 'token', businessAccountId: '1', appSecret: 'secret', graphApiBaseUrl: server.url };
	const message = { id: 'wamid.answer', type: 'image', text: null, media: { id: 'photo', mimeType: 'image/png' } };
	const body = { waitId: 'wait', answer: { text: null, choice: null, event: 'message', phoneNumberId: '106540352242922', message, ...more } };
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

	it('is one of several where several messages are the answer, each named by its own', async () => {
		server.media.set('photo', { mimeType: 'image/png', replies: [file('a photo')] });
		server.media.set('letter', { mimeType: 'application/pdf', replies: [file('a letter')] });
		const letter = { id: 'wamid.1', type: 'document', text: null, media: { id: 'letter', mimeType: 'application/pdf' } };
		const photo = { id: 'wamid.answer', type: 'image', text: null, media: { id: 'photo', mimeType: 'image/png' }, raw: { id: 'wamid.answer' } };
		const messages = [letter, { id: 'wamid.2', type: 'text', text: 'and this' }, photo, null];
		const item = await answer({ downloadFiles: true }, { messages });
		expect(item?.binary).toMatchObject({ ...SENT, answer: { mimeType: 'application/pdf' }, answer2: { mimeType: 'image/png' } });
		const named = (binaryField: string) => ({ media: { binaryField } });
		expect(item?.json.answer).toMatchObject({ message: named('answer2'), messages: [named('answer'), { text: 'and this' }, named('answer2')] });
		expect((item?.json.answer as { message: IDataObject }).message).not.toHaveProperty('raw');
	});

	it('that cannot be had keeps no answer back, and the item says why', async () => {
		server.media.set('photo', { mimeType: 'image/png', replies: [status(500)] });
		const item = await answer({ downloadFiles: true });
		expect(item?.binary).toEqual(SENT);
		expect(item?.json).toMatchObject({ answer: { message: { media: { error: expect.any(String) } } } });
	});
});
