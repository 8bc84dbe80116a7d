import type { Store } from '../../../nodes/shared/store/Store.ts';

/** A database of the pack that can be filled past it, because ten million webhooks would take longer than the measurement. */
export interface StoreUnderTest {
	/** The pack's own store over it. */
	store: Store;
	/** Adds people, so that there are so many. */
	grow(from: number, to: number): Promise<void>;
	/** What the sessions take on the disk with all their indexes, in bytes. */
	sizeOfSessions(): Promise<number>;
	close(): Promise<void>;
}
