/**
 * Reads the beginning of an answer as text, and closes its source: whoever answers without end must not fill the memory of n8n.
 *
 * @param source - a stream of bytes; nothing at all is the empty text
 * @param mostBytes - what comes after so many is not read
 * @throws what reading failed with
 */
export async function readBeginning(source: AsyncIterable<Uint8Array> | null, mostBytes: number): Promise<string> {
	const pieces: Uint8Array[] = [];
	let sizeBytes = 0;
	for await (const piece of source ?? []) {
		pieces.push(piece);
		sizeBytes += piece.length;
		// Leaving the loop closes the source.
		if (sizeBytes >= mostBytes) break;
	}
	return Buffer.concat(pieces).subarray(0, mostBytes).toString('utf8');
}
