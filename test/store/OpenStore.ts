import type { Store } from '../../nodes/shared/store/Store';

/** Opens a store with nothing in it, and says how to open the same one again after it was closed. */
export type OpenStore = () => Promise<{ store: Store; reopen(): Promise<Store> }>;
