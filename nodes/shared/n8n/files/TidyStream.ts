import { Transform, type TransformCallback } from 'node:stream';

const LARGEST_LITTER_BYTES = 64 * 1024;
const BYTES_PER_ELEMENT = 8;

/**
 * Passes the pieces of a long stream on without letting those that are done with pile up.
 *
 * The bytes of a buffer lie outside of V8's heap, and V8 leaves 64 to 90 MB of them behind before it looks for what can be
 * freed. It looks much sooner when its heap fills up: each piece therefore leaves as much litter there as it has bytes. A
 * document of 100 MB takes two thirds of the memory so, and no more time (`npm run bench -- upload`).
 */
export class TidyStream extends Transform {
	/** Passes a piece on. */
	override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
		// Looks useless, and is what makes V8 look.
		new Array(Math.floor(Math.min(piece.length, LARGEST_LITTER_BYTES) / BYTES_PER_ELEMENT)).fill(0);
		done(null, piece);
	}
}
