import type { Store } from '../../nodes/shared/store/Store';

/** A store with nothing in it. */
export interface OpenedStore {
	store: Store;
	/** Opens the same one again after it was closed. */
	reopen(): Promise<Store>;
	/** Counts the rows of one of its tables, past the ports. */
	countRows(table: string): Promise<number>;
}

/** Opens a store with nothing in it. */
export type OpenStore = () => Promise<OpenedStore>;
