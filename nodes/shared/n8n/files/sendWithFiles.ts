import type { IExecuteFunctions } from 'n8n-workflow';

import { isMediaGone } from '../../cloudApi/media/isMediaGone';
import type { Destination, Sender } from '../items/openSender';
import { uploadFile, type ItemFile, type UploadedFile } from './uploadFile';

/** Gives the media ID of a file of the item; see `uploadFile`. */
export type Upload = (file: ItemFile) => Promise<string>;

/**
 * Sends a message that may carry files of its item, each of which goes up once for all the messages that carry it.
 *
 * A remembered media ID may be gone: somebody deleted it, or it has expired early. When Meta refuses the message for that,
 * and so has sent nothing, the ID is forgotten, the file goes up once more and the message is sent once more. What was
 * uploaded for this very run is not doubted: then it is the file that Meta does not like.
 *
 * @param attempt - uploads the files of the message with what it is given, and sends it; called a second time when a file
 * was gone. An upload may take minutes: what the send depends on is better judged after it
 * @throws what {@link uploadFile} throws, before anything is sent, and what `attempt` throws
 */
export async function sendWithFiles<Result>(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	attempt: (upload: Upload) => Promise<Result>,
): Promise<Result> {
	const used: UploadedFile[] = [];
	const upload: Upload = async (file) => {
		const uploaded = await uploadFile(context, sender, destination, file);
		used.push(uploaded);
		return uploaded.mediaId;
	};
	return await attempt(upload).catch(async (error: unknown) => {
		const gone = isMediaGone(error) ? used.filter(({ isNew }) => !isNew) : [];
		if (gone.length === 0) throw error;
		await forget(sender, gone);
		return await attempt(upload);
	});
}

/** Forgets files here and in the store, unless another item has uploaded them anew meanwhile. */
async function forget({ store, uploadRun: { uploads } }: Sender, gone: UploadedFile[]): Promise<void> {
	for (const { name, mediaId } of gone) {
		const current = uploads.get(name);
		const upload = await current?.catch(() => undefined);
		if (upload?.mediaId === mediaId && uploads.get(name) === current) uploads.delete(name);
	}
	await store.forgetMedia(gone.map(({ key, mediaId }) => ({ ...key, mediaId })));
}
