import { isMediaGone } from '../cloudApi/media/isMediaGone';
import type { Destination } from './Destination';
import type { FileUploads, Upload, UploadedFile } from './FileUploads';

/**
 * Sends a message that may carry files of its item, each of which goes up once for all the messages that carry it.
 *
 * A remembered media ID may be gone: somebody deleted it, or it has expired early. When Meta refuses the message for that,
 * and so has sent nothing, the ID is forgotten, the file goes up once more and the message is sent once more. What was
 * uploaded for this very run is not doubted: then it is the file that Meta does not like.
 *
 * @param attempt - uploads the files of the message with what it is given, and sends it; called a second time when a file
 * was gone. An upload may take minutes: what the send depends on is better judged after it
 * @throws what {@link FileUploads.upload} throws, before anything is sent, and what `attempt` throws
 */
export async function sendWithFiles<Result>(
	files: FileUploads,
	destination: Destination,
	attempt: (upload: Upload) => Promise<Result>,
): Promise<Result> {
	const used: UploadedFile[] = [];
	const upload: Upload = async (file) => {
		const uploaded = await files.upload(destination, file);
		used.push(uploaded);
		return uploaded.mediaId;
	};
	return await attempt(upload).catch(async (error: unknown) => {
		const gone = isMediaGone(error) ? used.filter(({ isNew }) => !isNew) : [];
		if (gone.length === 0) throw error;
		await files.forget(gone);
		return await attempt(upload);
	});
}
