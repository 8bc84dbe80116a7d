import type { ConsentLedger } from './ConsentLedger';
import type { SendLog } from './SendLog';
import type { SessionStore } from './SessionStore';

/** The three ports over one database. */
export interface Store extends SessionStore, ConsentLedger, SendLog {
	/** Releases files and connections; calling it twice does no harm. */
	close(): Promise<void>;
}
