import 'reflect-metadata';

import { LoadOptionsContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ILoadOptionsFunctions,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { createCredentialsHelper } from './createCredentialsHelper';

/** Opens what the editor gives to a method of a node while its form is filled in, with the real n8n-core. */
export function openForm(
	node: INodeType,
	credential: ICredentialDataDecryptedObject,
	parameters: INodeParameters,
): ILoadOptionsFunctions {
	const type = `n8n-nodes-whatsapp-session.${node.description.name}`;
	const edited: INode = {
		id: 'node',
		name: 'Node',
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: structuredClone(parameters),
		credentials: { whatsAppSessionApi: { id: '1', name: 'WhatsApp Session' } },
	};
	const nodeTypes: INodeTypes = {
		getByName: () => node,
		getByNameAndVersion: (_name, version) => NodeHelpers.getVersionedNodeType(node, version),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ id: 'form', name: 'form', nodes: [edited], connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: createCredentialsHelper(() => credential),
		currentNodeParameters: parameters,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	return new LoadOptionsContext(workflow, edited, additionalData, '');
}
