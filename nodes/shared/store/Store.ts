import type { AnswerWaits } from './AnswerWaits';
import type { ConsentLedger } from './ConsentLedger';
import type { MediaLibrary } from './MediaLibrary';
import type { SendLog } from './SendLog';
import type { SessionStore } from './SessionStore';
import type { TemplateNews } from './TemplateNews';
import type { TemplateSends } from './TemplateSends';

/** The seven ports over one database. */
export interface Store extends SessionStore, ConsentLedger, SendLog, TemplateNews, MediaLibrary, AnswerWaits, TemplateSends {
	/** Releases files and connections; calling it twice does no harm. */
	close(): Promise<void>;
}
