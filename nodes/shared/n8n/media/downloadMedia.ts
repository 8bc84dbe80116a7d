import type { IBinaryData, IDataObject, INodeExecutionData, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { createCloudApi } from '../../cloudApi/client/createCloudApi';
import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import { createGraphTransport } from '../account/createGraphTransport';
import type { SessionCredentials } from '../account/SessionCredentials';
import { storeMediaFile, type MediaFetching, type WantedMedia } from './storeMediaFile';

/** How the files of messages that came together are downloaded. */
export interface MediaDownload {
	credentials: SessionCredentials;
	/** Files up to this size are downloaded; bytes. */
	maxSizeBytes: number;
	/** Binary field that the file goes into; `data` when undefined. */
	property?: string;
	/** Ends everything when aborted; after {@link MEDIA_TIME_LIMIT_MS} when undefined. */
	signal?: AbortSignal;
}

/** How long all files may take together, because Meta waits for the answer; milliseconds. */
export const MEDIA_TIME_LIMIT_MS = 20_000;

const MAX_AT_ONCE = 4;
// A lost answer is repeated once; more would eat up the time of the other files.
const MAX_TRIES = 2;

type Outcome = { binary: IBinaryData } | { error: string };

/**
 * Downloads the files of messages into binary data: those of items with `message.media.id`, four at once.
 *
 * A file that cannot be had never costs the message: its item goes on without binary data, and `message.media.error` says
 * why, without token and address. Other items are passed on as they are.
 *
 * @returns the items in their order
 */
export async function downloadMedia(
	context: IWebhookFunctions | ITriggerFunctions,
	items: INodeExecutionData[],
	{ credentials, maxSizeBytes, property = 'data', signal = AbortSignal.timeout(MEDIA_TIME_LIMIT_MS) }: MediaDownload,
): Promise<INodeExecutionData[]> {
	const transport = createGraphTransport(context, credentials.graph);
	const cloudApi = createCloudApi(transport, { maxTries: MAX_TRIES });
	const fetching: MediaFetching = { context, cloudApi, graph: credentials.graph, maxSizeBytes, signal };
	const results = [...items];
	const queue = items.entries();
	const work = async () => {
		for (const [index, item] of queue) {
			const media = readMedia(item);
			if (media) results[index] = withOutcome(item, property, await download(fetching, media));
		}
	};
	await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
	return results;
}

async function download(fetching: MediaFetching, media: WantedMedia): Promise<Outcome> {
	const { signal, context } = fetching;
	const outcome = await unlessAborted(signal, async () => ({ binary: await storeMediaFile(fetching, media) })).catch(
		(error: unknown) => ({ error: signal.aborted ? TOOK_TOO_LONG : toSentence(error) }),
	);
	if ('error' in outcome) {
		const details = { mediaId: media.id, workflowId: context.getWorkflow().id, node: context.getNode().name };
		context.logger.warn(`A file that came with a WhatsApp message could not be downloaded: ${outcome.error}`, details);
	}
	return outcome;
}

const TOOK_TOO_LONG =
	'The file was not downloaded: the files that came together took longer than there is time for. It can be fetched by message.media.id for 7 days.';

/** Gives up when the signal is aborted, also while the work hangs where no signal reaches. */
async function unlessAborted<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
	const { promise: aborted, reject } = Promise.withResolvers<never>();
	const abort = () => reject(new Error('aborted'));
	signal.addEventListener('abort', abort);
	if (signal.aborted) abort();
	const running = signal.aborted ? aborted : work();
	return await Promise.race([running, aborted]).finally(() => signal.removeEventListener('abort', abort));
}

function toSentence(error: unknown): string {
	if (!(error instanceof WhatsAppSessionError)) return 'The file was not downloaded, for a reason that is not known.';
	return [error.message, error.advice].filter((part) => part !== '').join(' ');
}

function readMedia({ json }: INodeExecutionData): WantedMedia | undefined {
	const message = (json.message ?? {}) as IDataObject;
	const media = (message.media ?? {}) as IDataObject;
	const id = text(media.id);
	if (id === undefined) return undefined;
	return {
		id,
		phoneNumberId: text(json.phoneNumberId),
		type: text(message.type) ?? 'file',
		fileName: text(media.fileName),
		mimeType: text(media.mimeType),
	};
}

function withOutcome(item: INodeExecutionData, property: string, outcome: Outcome): INodeExecutionData {
	if ('binary' in outcome) return { ...item, binary: { ...item.binary, [property]: outcome.binary } };
	const message = item.json.message as IDataObject;
	const media = { ...(message.media as IDataObject), error: outcome.error };
	return { ...item, json: { ...item.json, message: { ...message, media } } };
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
