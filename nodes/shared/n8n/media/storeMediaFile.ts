import { Readable } from 'node:stream';

import type { IBinaryData, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { CloudApi } from '../../cloudApi/client/CloudApi';
import type { GraphAddress } from '../../cloudApi/client/graphUrl';
import type { MediaFile } from '../../cloudApi/media/MediaFile';
import { limitStream } from './limitStream';
import { MediaDownloadError } from './MediaDownloadError';
import { mediaFileName } from './mediaFileName';
import { openMediaStream, type MediaStream } from './openMediaStream';

/** The file of one message. */
export interface WantedMedia {
	/** Media ID. */
	id: string;
	/** Business number that received the message. */
	phoneNumberId?: string;
	/** Type of the message, for example `image`. */
	type: string;
	/** Name of a document; undefined for other types. */
	fileName?: string;
	/** MIME type by the webhook; undefined when it names none. */
	mimeType?: string;
}

/** What all files of one webhook are fetched with. */
export interface MediaFetching {
	context: IWebhookFunctions | ITriggerFunctions;
	cloudApi: Pick<CloudApi, 'getMediaFile'>;
	graph: GraphAddress;
	maxSizeBytes: number;
	/** Aborted when the time is up. */
	signal: AbortSignal;
}

const BYTES_PER_MB = 1024 * 1024;
const ADDRESSES_AT_MOST = 2;
const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * Fetches the file of one message into n8n's store of binary data, without ever holding the whole of it.
 *
 * An address that leads nowhere any more is replaced by a fresh one, once.
 *
 * @throws {WhatsAppSessionError} when Meta does not give the file, it is too large, or n8n cannot store it
 */
export async function storeMediaFile(fetching: MediaFetching, media: WantedMedia): Promise<IBinaryData> {
	const { context, cloudApi, graph, maxSizeBytes, signal } = fetching;
	for (let tries = 0; tries < ADDRESSES_AT_MOST && !signal.aborted; tries++) {
		const file = await cloudApi.getMediaFile(media.id, media.phoneNumberId);
		if ((file.sizeBytes ?? 0) > maxSizeBytes) throw tooLarge(maxSizeBytes, file.sizeBytes);
		const stream = await openMediaStream(context, { url: file.url, graph, signal });
		if (stream) return await storeStream(fetching, media, file, stream);
	}
	throw new MediaDownloadError('The address that WhatsApp gave for the file leads nowhere, and so does a fresh one.', {
		advice: 'The file may be gone: Meta keeps files of messages for 7 days.',
	});
}

async function storeStream(
	{ context, maxSizeBytes }: MediaFetching,
	media: WantedMedia,
	file: MediaFile,
	{ body, contentType }: MediaStream,
): Promise<IBinaryData> {
	const mimeType = essence(file.mimeType) ?? essence(media.mimeType) ?? (contentType || UNKNOWN_TYPE);
	if (contentType === 'text/html' && mimeType !== 'text/html') {
		body.destroy();
		throw new MediaDownloadError(`A web page came instead of the file (${mimeType}).`, {
			advice: 'Check that no proxy stands between n8n and WhatsApp.',
		});
	}
	let failure: MediaDownloadError | undefined;
	const limited = limitStream(body, maxSizeBytes, () => (failure = tooLarge(maxSizeBytes)));
	const stream = Readable.from(limited, { objectMode: false });
	const name = mediaFileName({ ...media, mimeType });
	return await context.helpers.prepareBinaryData(stream, name, mimeType).catch(() => {
		body.destroy();
		throw failure ?? notStored();
	});
}

function tooLarge(maxSizeBytes: number, sizeBytes?: number): MediaDownloadError {
	const size = sizeBytes === undefined ? '' : ` with ${toMb(sizeBytes)}`;
	return new MediaDownloadError(`The file${size} is larger than the ${toMb(maxSizeBytes)} that are downloaded at the most.`, {
		advice: "Fetch the file by message.media.id within 7 days; in a trigger, 'Maximum Media Size' may be raised instead.",
	});
}

function notStored(): MediaDownloadError {
	return new MediaDownloadError('The file did not arrive whole, or n8n could not store it.', {
		advice: "If it happens again, check the disk of n8n's binary data.",
	});
}

function toMb(bytes: number): string {
	return `${Math.ceil((bytes / BYTES_PER_MB) * 10) / 10} MB`;
}

function essence(mimeType: string | undefined): string | undefined {
	const type = mimeType?.split(';')[0]?.trim().toLowerCase() ?? '';
	return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : undefined;
}
