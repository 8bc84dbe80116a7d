import { isFileRefused } from '../../cloudApi/media/isFileRefused';
import type { UploadedFile } from '../../sending/FileUploads';
import { createSharedWork } from '../account/createSharedWork';

// A file that Meta does not take it refuses to everybody.
const uploads = createSharedWork<UploadedFile>(isFileRefused);

/**
 * Uploads a file unless the same one is just being uploaded in this process: that upload is then waited for; see
 * {@link createSharedWork}.
 *
 * @param name - tells the file from all others, of all accounts and business numbers
 */
export async function shareUpload(name: string, upload: () => Promise<UploadedFile>): Promise<UploadedFile> {
	return await uploads.run(name, upload);
}
