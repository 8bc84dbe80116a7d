import type { UserIdentity } from './Session';

/** What became of an outbound message, in Meta's words. */
export type MessageStatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** One status notice about an outbound message. It never opens or extends a window. */
export interface MessageStatus {
	/** wamid of the outbound message. */
	messageId: string;
	phoneNumberId: string;
	/** The recipient as far as the notice names one; may be empty, also of a `failed` notice. */
	user: UserIdentity;
	/** Meta's word; a status that nobody knows yet is passed on as it is. */
	status: MessageStatusName | (string & {});
	/** Meta's timestamp; epoch milliseconds, UTC. */
	atMs: number;
	/** Meta's error codes of a `failed` notice; empty otherwise. */
	errorCodes: number[];
}
