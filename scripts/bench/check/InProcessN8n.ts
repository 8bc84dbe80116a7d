import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INode, INodeExecutionData, INodeType, INodeTypes, IRun, Workflow } from 'n8n-workflow';

type Core = typeof import('n8n-core');
type WorkflowPackage = typeof import('n8n-workflow');

/** One node to run, and what it is given. */
export interface InProcessRun {
	node: INodeType;
	parameters: object;
	typeVersion: number;
	/** All fields of the node's credential; undefined for a node without one. */
	credential?: Record<string, unknown>;
	items: INodeExecutionData[];
}

const START = 'Start';
const NODE = 'Node';

/** What WorkflowExecute asks of the server around it. */
const URLS = {
	restApiUrl: 'http://localhost/rest',
	instanceBaseUrl: 'http://localhost/',
	webhookBaseUrl: 'http://localhost/webhook',
	webhookTestBaseUrl: 'http://localhost/webhook-test',
	webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
	formWaitingBaseUrl: 'http://localhost/form-waiting',
};

/**
 * The engine of an installed n8n without the server around it: no HTTP, no database, and no isolate, because in process
 * n8n evaluates expressions with its old engine.
 */
export class InProcessN8n {
	private readonly core: Core;
	private readonly workflow: WorkflowPackage;
	private readonly require: NodeJS.Require;

	/**
	 * @param n8nFolder - folder whose `node_modules` holds n8n
	 * @param userFolder - where n8n-core keeps its settings; otherwise that would be the home folder
	 */
	constructor(n8nFolder: string, userFolder: string) {
		process.env.N8N_USER_FOLDER = userFolder;
		process.env.N8N_ENCRYPTION_KEY = 'bench';
		this.require = createRequire(join(n8nFolder, 'node_modules', 'n8n', 'package.json'));
		this.require('reflect-metadata');
		this.core = this.require('n8n-core') as Core;
		this.workflow = this.require('n8n-workflow') as WorkflowPackage;
	}

	/** Loads one of n8n's own nodes, by file and name of its class. */
	loadNode(file: string, name: string): new () => INodeType {
		const module = this.require(`n8n-nodes-base/dist/nodes/${file}`) as Record<string, new () => INodeType>;
		const node = module[name];
		if (!node) throw new Error(`n8n-nodes-base has no node ${name} in ${file}.`);
		return node;
	}

	/** Runs one node behind a start node; gives its time in milliseconds by n8n's own account, and its outputs. */
	async run(options: InProcessRun): Promise<{ ms: number; outputs: INodeExecutionData[][] }> {
		const { createRunExecutionData } = this.workflow;
		const workflow = this.toWorkflow(options);
		const start = workflow.nodes[START] as INode;
		const data = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: start, data: { main: [options.items] }, source: null }] },
		});
		const execution = new this.core.WorkflowExecute(this.toAdditionalData(workflow, options), 'manual', data);
		const run: IRun = await execution.processRunExecutionData(workflow);
		const task = run.data.resultData.runData[NODE]?.[0];
		if (run.data.resultData.error || !task) throw new Error(`In process: ${run.data.resultData.error?.message}`);
		return { ms: task.executionTime, outputs: (task.data?.main ?? []).map((items) => items ?? []) };
	}

	private toWorkflow({ node, parameters, typeVersion, credential }: InProcessRun): Workflow {
		const pass: INodeType = {
			description: { ...node.description, name: 'start', properties: [], credentials: [], inputs: [], outputs: ['main'] },
			execute: async function () {
				return [this.getInputData()];
			},
		};
		const find = (type: string) => (type === START ? pass : node);
		const nodeTypes: INodeTypes = { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
		const base = { position: [0, 0] as [number, number], disabled: false };
		const credentials = credential && { whatsAppSessionApi: { id: '1', name: 'WhatsApp Session' } };
		const own = { typeVersion, credentials, parameters: structuredClone(parameters) as never };
		return new this.workflow.Workflow({
			id: 'bench',
			nodes: [
				{ ...base, id: '1', name: START, type: START, typeVersion: 1, parameters: {} },
				{ ...base, ...own, id: '2', name: NODE, type: NODE },
			],
			connections: { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			active: false,
			nodeTypes,
			settings: { executionOrder: 'v1' },
		});
	}

	private toAdditionalData(workflow: Workflow, { credential }: InProcessRun) {
		const base = { id: 'bench', name: 'bench', active: false, nodes: Object.values(workflow.nodes), connections: {} };
		return {
			...URLS,
			hooks: new this.core.ExecutionLifecycleHooks('manual', '1', base as never),
			executionId: '1',
			currentNodeExecutionIndex: 0,
			variables: {},
			credentialsHelper: {
				getParentTypes: () => [],
				isCredentialUsableByNode: () => true,
				getDecrypted: async () => credential,
			},
			setExecutionStatus: () => {},
			sendDataToUI: () => {},
			logAiEvent: () => {},
		} as unknown as ConstructorParameters<Core['WorkflowExecute']>[0];
	}
}
