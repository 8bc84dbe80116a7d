import type { GraphAddress } from '../cloudApi/graphUrl';
import type { StoreConfig } from '../store/StoreConfig';

/** The credential of this pack, read and trimmed. */
export interface SessionCredentials {
	/** WABA ID. */
	businessAccountId: string;
	/** The app secret, and the previous one while it is being changed; empty when none is set. */
	appSecrets: string[];
	/** Answers the GET challenge; empty when none is set. */
	verifyToken: string;
	/** Where the Graph API is. */
	graph: GraphAddress;
	store: StoreConfig;
}
