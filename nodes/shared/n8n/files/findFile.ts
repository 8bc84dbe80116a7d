import type { IBinaryData } from 'n8n-workflow';

import { isMessageFile, type MessageFile } from '../../cloudApi/media/MessageFile';
import { INSPECTED_BYTES, inspectMimeType } from '../../cloudApi/media/inspectMimeType';
import { isFileName } from '../../cloudApi/media/readMedia';
import { InvalidInputError } from '../../domain/InvalidInputError';
import { openItemFile, type FileContext } from './openItemFile';

/**
 * Gives the file of the item that a value names.
 *
 * @returns the value itself when it is a link, a media ID, no text at all, or the name of no file
 * @throws {InvalidInputError} when it looks like a file that was read already: data must not name one past the checks
 */
export async function findFile(context: FileContext, itemIndex: number, value: unknown): Promise<unknown> {
	if (isMessageFile(value)) {
		throw new InvalidInputError(
			'File',
			`A file is given as an object: ${JSON.stringify(value).slice(0, 80)}`,
			'Give the name of the field that holds the file, for example data, a link, or a media ID.',
		);
	}
	if (typeof value !== 'string' || !isFileName(value)) return value;
	const property = value.trim();
	const binary = findBinary(context, itemIndex, property);
	return binary ? await toFile(context, property, binary) : value;
}

/** n8n keeps the files of an item in one of two places, and only its own helper knows which. */
export function findBinary({ helpers }: FileContext, itemIndex: number, property: string): IBinaryData | undefined {
	try {
		const binary = helpers.assertBinaryData(itemIndex, property);
		// Under a name such as constructor n8n finds what every object has.
		return 'data' in binary ? binary : undefined;
	} catch {
		return undefined;
	}
}

async function toFile(context: FileContext, property: string, binary: IBinaryData): Promise<MessageFile> {
	const { fileName } = binary;
	// A file that cannot be read is refused when it goes up, with a sentence of its own.
	const sizeBytes = binary.id
		? await context.helpers.getBinaryMetadata(binary.id).then(({ fileSize }) => fileSize, () => undefined)
		: Buffer.byteLength(binary.data, 'base64');
	const head = await readHead(context, binary).catch(() => Buffer.alloc(0));
	return { property, fileName, mimeType: inspectMimeType(head, binary.mimeType), sizeBytes };
}

async function readHead(context: FileContext, binary: IBinaryData): Promise<Buffer> {
	// Four characters of the item hold three bytes of the file.
	if (!binary.id) return Buffer.from(binary.data.slice(0, Math.ceil(INSPECTED_BYTES / 3) * 4), 'base64');
	const content = await openItemFile(context, binary);
	if (Buffer.isBuffer(content)) return content;
	for await (const piece of content) {
		content.destroy();
		return (piece as Buffer).subarray(0, INSPECTED_BYTES);
	}
	return Buffer.alloc(0);
}
