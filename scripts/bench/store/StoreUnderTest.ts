import type { BenchDatabase } from './BenchDatabase.ts';

/** A store of the pack that can be filled with people past it. */
export interface StoreUnderTest extends BenchDatabase {
	/** Adds people, so that there are so many. */
	grow(from: number, to: number): Promise<void>;
	/** What the sessions take on the disk with all their indexes, in bytes. */
	sizeOfSessions(): Promise<number>;
}
