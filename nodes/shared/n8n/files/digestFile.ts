import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import { InvalidInputError } from '../../domain/InvalidInputError';

/** What a file holds, in short. */
export interface FileDigest {
	/** SHA-256 over the bytes, in hex. */
	sha256: string;
	sizeBytes: number;
}

/**
 * Reads a file to its end, piece by piece, and gives its digest.
 *
 * @param property - name of the field that holds the file, for the error
 * @throws {InvalidInputError} when it cannot be read; n8n removes the files of executions that it has forgotten
 */
export async function digestFile(property: string, open: () => Promise<Buffer | Readable>): Promise<FileDigest> {
	return await readToEnd(open).catch((error: unknown) => {
		throw new InvalidInputError(
			property,
			`The file '${property}' of the item cannot be read${isMissing(error) ? ': n8n does not have it any more' : ''}.`,
			'Put the node that reads or downloads the file right before this one, into the same execution.',
		);
	});
}

async function readToEnd(open: () => Promise<Buffer | Readable>): Promise<FileDigest> {
	const hash = createHash('sha256');
	let sizeBytes = 0;
	const content = await open();
	for await (const piece of Buffer.isBuffer(content) ? [content] : content) {
		hash.update(piece as Buffer);
		sizeBytes += (piece as Buffer).length;
	}
	return { sha256: hash.digest('hex'), sizeBytes };
}

function isMissing(error: unknown): boolean {
	// The classes are n8n's own, one for each place where it keeps files.
	return error instanceof Error && error.constructor.name.endsWith('FileNotFoundError');
}
