import { CloudApiError } from '../cloudApi/CloudApiError';
import type { UploadedFile } from './uploadFile';

const underWay = new Map<string, Promise<UploadedFile>>();

/**
 * Uploads a file unless the same one is just being uploaded in this process: that upload is then waited for.
 *
 * What Meta refuses it refuses to everybody. An upload that failed for another reason, for example because its execution was
 * stopped, is begun anew by one of those who waited.
 *
 * @param name - tells the file from all others, of all accounts and business numbers
 */
export async function shareUpload(name: string, upload: () => Promise<UploadedFile>): Promise<UploadedFile> {
	for (let other = underWay.get(name); other; other = underWay.get(name)) {
		const uploaded = await other.catch((error: unknown) => {
			if (error instanceof CloudApiError) throw error;
			return undefined;
		});
		if (uploaded) return uploaded;
	}
	const own = upload().finally(() => underWay.delete(name));
	underWay.set(name, own);
	return await own;
}
