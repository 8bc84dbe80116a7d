import type { IExecuteFunctions } from 'n8n-workflow';

import { CloudApiError } from '../../cloudApi/errors/CloudApiError';
import type { MediaUpload } from '../../cloudApi/media/MediaUpload';
import type { Destination } from '../../sending/Destination';
import type { FileUploads, ItemFile, UploadedFile } from '../../sending/FileUploads';
import type { MediaKey } from '../../store/MediaLibrary';
import type { Store } from '../../store/Store';
import type { Account } from '../account/openAccount';
import type { FileDigests } from './FileDigests';
import { openItemFile } from './openItemFile';
import { shareUpload } from './shareUpload';

/**
 * How long a media ID is used. Meta keeps an uploaded file for 30 days; a day less, so that no message is on its way when it
 * goes, and no clock has to be exact.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export const MEDIA_ID_USED_MS = 29 * 24 * 60 * 60 * 1000;

/** What uploads need. */
interface UploadContext {
	context: Pick<IExecuteFunctions, 'helpers' | 'logger'>;
	account: Pick<Account, 'credentials' | 'cloudApi'>;
	store: Store;
	digests: FileDigests;
}

/**
 * Opens the uploads of one run. A file is read as a stream, once for its digest and once more for the upload, and is never in
 * memory as a whole.
 *
 * The same content, of the same type, for the same business number, is uploaded once while its media ID is good, by all runs
 * of all processes that share the store; what two processes begin at the same moment is uploaded twice, which harms nobody.
 */
export function openFileUploads(run: UploadContext): FileUploads {
	// Files that Meta has, or is being given, by what they are.
	const uploads = new Map<string, Promise<UploadedFile>>();
	return {
		async upload({ itemIndex, phoneNumberId }: Destination, file) {
			const { name, ...source } = await identify(run, itemIndex, phoneNumberId, file);
			const known = uploads.get(name);
			if (known) return await known;
			const uploading = shareUpload(name, async () => await findOrUpload(run, { name, ...source }));
			uploads.set(name, uploading);
			uploading.catch((error: unknown) => isFinal(error) || uploads.delete(name));
			return await uploading;
		},
		async forget(gone) {
			for (const { name, mediaId } of gone) {
				const current = uploads.get(name);
				const upload = await current?.catch(() => undefined);
				if (upload?.mediaId === mediaId && uploads.get(name) === current) uploads.delete(name);
			}
			await run.store.forgetMedia(gone.map(({ key, mediaId }) => ({ ...key, mediaId })));
		},
	};
}

/** Whether all items of the run that carry the file fail with it: Meta does not take it, and would not the next time. */
function isFinal(error: unknown): boolean {
	return error instanceof CloudApiError && (error.retry === 'no' || error.retry === 'later');
}

/** A file with all that names it, and how it is read. */
interface FileSource {
	file: ItemFile;
	key: MediaKey;
	/** See {@link UploadedFile.name}. */
	name: string;
	sizeBytes: number;
	open: MediaUpload['open'];
}

async function identify(
	{ context, account: { credentials }, digests }: UploadContext,
	itemIndex: number,
	phoneNumberId: string,
	file: ItemFile,
): Promise<FileSource> {
	const binary = context.helpers.assertBinaryData(itemIndex, file.property);
	const { sha256, sizeBytes } = await digests.of(file.property, binary);
	const { businessAccountId, graph, store: config } = credentials;
	const key: MediaKey = { businessAccountId, phoneNumberId, sha256, mimeType: file.mimeType };
	const name = JSON.stringify([graph.baseUrl, config, Object.values(key)]);
	return { file, key, name, sizeBytes, open: async () => await openItemFile(context, binary) };
}

async function findOrUpload(run: UploadContext, source: FileSource): Promise<UploadedFile> {
	const { key, name } = source;
	const [found] = await run.store.findMedia([key], Date.now());
	if (found) return { mediaId: found.mediaId, key, name, isNew: false };
	return { mediaId: await uploadNow(run, source), key, name, isNew: true };
}

async function uploadNow({ context, account, store }: UploadContext, { file, key, sizeBytes, open }: FileSource): Promise<string> {
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
