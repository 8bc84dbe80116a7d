import { NodeHelpers, Workflow, type INode, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';

/** A workflow with nothing but a trigger in it. */
export interface TriggerWorkflow {
	workflow: Workflow;
	/** The trigger. */
	node: INode;
}

/** How the trigger is set in its workflow. */
export interface TriggerSettings {
	/** `trigger` by default. */
	nodeId?: string;
	/** What n8n knows the credential by; one of its own for each workflow by default. */
	credentialId?: string;
	/** Where it differs from the defaults. */
	parameters?: INodeParameters;
}

let count = 0;

/** Makes a workflow with one trigger of the pack. */
export function createTriggerWorkflow(nodeType: INodeType, settings: TriggerSettings = {}): TriggerWorkflow {
	count += 1;
	const { nodeId = 'trigger', credentialId = `credential-${count}`, parameters = {} } = settings;
	const { name, version } = nodeType.description;
	const node: INode = {
		id: nodeId,
		name: 'Trigger',
		type: `n8n-nodes-whatsapp-session.${name}`,
		typeVersion: Array.isArray(version) ? (version[0] ?? 1) : version,
		position: [0, 0],
		parameters: structuredClone(parameters),
		credentials: { whatsAppSessionApi: { id: credentialId, name: 'WhatsApp Session' } },
	};
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: (_wanted, wantedVersion) => NodeHelpers.getVersionedNodeType(nodeType, wantedVersion),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ id: 'test-workflow', nodes: [node], connections: {}, active: true, nodeTypes });
	return { workflow, node };
}
