import type { Recipient } from '../domain/parseRecipient';

/** Where a message of one item goes. */
export interface Destination {
	itemIndex: number;
	phoneNumberId: string;
	recipient: Recipient;
	/** Meta's hash of the only identity that may get the message; undefined where it does not matter. */
	identityHash?: string;
}
