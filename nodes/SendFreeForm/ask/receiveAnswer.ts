import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** What a trigger posts to a waiting execution. */
interface AnswerBody {
	questionId?: unknown;
	answer?: unknown;
}

/**
 * Takes the answer that a trigger of this pack has matched, and gives the item that waited with it, on 'Answered'.
 *
 * An execution that waits for another question by now is left waiting: the answer comes too late for it.
 */
export function receiveAnswer(context: IWebhookFunctions): IWebhookResponseData {
	const { questionId, answer } = context.getBodyData() as AnswerBody;
	const waiting = context.evaluateExpression('{{ $input.first() }}', 0) as INodeExecutionData | undefined;
	const asked = (waiting?.json.message as IDataObject | undefined)?.id;
	if (!waiting || asked === undefined || questionId !== asked || typeof answer !== 'object' || answer === null) {
		context.getResponseObject().status(409).json({ message: 'The execution does not wait for this answer.' });
		return { noWebhookResponse: true };
	}
	const item: INodeExecutionData = {
		json: { ...waiting.json, answer: answer as IDataObject },
		...(waiting.binary && { binary: waiting.binary }),
		pairedItem: { item: 0 },
	};
	return { workflowData: [[], [], [item]] };
}
