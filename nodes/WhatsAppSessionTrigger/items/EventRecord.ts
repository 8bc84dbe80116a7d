import type { Consent } from '../../shared/domain/Consent';
import type { Session } from '../../shared/domain/Session';
import type { SendRecord } from '../../shared/store/SendLog';

/** What is on record of an event: of the person, and of the send it is about. Undefined where nothing is. */
export interface EventRecord {
	session?: Session;
	consent?: Consent;
	send?: SendRecord;
}
