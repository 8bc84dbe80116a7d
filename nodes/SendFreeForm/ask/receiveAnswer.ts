import type { IBinaryKeyData, IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { downloadMedia, type MediaDownload } from '../../shared/n8n/media/downloadMedia';
import { gatherFiles } from '../../shared/n8n/media/gatherFiles';
import { CONTINUED_HEADER, type Continuation } from '../../shared/n8n/waits/Continuation';

/** Nothing of it is certain: whoever has the address of the execution may post. */
type Posted = { [Field in keyof Continuation]?: unknown };
type PostedWithFiles = Posted & { files?: IBinaryKeyData };

const MOST_BYTES = 16 * 1024 * 1024;
/** Less than the trigger waits for the execution to go on. */
const TIME_LIMIT_MS = 10_000;

/**
 * Takes what a trigger of this pack posts to the execution, and gives the item that waited: with the answer on 'Answered', or on
 * 'No Answer' where a newer question took the place of this one.
 *
 * Where the builder wants it, the file of the answer is fetched first, as binary field `answer`; those of an answer of several messages as
 * `answer`, `answer2` and so on.
 *
 * An execution that waits for another question by now is left waiting: what comes is too late for it.
 */
export async function receiveAnswer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const posted = (context.getBodyData() ?? {}) as Posted;
	const waiting = context.evaluateExpression('{{ $input.first() }}', 0) as INodeExecutionData | undefined;
	const outputs = waiting && isFor(waiting, posted) ? toOutputs(waiting, await withFiles(context, posted)) : undefined;
	if (!outputs) {
		context.getResponseObject().status(409).json({ message: 'The execution does not wait for this answer.' });
		return { noWebhookResponse: true };
	}
	context.getResponseObject().setHeader(CONTINUED_HEADER, String(posted.waitId));
	return { workflowData: outputs };
}

/** Fetches the files of the answer where the builder wants them; one that cannot be had keeps nothing back. */
async function withFiles(context: IWebhookFunctions, posted: Posted): Promise<PostedWithFiles> {
	const { answer } = posted;
	if (typeof answer !== 'object' || answer === null || context.getNodeParameter('options.downloadFiles', false) !== true) return posted;
	try {
		const credentials = await readCredentials(context);
		const wanted = { credentials, maxSizeBytes: MOST_BYTES, property: 'answer', signal: AbortSignal.timeout(TIME_LIMIT_MS) };
		const { messages } = answer as { messages?: unknown };
		if (Array.isArray(messages)) return { ...posted, ...(await withFilesOf(context, answer as IDataObject, messages.filter(isObject), wanted)) };
		const [item] = await downloadMedia(context, [{ json: answer as IDataObject }], wanted);
		return { ...posted, answer: item?.json ?? answer, files: item?.binary };
	} catch (error) {
		context.logger.warn('WhatsApp Send Free-form could not download the files of an answer', { error });
		return posted;
	}
}

/** Those of all messages of an answer that was gathered. */
async function withFilesOf(context: IWebhookFunctions, answer: IDataObject, messages: IDataObject[], wanted: MediaDownload): Promise<PostedWithFiles> {
	const { phoneNumberId, message } = answer;
	const items = await downloadMedia(context, messages.map((each) => ({ json: { phoneNumberId, message: each } })), wanted);
	const { messages: own, binary } = gatherFiles(items, wanted.property);
	// The newest one stands by itself as well.
	const { media } = own.at(-1) ?? {};
	return { answer: { ...answer, message: media === undefined ? message : { ...(message as IDataObject), media }, messages: own }, files: binary };
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null;
}

/** An item that began to wait before waits had names is known by its question. */
function isFor({ json }: INodeExecutionData, { waitId, questionId }: Posted): boolean {
	const { wait, message } = json as { wait?: { id?: string }; message?: { id?: string } };
	if (wait?.id !== undefined) return wait.id === waitId;
	return message?.id !== undefined && message.id === questionId;
}

function toOutputs(waiting: INodeExecutionData, { answer, endedBy, files: added }: PostedWithFiles): INodeExecutionData[][] | undefined {
	const { json, binary } = waiting;
	const files = { ...binary, ...added };
	const hasFiles = Object.keys(files).length > 0;
	const toItem = (fields: IDataObject): INodeExecutionData => ({ json: { ...json, ...fields }, ...(hasFiles && { binary: files }), pairedItem: { item: 0 } });
	if (typeof answer === 'object' && answer !== null) return [[], [], [toItem({ answer: answer as IDataObject })]];
	if (endedBy !== 'newerQuestion') return undefined;
	return [[toItem({ wait: { ...(json.wait as IDataObject), endedBy }, answer: null })], [], []];
}
