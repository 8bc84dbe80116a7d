import type { StoreConfig } from '../store/StoreConfig';

/** The credential of this pack, read and trimmed. */
export interface SessionCredentials {
	/** WABA ID. */
	businessAccountId: string;
	/** The app secret, and the previous one while it is being changed; empty when none is set. */
	appSecrets: string[];
	/** Answers the GET challenge; empty when none is set. */
	verifyToken: string;
	/** Address of the Graph API with its version, without a slash at the end. */
	graphUrl: string;
	store: StoreConfig;
}
