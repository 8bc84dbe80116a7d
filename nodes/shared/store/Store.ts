import type { AnswerWaits } from './AnswerWaits';
import type { Budgets } from './Budgets';
import type { ClosingAlarms } from './ClosingAlarms';
import type { ConsentLedger } from './ConsentLedger';
import type { Contacts } from './Contacts';
import type { Gatherings } from './Gatherings';
import type { Housekeeping } from './Housekeeping';
import type { MediaLibrary } from './MediaLibrary';
import type { MovableRows } from './moving/MovableRows';
import type { Outbox } from './Outbox';
import type { People } from './People';
import type { SendLog } from './SendLog';
import type { SessionList } from './SessionList';
import type { SessionStore } from './SessionStore';
import type { StoreEvents } from './StoreEvents';
import type { TemplateNews } from './TemplateNews';
import type { TemplateSends } from './TemplateSends';
import type { UsageLedger } from './UsageLedger';

/** The ports over one database. */
export interface Store extends SessionStore, ConsentLedger, SendLog, TemplateNews, MediaLibrary, AnswerWaits, SessionList, Contacts, ClosingAlarms, TemplateSends, Housekeeping, UsageLedger, MovableRows, People, Gatherings, Outbox, Budgets, StoreEvents {
	/** Releases files and connections; calling it twice does no harm. */
	close(): Promise<void>;
}
