import type { DateTime } from 'luxon';

/** The same send, tried before, of which nobody knows whether WhatsApp has the message. */
export interface UndecidedSend {
	attemptedAt: DateTime<true>;
	/** Whether a status of any message of the business number has come in that is not older than the attempt: somebody listens. */
	isHeard: boolean;
}
