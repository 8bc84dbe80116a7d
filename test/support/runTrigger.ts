import 'reflect-metadata';

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import express, { type Request, type Response } from 'express';
import { WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeType,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { createCredentialsHelper } from './createCredentialsHelper';
import { createTriggerWorkflow, type TriggerSettings, type TriggerWorkflow } from './createTriggerWorkflow';

/** What a test runs: a trigger of the pack, reached over real HTTP. */
export interface TriggerRun extends TriggerSettings {
	node: INodeType;
	/** Gives the fields of the credential each time n8n is asked for it; what it throws, n8n throws. */
	readCredential: () => ICredentialDataDecryptedObject;
	/** `manual` while somebody listens in the editor; `webhook` by default. */
	mode?: 'webhook' | 'manual';
	/** Answers what is posted to waiting executions; without it n8n knows of none. */
	resumeExecution?: (request: Request, response: Response) => void | Promise<void>;
	/** What happens before n8n has the execution; rejecting means that n8n could not start it. */
	startExecution?: (items: INodeExecutionData[], response: Response) => Promise<void>;
}

/** One line of n8n's log. */
export interface LogLine {
	level: string;
	message: string;
	details: Record<string, unknown>;
}

/** A trigger that listens. */
export interface RunningTrigger {
	/** The callback URL. */
	url: string;
	/** The items of every execution that began, the oldest first, whatever output they left on. */
	executions: INodeExecutionData[][];
	/** The same by output. */
	outputs: INodeExecutionData[][][];
	/** What the trigger threw: n8n starts an execution that fails at once for each of them. */
	failures: unknown[];
	logs: LogLine[];
	close(): Promise<void>;
}

interface Serving {
	run: TriggerRun;
	trigger: Pick<RunningTrigger, 'executions' | 'outputs' | 'failures' | 'logs'>;
	place: TriggerWorkflow;
}

/** Serves a trigger as n8n does: the real context of n8n-core, n8n's way of reading the request and of answering it. */
export async function runTrigger(run: TriggerRun): Promise<RunningTrigger> {
	const trigger = { executions: [], outputs: [], failures: [], logs: [] };
	const serving: Serving = { run, trigger, place: createTriggerWorkflow(run.node, run) };
	const app = express();
	app.set('query parser', 'extended');
	app.use(async (request, response) => {
		const isRead = await readBody(request).then(
			() => true,
			() => false,
		);
		if (!isRead) return void response.status(422).json({ message: 'Failed to parse request body' });
		if (!request.path.startsWith('/webhook-waiting/')) return await handle(serving, request, response);
		if (!run.resumeExecution) return void response.status(404).json({ message: 'The execution does not exist.' });
		await run.resumeExecution(request, response);
	});
	const server = createServer(app);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { ...trigger, url: `http://127.0.0.1:${port}/webhook`, close: async () => await close(server) };
}

/** As n8n does for a node whose version is above 1: other content types are left to the node, form uploads are consumed. */
async function readBody(request: Request): Promise<void> {
	const header = request.headers['content-type'] ?? '';
	const contentType = header.split(';')[0] ?? '';
	Object.assign(request, { contentType, encoding: /charset=([\w-]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'utf-8' });
	request.readRawBody = async () => {
		if (!request.readable) throw new Error('Request body stream was aborted or is not readable');
		request.rawBody = await buffer(request);
	};
	if (contentType === 'multipart/form-data') {
		await buffer(request);
		request.body = {};
	} else if (contentType === 'application/json' || contentType === 'text/plain') {
		await request.readRawBody();
		const text = request.rawBody.toString();
		if (text !== '') request.body = contentType === 'text/plain' ? text : JSON.parse(text);
	}
}

async function handle(serving: Serving, request: Request, response: Response): Promise<void> {
	const { run, trigger } = serving;
	const result = await callWebhook(serving, request, response).catch((error: unknown) => {
		trigger.failures.push(error);
	});
	if (!result) return answerFailure(response);
	const items = result.workflowData?.flat();
	if (items) {
		const isStarted = await (run.startExecution?.(items, response) ?? Promise.resolve()).then(
			() => true,
			() => false,
		);
		if (!isStarted) return answerFailure(response);
		trigger.executions.push(items);
		trigger.outputs.push(result.workflowData ?? []);
	}
	if (result.noWebhookResponse) return;
	// `responseData: 'noData'`: an execution is answered with nothing.
	if (items) response.json(undefined);
	else response.send(result.webhookResponse ?? { message: 'Webhook call received' });
}

function answerFailure(response: Response): void {
	response.status(500).json({ code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' });
}

async function callWebhook(
	{ run, trigger, place: { workflow, node } }: Serving,
	request: Request,
	response: Response,
): Promise<IWebhookResponseData> {
	const webhookDescription = run.node.description.webhooks?.find(({ httpMethod }) => httpMethod === request.method);
	const additionalData = {
		credentialsHelper: createCredentialsHelper(run.readCredential),
		httpRequest: request,
		httpResponse: response,
	} as unknown as IWorkflowExecuteAdditionalData;
	const webhookData = { webhookDescription, workflowId: workflow.id, node: node.name } as unknown as IWebhookData;
	const context = new WebhookContext(workflow, node, additionalData, run.mode ?? 'webhook', webhookData, [], null);
	Object.defineProperty(context, 'logger', { value: createLogger(trigger.logs) });
	if (!run.node.webhook) throw new Error('The node has no webhook()');
	return await run.node.webhook.call(context);
}

function createLogger(logs: LogLine[]): Record<string, (message: string, details?: Record<string, unknown>) => void> {
	const levels = ['debug', 'info', 'warn', 'error'].map((level) => [
		level,
		(message: string, details: Record<string, unknown> = {}) => void logs.push({ level, message, details }),
	]);
	return Object.fromEntries(levels) as ReturnType<typeof createLogger>;
}

async function close(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeAllConnections();
	await closed;
}
