import type { Readable } from 'node:stream';

/**
 * Passes a stream on up to a size, and ends it with an error where it goes beyond.
 *
 * Whoever stops reading closes the source as well.
 *
 * @param maxSizeBytes - the last size that is allowed
 * @param toError - makes the error for a longer stream
 */
export async function* limitStream(
	source: Readable,
	maxSizeBytes: number,
	toError: () => Error,
): AsyncGenerator<Buffer, void, undefined> {
	let sizeBytes = 0;
	for await (const chunk of source as AsyncIterable<Buffer>) {
		sizeBytes += chunk.length;
		if (sizeBytes > maxSizeBytes) throw toError();
		yield chunk;
	}
}
