import type { CloudApi } from '../cloudApi/client/CloudApi';
import type { SendOrigin } from '../domain/SendOrigin';
import type { Session } from '../domain/Session';
import type { SendName } from '../store/SendLog';
import type { Store } from '../store/Store';
import type { FileUploads } from './FileUploads';
import type { Outbound } from './Outbound';
import type { NumberPace } from './pacing/NumberPace';

/** What one run of a node sends with. */
export interface Sender {
	cloudApi: Pick<CloudApi, 'sendMessage' | 'readThroughput'>;
	store: Store;
	/** WABA ID; consent is given to it. */
	businessAccountId: string;
	/** Takes what went wrong without harm to the message. */
	logger: { error(message: string, details: Record<string, unknown>): void };
	/** Epoch milliseconds; asked right before whatever depends on it. */
	now: () => number;
	/** The pace of a business number, shared by all that sends with it in this process. */
	paceOf(phoneNumberId: string): NumberPace;
	/** Called when a message has its turn, or waits for its person: the next item may be prepared. Undefined where there is none. */
	onPassedOn?(itemIndex: number): void;
	/** Aborted when the execution is stopped; nothing is claimed from then on. */
	signal?: AbortSignal;
	/** Where in n8n its messages are sent from. */
	origin: SendOrigin;
	files: FileUploads;
	/**
	 * Names one message, so that it is sent once; see `nameSend`.
	 *
	 * @param session - what is on record of the person; undefined when nothing is
	 * @param part - which message of several that the item becomes, from 1
	 * @throws {InvalidInputError} when the builder's own key names no message
	 */
	nameOf(outbound: Pick<Outbound, 'destination' | 'content'>, session: Partial<Session> | undefined, part: number): Promise<SendName>;
}
