import type { Consent } from '../domain/Consent';
import type { WindowState } from '../domain/customerServiceWindow';
import type { ChargesOnRecord } from '../domain/policies/Policy';
import type { Recipient } from '../domain/parseRecipient';
import type { Session } from '../domain/Session';
import type { TemplateHistory } from '../store/TemplateSends';

/** What is on record of one person, and the window as it was judged; the field `session` of an item is made from it. */
export interface SessionView {
	window: WindowState;
	/** Undefined when the window was judged from a timestamp of the user's own. */
	phoneNumberId?: string;
	recipient?: Recipient;
	/** Undefined when nothing is on record. */
	session?: Partial<Session>;
	/** Undefined when nothing is on record. */
	consent?: Consent;
	/** The templates that the person has got; undefined where nothing depends on them. */
	templates?: TemplateHistory;
	/** What is taken of the month of the business number; undefined where no budget asks for it. */
	charges?: Omit<ChargesOnRecord, 'count'>;
}
