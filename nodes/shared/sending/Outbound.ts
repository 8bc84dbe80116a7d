import type { Duration } from 'luxon';

import type { SendEndpoint } from '../cloudApi/client/CloudApi';
import type { ReEngagementError } from '../cloudApi/errors/ReEngagementError';
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
	/** What the item asks to send, however it is sent in the end; it names the send, see `sendOnceKey`. */
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
	/** Whether everything is decided and nothing is sent. */
	isDryRun?: boolean;
}

/** What became of a message. */
export type SendResult =
	| { outcome: 'sent'; view: SessionView; message: SentMessage }
	/** Nothing was sent. `refusal` is what Meta said; undefined where it was not asked. */
	| { outcome: 'held'; view: SessionView; decision: Held; refusal?: ReEngagementError }
	/** Nothing was sent, because it was not to be; it could have been. */
	| { outcome: 'dryRun'; view: SessionView };
