import { pipeline, type Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { TidyStream } from './TidyStream';

/** What a context has to offer for reading the files of an item. */
export type FileContext = Pick<IExecuteFunctions, 'helpers'>;

/**
 * Opens a file of an item: as a stream where n8n keeps it outside of the item, else as the bytes that the item holds. A stream
 * that is destroyed closes its file.
 */
export async function openItemFile({ helpers }: FileContext, binary: IBinaryData): Promise<Buffer | Readable> {
	if (!binary.id) return Buffer.from(binary.data, 'base64');
	// Whoever reads it is told of a failure by the stream itself.
	return pipeline(await helpers.getBinaryStream(binary.id), new TidyStream(), () => undefined);
}
