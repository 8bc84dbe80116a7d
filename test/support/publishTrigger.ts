import 'reflect-metadata';

import { HookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { createCredentialsHelper } from './createCredentialsHelper';
import { createTriggerWorkflow } from './createTriggerWorkflow';

/** Publishes a workflow with the trigger, as far as the trigger has a say in it: the hooks, in n8n's order. */
export async function publishTrigger(
	node: INodeType,
	credential: ICredentialDataDecryptedObject,
	parameters: INodeParameters = {},
): Promise<void> {
	const { workflow, node: trigger } = createTriggerWorkflow(node, { parameters });
	const additionalData = {
		credentialsHelper: createCredentialsHelper(() => credential),
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new HookContext(workflow, trigger, additionalData, 'trigger', 'activate');
	const hooks = node.webhookMethods?.default;
	if (!(await hooks?.checkExists?.call(context))) await hooks?.create?.call(context);
}
