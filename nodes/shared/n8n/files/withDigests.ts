import { isMessageFile } from '../../cloudApi/media/MessageFile';
import type { FileDigests } from './FileDigests';
import type { FileContext } from './openItemFile';

/**
 * Gives what an item asks to send with the digest of every file in it, so that a second file of the same name and size is
 * told from the first one.
 *
 * @throws {InvalidInputError} when n8n cannot read a file
 */
export async function withDigests(
	context: FileContext,
	digests: FileDigests,
	itemIndex: number,
	content: unknown,
): Promise<unknown> {
	if (typeof content !== 'object' || content === null) return content;
	if (isMessageFile(content)) {
		const binary = context.helpers.assertBinaryData(itemIndex, content.property);
		return { ...content, sha256: (await digests.of(content.property, binary)).sha256 };
	}
	const entries = Object.entries(content);
	const digested = await Promise.all(
		entries.map(async ([name, value]) => [name, await withDigests(context, digests, itemIndex, value)] as const),
	);
	return Object.fromEntries(digested);
}
