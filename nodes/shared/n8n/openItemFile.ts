import type { Readable } from 'node:stream';

import type { IBinaryData } from 'n8n-workflow';

import type { FileContext } from './findTemplateFiles';

/** Opens a file of an item: as a stream where n8n keeps it outside of the item, else as the bytes that the item holds. */
export async function openItemFile({ helpers }: FileContext, binary: IBinaryData): Promise<Buffer | Readable> {
	return binary.id ? await helpers.getBinaryStream(binary.id) : Buffer.from(binary.data, 'base64');
}
