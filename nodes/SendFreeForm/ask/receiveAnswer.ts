import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CONTINUED_HEADER, type Continuation } from '../../shared/n8n/waits/Continuation';

/** Nothing of it is certain: whoever has the address of the execution may post. */
type Posted = { [Field in keyof Continuation]?: unknown };

/**
 * Takes what a trigger of this pack posts to the execution, and gives the item that waited: with the answer on 'Answered', or on
 * 'No Answer' where a newer question took the place of this one.
 *
 * An execution that waits for another question by now is left waiting: what comes is too late for it.
 */
export function receiveAnswer(context: IWebhookFunctions): IWebhookResponseData {
	const posted = (context.getBodyData() ?? {}) as Posted;
	const waiting = context.evaluateExpression('{{ $input.first() }}', 0) as INodeExecutionData | undefined;
	const outputs = waiting && isFor(waiting, posted) ? toOutputs(waiting, posted) : undefined;
	if (!outputs) {
		context.getResponseObject().status(409).json({ message: 'The execution does not wait for this answer.' });
		return { noWebhookResponse: true };
	}
	context.getResponseObject().setHeader(CONTINUED_HEADER, String(posted.waitId));
	return { workflowData: outputs };
}

/** An item that began to wait before waits had names is known by its question. */
function isFor({ json }: INodeExecutionData, { waitId, questionId }: Posted): boolean {
	const { wait, message } = json as { wait?: { id?: string }; message?: { id?: string } };
	if (wait?.id !== undefined) return wait.id === waitId;
	return message?.id !== undefined && message.id === questionId;
}

function toOutputs(waiting: INodeExecutionData, { answer, endedBy }: Posted): INodeExecutionData[][] | undefined {
	const { json, binary } = waiting;
	const toItem = (fields: IDataObject): INodeExecutionData => ({ json: { ...json, ...fields }, ...(binary && { binary }), pairedItem: { item: 0 } });
	if (typeof answer === 'object' && answer !== null) return [[], [], [toItem({ answer: answer as IDataObject })]];
	if (endedBy !== 'newerQuestion') return undefined;
	return [[toItem({ wait: { ...(json.wait as IDataObject), endedBy }, answer: null })], [], []];
}
