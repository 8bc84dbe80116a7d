import type { AnswerWaits } from './AnswerWaits';
import type { ClosingAlarms } from './ClosingAlarms';
import type { ConsentLedger } from './ConsentLedger';
import type { MediaLibrary } from './MediaLibrary';
import type { SendLog } from './SendLog';
import type { SessionStore } from './SessionStore';
import type { TemplateNews } from './TemplateNews';

/** The seven ports over one database. */
export interface Store extends SessionStore, ConsentLedger, SendLog, TemplateNews, MediaLibrary, AnswerWaits, ClosingAlarms {
	/** Releases files and connections; calling it twice does no harm. */
	close(): Promise<void>;
}
