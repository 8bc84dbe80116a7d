import type { ConsentKind } from '../../domain/Consent';
import type { EventOrigin, EventUser } from './EventOrigin';

/**
 * Somebody has opted in or out by a message or a button, or WhatsApp has said so of somebody whom a marketing message did not reach. It
 * comes beside the event of the message or the status itself.
 */
export interface ConsentChangeEvent extends EventOrigin, EventUser {
	event: 'consentChange';
	state: 'optedIn' | 'optedOut';
	kind: ConsentKind;
	source: 'keyword' | 'button' | 'messageFailed';
	/** wamid of the message that says so, or that failed. */
	messageId: string;
	/** What the person wrote or tapped; undefined where WhatsApp says it. */
	wording?: string;
	/** Whether it counts only where it takes back an opt-out. */
	takesBackOnly?: boolean;
	/** When the person said so; epoch milliseconds, UTC; never later than the arrival. */
	atMs: number;
	/** True when there was no readable timestamp, and `atMs` is when it arrived. */
	isTimestampMissing?: boolean;
}
