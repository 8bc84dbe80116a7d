import { pipeline, type Readable } from 'node:stream';

import type { IBinaryData } from 'n8n-workflow';

import type { FileContext } from './findTemplateFiles';
import { TidyStream } from './TidyStream';

/**
 * Opens a file of an item: as a stream where n8n keeps it outside of the item, else as the bytes that the item holds. A stream
 * that is destroyed closes its file.
 */
export async function openItemFile({ helpers }: FileContext, binary: IBinaryData): Promise<Buffer | Readable> {
	if (!binary.id) return Buffer.from(binary.data, 'base64');
	// Whoever reads it is told of a failure by the stream itself.
	return pipeline(await helpers.getBinaryStream(binary.id), new TidyStream(), () => undefined);
}
