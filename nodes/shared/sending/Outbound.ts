import type { Duration } from 'luxon';

import type { SendEndpoint } from '../cloudApi/client/CloudApi';
import type { ReEngagementError } from '../cloudApi/errors/CloudApiError';
import type { Held } from '../domain/policies/combineVerdicts';
import type { AskedMessage, SendQuestion } from '../domain/policies/Policy';
import type { Destination } from './Destination';
import type { Upload } from './FileUploads';
import type { SentMessage } from './SentMessage';
import type { SessionView } from './SessionView';

/** A message that somebody wants to send: to whom, what, and under which conditions. */
export interface Outbound extends Pick<SendQuestion, 'item' | 'node'> {
	destination: Destination;
	message: AskedMessage;
	/** How long before the end of the window it counts as closed. */
	safetyMargin: Duration;
	/** What the item asks to send, however it is sent in the end; it names the send, see `nameSend`. */
	content: unknown;
	/** Undefined for a free-form message. */
	template?: { name: string; language: string };
	/** `messages` where it is undefined. */
	endpoint?: SendEndpoint;
	/** How many messages it becomes, one after the other; 1 for all but a long text that is split. */
	count: number;
	/** Whether files have to go up before it; that may take minutes. */
	bringsFiles: boolean;
	/** What happens before it, for example typing that is shown; says whether time has passed. Undefined for nothing. */
	pause?(): Promise<boolean>;
	/** Makes the bodies of its requests, in order and as many as `count`; called again when a file has to go up once more. */
	makePayloads(upload: Upload): Promise<Array<Record<string, unknown>>>;
	/**
	 * Called when a request is about to leave, each time that it does; not for a message that went out before. What it throws, the
	 * send throws, and its key is free again: nothing has left. Undefined for nothing.
	 *
	 * @param atMs - the instant that the send will be dated with; epoch milliseconds, UTC
	 * @param part - which message of several, from 1
	 */
	beforePost?(view: SessionView, atMs: number, part: number): Promise<void>;
	/** Whether everything is decided and nothing is sent. */
	isDryRun?: boolean;
}

/** A message that was not sent, or of which nobody knows whether it was. */
export interface HeldResult {
	outcome: 'held';
	view: SessionView;
	decision: Held;
	/** Whether the person has a part of it. */
	isBegun: boolean;
	/** What Meta said; undefined where it was not asked. */
	refusal?: ReEngagementError;
}

/** What became of a message. */
export type SendResult =
	| { outcome: 'sent'; view: SessionView; message: SentMessage }
	| HeldResult
	/** Nothing was sent, because it was not to be; it could have been. */
	| { outcome: 'dryRun'; view: SessionView };
