import type { IBinaryData } from 'n8n-workflow';

import { digestFile, type FileDigest } from './digestFile';
import type { FileContext } from './findTemplateFiles';
import { openItemFile } from './openItemFile';
import type { UploadRun } from './UploadRun';

/**
 * Gives the digest of a file of an item; see `digestFile`. A file is read once in a run, whatever number of items carry it.
 *
 * @throws {InvalidInputError} when n8n cannot read it
 */
export async function digestItemFile(
	context: FileContext,
	{ digests }: Pick<UploadRun, 'digests'>,
	property: string,
	binary: IBinaryData,
): Promise<FileDigest> {
	const place = binary.id ?? binary;
	const digest = digests.get(place) ?? digestFile(property, async () => await openItemFile(context, binary));
	digests.set(place, digest);
	return await digest;
}
