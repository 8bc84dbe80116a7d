import 'reflect-metadata';

import { HookContext } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type IHookFunctions,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import { createCredentialsHelper } from './createCredentialsHelper';
import { createTriggerWorkflow } from './createTriggerWorkflow';
import type { LogLine } from './runTrigger';

/** A trigger of which n8n runs a hook. */
export interface HookRun {
	node: INodeType;
	/** What n8n puts into the trigger's path. */
	webhookId: string;
	parameters?: INodeParameters;
	/** What it throws, reading the credential throws. */
	readCredential: () => ICredentialDataDecryptedObject;
	/** Where n8n is reached, without a slash at the end. */
	origin: string;
	/** `update` is what n8n says when a workflow is unpublished, and when listening for a test event ends. */
	activation?: WorkflowActivateMode;
	/** True for the address for tests. */
	isTest?: boolean;
	logs?: LogLine[];
}

/** Makes the context that n8n gives to `checkExists`, `create` and `delete`. */
export function createHookContext(run: HookRun): IHookFunctions {
	const { workflow, node } = createTriggerWorkflow(run.node);
	node.webhookId = run.webhookId;
	const { description } = run.node;
	// As n8n does: everything that is shown has its default.
	node.parameters =
		NodeHelpers.getNodeParameters(description.properties, run.parameters ?? {}, true, false, node, description) ?? {};
	const additionalData = {
		credentialsHelper: createCredentialsHelper(run.readCredential),
		webhookBaseUrl: `${run.origin}/webhook`,
		webhookTestBaseUrl: `${run.origin}/webhook-test`,
	} as unknown as IWorkflowExecuteAdditionalData;
	const webhookData = { isTest: run.isTest } as unknown as IWebhookData;
	const { activation = 'activate' } = run;
	const mode = activation === 'manual' ? 'manual' : activation === 'update' ? 'internal' : 'trigger';
	const context = new HookContext(workflow, node, additionalData, mode, activation, webhookData);
	Object.defineProperty(context, 'logger', { value: createLogger(run.logs ?? []) });
	return context;
}

function createLogger(logs: LogLine[]): Record<string, (message: string, details?: Record<string, unknown>) => void> {
	const levels = ['debug', 'info', 'warn', 'error'].map((level) => [
		level,
		(message: string, details: Record<string, unknown> = {}) => void logs.push({ level, message, details }),
	]);
	return Object.fromEntries(levels) as ReturnType<typeof createLogger>;
}
