import 'reflect-metadata';

import { TriggerContext } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
} from 'n8n-workflow';

import { createCredentialsHelper } from './createCredentialsHelper';
import { createTriggerWorkflow } from './createTriggerWorkflow';

/** An execution that a trigger has begun. */
export interface BegunExecution {
	items: INodeExecutionData[];
	/** How n8n tells the trigger that the execution has ended, or could not begin. */
	done?: Parameters<ITriggerFunctions['emit']>[2];
	/** Under which name n8n runs it once. */
	deduplicationKey?: string;
}

/** A trigger with a function of its own, and how it is run. */
export interface Watching {
	node: INodeType;
	readCredential: () => ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
	nodeId?: string;
	/** `manual` for a step in the editor. */
	activation?: WorkflowActivateMode;
	timezone?: string;
}

/** What n8n has of it. */
export interface WatchContext {
	context: ITriggerFunctions;
	/** The oldest first. */
	executions: BegunExecution[];
	/** Errors and warnings of n8n's log. */
	logs: string[];
}

/** Makes the context that n8n gives to `trigger()`. */
export function createWatchContext(watching: Watching): WatchContext {
	const { workflow, node } = createTriggerWorkflow(watching.node, { nodeId: watching.nodeId });
	const { description } = watching.node;
	node.parameters =
		NodeHelpers.getNodeParameters(description.properties, watching.parameters ?? {}, true, false, node, description) ?? {};
	const executions: BegunExecution[] = [];
	const logs: string[] = [];
	const { activation = 'init' } = watching;
	const emit: ITriggerFunctions['emit'] = (data, _response, done, deduplicationKey) =>
		void executions.push({ items: data.flat(), done, deduplicationKey });
	const additionalData = {
		credentialsHelper: createCredentialsHelper(watching.readCredential),
	} as unknown as IWorkflowExecuteAdditionalData;
	const mode = activation === 'manual' ? 'manual' : 'trigger';
	const context = new TriggerContext(workflow, node, additionalData, mode, activation, emit);
	const log = (message: string) => void logs.push(message);
	Object.defineProperty(context, 'logger', { value: { debug: () => undefined, info: () => undefined, warn: log, error: log } });
	context.getInstanceId = () => 'instance';
	if (watching.timezone) context.getTimezone = () => watching.timezone as string;
	return { context, executions, logs };
}

/** Lets a trigger begin as n8n does. */
export async function startWatching(watching: Watching): Promise<WatchContext & { response: ITriggerResponse | undefined }> {
	const watched = createWatchContext(watching);
	return { ...watched, response: await watching.node.trigger?.call(watched.context) };
}
