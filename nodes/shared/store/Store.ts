import type { ConsentLedger } from './ConsentLedger';
import type { MediaLibrary } from './MediaLibrary';
import type { SendLog } from './SendLog';
import type { SessionStore } from './SessionStore';
import type { TemplateNews } from './TemplateNews';

/** The five ports over one database. */
export interface Store extends SessionStore, ConsentLedger, SendLog, TemplateNews, MediaLibrary {
	/** Releases files and connections; calling it twice does no harm. */
	close(): Promise<void>;
}
