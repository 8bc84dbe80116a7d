import { randomUUID } from 'node:crypto';

import { DateTime } from 'luxon';

import type { SendRun } from '../../shared/n8n/items/openSendRun';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import type { AnswerWait } from '../../shared/store/AnswerWaits';
import { readWaitLength } from './readWaitLength';
import { resumeUrlOf } from './resumeUrlOf';

/** What a send says of the person; see `toSessionJson`. */
export interface AskedSession {
	isOpen: boolean;
	closesAt: string | null;
	phoneNumberId: string;
	recipient: { waId: string | null; bsuid: string | null };
}

/** The wait for the answer to one question. */
export interface AskedWait {
	/** As it is to be recorded; without the names of the question. */
	wait: AnswerWait;
	/** When the window closes that was open for the question; undefined when it was not open. */
	windowClosesAt?: DateTime;
}

/** Makes the wait for a question, each time with a new name; both instants in epoch milliseconds, UTC. */
export type WaitMaker = (session: AskedSession, askedAtMs: number, waitsSinceMs: number) => AskedWait;

/**
 * Reads how an item waits for its answer, before anything is sent.
 *
 * @throws {InvalidInputError} when the time or an option cannot be read
 */
export function readWait({ context, read }: SendRun, itemIndex: number): WaitMaker {
	const untilFrom = readWaitLength(read, itemIndex);
	const endsWithWindow = readSwitch(read, 'options.giveUpWhenClosed', 'Give Up When the Window Closes', itemIndex);
	const takesGestures = readSwitch(read, 'options.takeGestures', 'Take Stickers and Reactions', itemIndex);
	// Asked for again when the answer comes; what is no switch is refused before anything is sent.
	readSwitch(read, 'options.downloadFiles', 'Download Files', itemIndex);
	const execution = { resumeUrl: resumeUrlOf(context, itemIndex), instanceId: context.getInstanceId(), executionId: context.getExecutionId() };
	return ({ isOpen, closesAt, phoneNumberId, recipient: { bsuid, waId } }, askedAtMs, waitsSinceMs) => {
		const windowClosesAt = isOpen && closesAt !== null ? DateTime.fromISO(closesAt, { zone: 'utc' }) : undefined;
		const until = untilFrom(DateTime.fromMillis(waitsSinceMs, { zone: 'utc' }));
		const givesUpAt = endsWithWindow && windowClosesAt !== undefined && windowClosesAt < until ? windowClosesAt : until;
		const user = { bsuid: bsuid ?? undefined, waId: waId ?? undefined };
		const instants = { askedAtMs, waitsSinceMs, givesUpAtMs: givesUpAt.toMillis() };
		return { wait: { waitId: randomUUID(), phoneNumberId, user, questionIds: [], ...execution, ...instants, takesGestures }, windowClosesAt };
	};
}
