import type { IBinaryData } from 'n8n-workflow';

import type { FileDigest } from './digestFile';
import type { UploadedFile } from './uploadFile';

/** What is known of the files of one run of a node, so that a thousand items with one file read it once. */
export interface UploadRun {
	/** Of files that were read: by n8n's ID of them, or by the field of the item where n8n gives none. */
	digests: Map<string | IBinaryData, Promise<FileDigest>>;
	/** Files that Meta has, or is being given, by what they are. */
	uploads: Map<string, Promise<UploadedFile>>;
}
