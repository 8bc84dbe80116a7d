import 'reflect-metadata';

import { createHash } from 'node:crypto';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type IConnections,
	type IExecuteContextData,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { createCredentialsHelper } from './createCredentialsHelper';

/** What a test runs: one node of the pack behind a manual trigger, in the real n8n-core. */
export interface NodeRun {
	node: INodeType;
	parameters?: INodeParameters;
	items: INodeExecutionData[];
	/** Fields of the credential; undefined for a node without one. */
	credential?: ICredentialDataDecryptedObject;
	/** Settings of the node, for example `onError` or `retryOnFail`; also its name, where that matters. */
	settings?: Partial<INode>;
	/** Runs with the same ID are tries of one execution, and share what n8n keeps with it; every run is one by default. */
	executionId?: string;
	/** Whether the try before was killed or stopped: n8n then forgets what a node had kept with the execution. */
	isAfterKill?: boolean;
	timezone?: string;
	/** An execution that waits, as its run gave it: it goes on because its time is over. */
	timedOut?: IRun;
	/** Where n8n says that it is reached, without a slash at the end. */
	instanceBaseUrl?: string;
}

/** What came out of it. */
export interface NodeRunResult {
	/** The node's outputs; empty when it failed. */
	outputs: INodeExecutionData[][];
	/** What the node failed with. */
	error?: { message: string; description?: string | null; context?: Record<string, unknown> };
	/** How long the node ran, in milliseconds, by n8n's own account. */
	executionTimeMs: number;
	run: IRun;
}

const START = 'Start';
const NODE = 'Node';

class ManualTrigger implements INodeType {
	description = {
		displayName: 'Manual',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Manual' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	} as unknown as INodeType['description'];

	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

/** Runs one node of the pack in the real n8n-core, with real HTTP and the real credential class. */
export async function runNode(options: NodeRun): Promise<NodeRunResult> {
	const workflow = toWorkflow(options);
	const start = workflow.nodes[START];
	if (!start) throw new Error('The workflow has no start');
	const runExecutionData = options.timedOut?.data ?? createRunExecutionData({
		executionData: {
			contextData: contextOf(options),
			nodeExecutionStack: [{ node: start, data: { main: [options.items] }, source: null }],
		},
		// n8n makes one for each execution, stores it, and keeps it through every retry.
		...(options.executionId !== undefined && { resumeToken: createHash('sha256').update(options.executionId).digest('hex') }),
	});
	const additionalData = toAdditionalData(workflow, options);
	const run = await new WorkflowExecute(additionalData, 'manual', runExecutionData).processRunExecutionData(workflow);
	const taskData = run.data.resultData.runData[nameOf(options)]?.at(-1);
	const error = run.data.resultData.error ?? taskData?.error;
	return {
		outputs: (taskData?.data?.main ?? []).map((items) => items ?? []),
		...(error && { error: error as NodeRunResult['error'] }),
		executionTimeMs: taskData?.executionTime ?? 0,
		run,
	};
}

function nameOf({ settings }: NodeRun): string {
	return settings?.name ?? NODE;
}

const contexts = new Map<string, IExecuteContextData>();

function contextOf({ executionId, isAfterKill }: NodeRun): IExecuteContextData {
	const context = (isAfterKill ? undefined : contexts.get(executionId ?? '')) ?? {};
	if (executionId !== undefined) contexts.set(executionId, context);
	return context;
}

function toWorkflow(options: NodeRun): Workflow {
	const { node, parameters = {}, credential, settings, timezone } = options;
	const { name, version } = node.description;
	const type = `n8n-nodes-whatsapp-session.${name}`;
	const types: Record<string, INodeType> = { 'n8n-nodes-base.manualTrigger': new ManualTrigger(), [type]: node };
	const nodeTypes: INodeTypes = {
		getByName: (wanted) => types[wanted] as INodeType,
		getByNameAndVersion: (wanted, wantedVersion) =>
			NodeHelpers.getVersionedNodeType(types[wanted] as INodeType, wantedVersion),
		getKnownTypes: () => ({}),
	};
	const base = { position: [0, 0] as [number, number], disabled: false };
	const nodes: INode[] = [
		{ ...base, id: 'start', name: START, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			...base,
			id: 'node',
			name: NODE,
			type,
			typeVersion: Array.isArray(version) ? (version[0] ?? 1) : version,
			parameters: structuredClone(parameters),
			...(credential && { credentials: { whatsAppSessionApi: { id: '1', name: 'WhatsApp Session' } } }),
			...settings,
		},
	];
	const connections: IConnections = { [START]: { main: [[{ node: nameOf(options), type: 'main', index: 0 }]] } };
	return new Workflow({
		id: 'test-workflow',
		name: 'test',
		nodes,
		connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', ...(timezone && { timezone }) },
	});
}

function toAdditionalData(
	workflow: Workflow,
	{ credential, executionId = '1', instanceBaseUrl = 'http://localhost' }: NodeRun,
): IWorkflowExecuteAdditionalData {
	const base = {
		id: 'test-workflow',
		name: 'test',
		active: false,
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		createdAt: new Date(0),
		updatedAt: new Date(0),
	} as unknown as IWorkflowBase;
	return {
		hooks: new ExecutionLifecycleHooks('manual', executionId, base),
		executionId,
		currentNodeExecutionIndex: 0,
		credentialsHelper: createCredentialsHelper(() => credential),
		variables: {},
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl,
		webhookBaseUrl: 'http://localhost/webhook',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
