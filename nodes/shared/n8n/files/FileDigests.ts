import type { IBinaryData } from 'n8n-workflow';

import { digestFile, type FileDigest } from './digestFile';
import { openItemFile, type FileContext } from './openItemFile';

/** Gives the digests of the files of one run, each of which is read once, whatever number of items carry it. */
export class FileDigests {
	/** By n8n's ID of the file, or by the field of the item where n8n gives none. */
	private readonly digests = new Map<string | IBinaryData, Promise<FileDigest>>();

	constructor(private readonly context: FileContext) {}

	/**
	 * Gives the digest of a file of an item; see `digestFile`.
	 *
	 * @throws {InvalidInputError} when n8n cannot read it
	 */
	async of(property: string, binary: IBinaryData): Promise<FileDigest> {
		const place = binary.id ?? binary;
		const digest = this.digests.get(place) ?? digestFile(property, async () => await openItemFile(this.context, binary));
		this.digests.set(place, digest);
		return await digest;
	}
}
