import type { Recipient } from '../domain/parseRecipient';

/** Where a message of one item goes. */
export interface Destination {
	itemIndex: number;
	phoneNumberId: string;
	recipient: Recipient;
}
