import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { SentMessage } from '../../shared/sending/SentMessage';
import type { SendRun } from '../../shared/n8n/items/openSendRun';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import type { SentItem } from '../../shared/n8n/items/sendItems';
import { sendFreeFormItem } from '../sendFreeFormItem';
import { readWaitLength } from './readWaitLength';
import { resumeUrlOf } from './resumeUrlOf';

/** The field `wait` of an item. Instants are ISO 8601 in UTC. */
export interface WaitJson extends IDataObject {
	askedAt: string;
	/** When the item leaves on 'No Answer'. */
	givesUpAt: string;
	/** When the customer service window closes if the person does not answer; null when it was not open. */
	windowClosesAt: string | null;
}

/** What a send says of the person; see `toSessionJson`. */
interface AskedSession {
	isOpen: boolean;
	closesAt: string | null;
	phoneNumberId: string;
	recipient: { waId: string | null; bsuid: string | null };
}

/**
 * Sends a question, and records who waits for its answer. A question that is not sent takes the way of all other messages.
 *
 * The wait is recorded after Meta has accepted the question: only then it has a name. A person cannot answer sooner than that.
 *
 * @throws {InvalidInputError} before anything is sent, when the time to wait or the type of the message does not fit
 * @throws {SessionStoreError} when the wait could not be recorded; Retry On Fail records it and sends nothing again
 */
export async function askItem(run: SendRun, itemIndex: number): Promise<SentItem> {
	const { context, read, sender } = run;
	const untilFrom = readWaitLength(read, itemIndex);
	refuseReaction(run, itemIndex);
	const sent = await sendFreeFormItem(run, itemIndex);
	const { session, message } = sent.json as { session: unknown; message?: SentMessage };
	if (sent.output !== 0 || !message) return sent;

	const { isOpen, closesAt, phoneNumberId, recipient } = session as AskedSession;
	const askedAt = DateTime.fromMillis(await askedAtMs(sender, message), { zone: 'utc' });
	const windowClosesAt = isOpen && closesAt !== null ? DateTime.fromISO(closesAt, { zone: 'utc' }) : undefined;
	const until = untilFrom(DateTime.utc());
	const endsWithWindow = readSwitch(read, 'options.giveUpWhenClosed', 'Give Up When the Window Closes', itemIndex) && windowClosesAt !== undefined;
	const givesUpAt = endsWithWindow && windowClosesAt < until ? windowClosesAt : until;
	await sender.store.recordWaits([
		{
			phoneNumberId,
			user: { bsuid: recipient.bsuid ?? undefined, waId: recipient.waId ?? undefined },
			questionId: message.id,
			resumeUrl: resumeUrlOf(context, itemIndex),
			instanceId: context.getInstanceId(),
			executionId: context.getExecutionId(),
			askedAtMs: askedAt.toMillis(),
			givesUpAtMs: givesUpAt.toMillis(),
		},
	]);
	const wait: WaitJson = { askedAt: toIso(askedAt), givesUpAt: toIso(givesUpAt), windowClosesAt: windowClosesAt?.toISO() ?? null };
	return { output: 0, json: { ...sent.json, wait, answer: null } };
}

/** A message that was sent before may have been answered meanwhile, so its own instant counts. */
async function askedAtMs({ store }: SendRun['sender'], { id, alreadySent }: SentMessage): Promise<number> {
	const [earlier] = alreadySent ? await store.findSends([id]) : [];
	return earlier?.sentAtMs ?? Date.now();
}

function refuseReaction({ read }: SendRun, itemIndex: number): void {
	if (read('messageType', itemIndex, 'text') !== 'reaction') return;
	throw new InvalidInputError('Message Type', 'A reaction is no question: nobody can answer it.', "Choose another 'Message Type', or the operation 'Send'.");
}

function toIso(instant: DateTime): string {
	return new Date(instant.toMillis()).toISOString();
}
