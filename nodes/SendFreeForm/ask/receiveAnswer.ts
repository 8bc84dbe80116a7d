import type { IBinaryKeyData, IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { downloadMedia } from '../../shared/n8n/media/downloadMedia';
import { CONTINUED_HEADER, type Continuation } from '../../shared/n8n/waits/Continuation';

/** Nothing of it is certain: whoever has the address of the execution may post. */
type Posted = { [Field in keyof Continuation]?: unknown };
type PostedWithFile = Posted & { file?: IBinaryKeyData };

const MOST_BYTES = 16 * 1024 * 1024;
/** Less than the trigger waits for the execution to go on. */
const TIME_LIMIT_MS = 10_000;

/**
 * Takes what a trigger of this pack posts to the execution, and gives the item that waited: with the answer on 'Answered', or on
 * 'No Answer' where a newer question took the place of this one.
 *
 * Where the builder wants it, the file of the answer is fetched first, as binary field `answer`.
 *
 * An execution that waits for another question by now is left waiting: what comes is too late for it.
 */
export async function receiveAnswer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const posted = (context.getBodyData() ?? {}) as Posted;
	const waiting = context.evaluateExpression('{{ $input.first() }}', 0) as INodeExecutionData | undefined;
	const outputs = waiting && isFor(waiting, posted) ? toOutputs(waiting, await withFile(context, posted)) : undefined;
	if (!outputs) {
		context.getResponseObject().status(409).json({ message: 'The execution does not wait for this answer.' });
		return { noWebhookResponse: true };
	}
	context.getResponseObject().setHeader(CONTINUED_HEADER, String(posted.waitId));
	return { workflowData: outputs };
}

/** Fetches the file of the answer where the builder wants it; one that cannot be had keeps nothing back. */
async function withFile(context: IWebhookFunctions, posted: Posted): Promise<PostedWithFile> {
	const { answer } = posted;
	if (typeof answer !== 'object' || answer === null || context.getNodeParameter('options.downloadFiles', false) !== true) return posted;
	try {
		const credentials = await readCredentials(context);
		const wanted = { credentials, maxSizeBytes: MOST_BYTES, property: 'answer', signal: AbortSignal.timeout(TIME_LIMIT_MS) };
		const [item] = await downloadMedia(context, [{ json: answer as IDataObject }], wanted);
		return { ...posted, answer: item?.json ?? answer, file: item?.binary };
	} catch (error) {
		context.logger.warn('WhatsApp Send Free-form could not download the file of an answer', { error });
		return posted;
	}
}

/** An item that began to wait before waits had names is known by its question. */
function isFor({ json }: INodeExecutionData, { waitId, questionId }: Posted): boolean {
	const { wait, message } = json as { wait?: { id?: string }; message?: { id?: string } };
	if (wait?.id !== undefined) return wait.id === waitId;
	return message?.id !== undefined && message.id === questionId;
}

function toOutputs(waiting: INodeExecutionData, { answer, endedBy, file }: PostedWithFile): INodeExecutionData[][] | undefined {
	const { json, binary } = waiting;
	const files = { ...binary, ...file };
	const hasFiles = Object.keys(files).length > 0;
	const toItem = (fields: IDataObject): INodeExecutionData => ({ json: { ...json, ...fields }, ...(hasFiles && { binary: files }), pairedItem: { item: 0 } });
	if (typeof answer === 'object' && answer !== null) return [[], [], [toItem({ answer: answer as IDataObject })]];
	if (endedBy !== 'newerQuestion') return undefined;
	return [[toItem({ wait: { ...(json.wait as IDataObject), endedBy }, answer: null })], [], []];
}
