import type { CloudApi } from '../cloudApi/client/CloudApi';
import type { SendOrigin } from '../domain/SendOrigin';
import type { Session } from '../domain/Session';
import type { Store } from '../store/Store';
import type { FileUploads } from './FileUploads';
import type { Outbound } from './Outbound';

/** What one run of a node sends with. */
export interface Sender {
	cloudApi: Pick<CloudApi, 'sendMessage'>;
	store: Store;
	/** WABA ID; consent is given to it. */
	businessAccountId: string;
	/** Takes what went wrong without harm to the message. */
	logger: { error(message: string, details: Record<string, unknown>): void };
	/** Epoch milliseconds; asked right before whatever depends on it. */
	now: () => number;
	/** Aborted when the execution is stopped; nothing is claimed from then on. */
	signal?: AbortSignal;
	/** Where in n8n its messages are sent from. */
	origin: SendOrigin;
	files: FileUploads;
	/**
	 * Names one message, so that it is sent once; see `sendOnceKey`.
	 *
	 * @param session - what is on record of the person; undefined when nothing is
	 * @param part - which message of several that the item becomes, from 1
	 */
	keyOf(outbound: Pick<Outbound, 'destination' | 'content'>, session: Partial<Session> | undefined, part: number): Promise<string>;
}
