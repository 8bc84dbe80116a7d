import { isFileRefused } from '../../cloudApi/media/isFileRefused';
import type { UploadedFile } from '../../sending/FileUploads';

const underWay = new Map<string, Promise<UploadedFile>>();

/**
 * Uploads a file unless the same one is just being uploaded in this process: that upload is then waited for.
 *
 * A file that Meta does not take it refuses to everybody. An upload that failed for another reason is begun anew by one of
 * those who waited: the execution was stopped, or its token has expired, and theirs may be another one.
 *
 * @param name - tells the file from all others, of all accounts and business numbers
 */
export async function shareUpload(name: string, upload: () => Promise<UploadedFile>): Promise<UploadedFile> {
	for (let other = underWay.get(name); other; other = underWay.get(name)) {
		const uploaded = await other.catch((error: unknown) => {
			if (isFileRefused(error)) throw error;
			return undefined;
		});
		if (uploaded) return uploaded;
	}
	const own = upload().finally(() => underWay.delete(name));
	underWay.set(name, own);
	return await own;
}
