import type { IExecuteFunctions } from 'n8n-workflow';

import { CloudApiError } from '../../cloudApi/errors/CloudApiError';
import type { MediaUpload } from '../../cloudApi/media/MediaUpload';
import type { MediaKey } from '../../store/MediaLibrary';
import { digestItemFile } from './digestItemFile';
import { openItemFile } from './openItemFile';
import type { Destination, Sender } from '../items/openSender';
import { shareUpload } from './shareUpload';

/**
 * How long a media ID is used. Meta keeps an uploaded file for 30 days; a day less, so that no message is on its way when it
 * goes, and no clock has to be exact.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export const MEDIA_ID_USED_MS = 29 * 24 * 60 * 60 * 1000;

/** A file of an item that a message carries. */
export interface ItemFile {
	/** Where it is: the name of the field that holds it. */
	property: string;
	/** Undefined when the file has none; only for Meta's records, a message that shows a name carries it itself. */
	fileName?: string;
	/** MIME type, for example `application/pdf`. */
	mimeType: string;
}

/** A file that Meta has. */
export interface UploadedFile {
	mediaId: string;
	key: MediaKey;
	/** Its name in {@link UploadRun.uploads}. */
	name: string;
	/** True when it was uploaded for this run; false when its media ID was remembered, and may be gone by now. */
	isNew: boolean;
}

/**
 * Gives the media ID of a file of an item: the remembered one when Meta has the file already, else it is uploaded. The file
 * is read as a stream, once for its digest and once more for the upload, and is never in memory as a whole.
 *
 * The same content, of the same type, for the same business number, is uploaded once while its media ID is good, by all runs
 * of all processes that share the store; what two processes begin at the same moment is uploaded twice, which harms nobody.
 *
 * @throws {InvalidInputError} when n8n cannot read the file
 * @throws {CloudApiError} when Meta refuses it
 * @throws {CloudApiNoAnswerError} when the upload gets no answer; no message has gone out then
 * @throws {SessionStoreError} when it cannot be looked up
 */
export async function uploadFile(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	file: ItemFile,
): Promise<UploadedFile> {
	const { uploads } = sender.uploadRun;
	const binary = context.helpers.assertBinaryData(destination.itemIndex, file.property);
	const content: Content = { file, open: async () => await openItemFile(context, binary) };
	const digest = await digestItemFile(context, sender.uploadRun, file.property, binary);
	const { credentials } = sender.account;
	const { businessAccountId, graph, store: config } = credentials;
	const { phoneNumberId } = destination;
	const key: MediaKey = { businessAccountId, phoneNumberId, sha256: digest.sha256, mimeType: file.mimeType };
	const name = JSON.stringify([graph.baseUrl, config, Object.values(key)]);
	const known = uploads.get(name);
	if (known) return await known;
	const uploading = shareUpload(name, async () => {
		const [found] = await sender.store.findMedia([key], Date.now());
		if (found) return { mediaId: found.mediaId, key, name, isNew: false };
		const mediaId = await uploadNow(context, sender, key, { ...content, sizeBytes: digest.sizeBytes });
		return { mediaId, key, name, isNew: true };
	});
	uploads.set(name, uploading);
	uploading.catch((error: unknown) => isFinal(error) || uploads.delete(name));
	return await uploading;
}

/** Whether all items of the run that carry the file fail with it: Meta does not take it, and would not the next time. */
function isFinal(error: unknown): boolean {
	return error instanceof CloudApiError && (error.retry === 'no' || error.retry === 'later');
}

/** A file, and how it is read. */
interface Content {
	file: ItemFile;
	open: MediaUpload['open'];
}

async function uploadNow(
	context: IExecuteFunctions,
	{ account, store }: Sender,
	key: MediaKey,
	{ file, open, sizeBytes }: Content & { sizeBytes: number },
): Promise<string> {
	const { property, fileName = property, mimeType } = file;
	const uploadedAtMs = Date.now();
	const mediaId = await account.cloudApi.uploadMedia(key.phoneNumberId, { fileName, mimeType, sizeBytes, open });
	const record = { ...key, mediaId, expiresAtMs: uploadedAtMs + MEDIA_ID_USED_MS };
	// The file is with Meta and the message can go out; that it goes up once more some day is no reason to fail.
	await store.recordMedia([record], uploadedAtMs).catch((error: unknown) =>
		context.logger.error('WhatsApp Session: an uploaded file could not be recorded', { error, mediaId }),
	);
	return mediaId;
}
