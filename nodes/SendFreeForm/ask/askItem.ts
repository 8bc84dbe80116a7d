import type { IDataObject } from 'n8n-workflow';

import { groupOf } from '../../shared/domain/groupAsUser';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { SendRun } from '../../shared/n8n/items/openSendRun';
import type { SentItem } from '../../shared/n8n/items/sendItems';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import type { WaitEnd } from '../../shared/n8n/waits/Continuation';
import type { Outbound } from '../../shared/sending/Outbound';
import type { SentMessage } from '../../shared/sending/SentMessage';
import { sendFreeFormItem } from '../sendFreeFormItem';
import { readWait, type AskedSession, type AskedWait } from './readWait';

/** The field `wait` of an item. Instants are ISO 8601 in UTC. */
export interface WaitJson extends IDataObject {
	/** Names the wait. */
	id: string;
	/** The instant before the request of the question. */
	askedAt: string;
	/** When the item leaves on 'No Answer'. */
	givesUpAt: string;
	/** When the customer service window closes if the person does not answer; null when it was not open. */
	windowClosesAt: string | null;
	/** Why the item left on 'No Answer' before its time; null for any other item. */
	endedBy: WaitEnd | null;
}

/**
 * Sends a question, and records who waits for its answer. A question that is not sent takes the way of all other messages.
 *
 * The wait is on record before the question leaves, so that no answer comes too soon and none is waited for that could not be
 * recorded. When WhatsApp has accepted the question, the wait gets its name. Where the question does not go out, or nobody
 * knows whether it did, the execution does not wait, and the wait is forgotten.
 *
 * @throws {InvalidInputError} before anything is sent, when the time to wait or the type of the message does not fit
 * @throws {SessionStoreError} when the wait could not be recorded; nothing is sent then
 */
export async function askItem(run: SendRun, itemIndex: number): Promise<SentItem> {
	const { store, now } = run.sender;
	refuseReaction(run, itemIndex);
	refuseKeeping(run, itemIndex);
	await refuseGroup(run, itemIndex);
	const toWait = readWait(run, itemIndex);
	let begun: AskedWait | undefined;
	const beforePost: Outbound['beforePost'] = async (view, atMs, part) => {
		// A text that is split is asked with its first part; whatever is sent anew is asked anew.
		if (begun && part > 1) return;
		// The wait of a try that WhatsApp has refused would pass for an older question.
		await withdraw(run, begun);
		begun = toWait(toSessionJson(view) as unknown as AskedSession, atMs, atMs);
		await store.recordWaits([begun.wait]);
	};
	const asking: SendRun = { ...run, beginOutbound: (destination) => ({ ...run.beginOutbound(destination), beforePost }) };
	const sent = await sendFreeFormItem(asking, itemIndex).catch(async (error: unknown) => {
		await withdraw(run, begun);
		throw error;
	});
	const { session, message } = sent.json as { session: unknown; message?: SentMessage };
	if (sent.output !== 0 || !message) {
		await withdraw(run, begun);
		return sent;
	}
	const questionIds = message.parts ?? [message.id];
	if (begun) {
		await nameQuestion(run, begun, questionIds);
		return toAsked(sent, begun);
	}
	const again = toWait(session as AskedSession, await sentAtMs(run, message), now());
	await store.recordWaits([{ ...again.wait, questionIds }]);
	return toAsked(sent, again);
}

/** The question is out, and the wait is on record: without its name it is found by person and time, so nothing is to be repeated. */
async function nameQuestion({ sender: { store, logger, now } }: SendRun, { wait }: AskedWait, questionIds: string[]): Promise<void> {
	await store.recordQuestion(wait.waitId, questionIds, now()).catch((error: unknown) =>
		logger.error('WhatsApp Session: the name of a question could not be recorded; its answer is known by person and time', { error, waitId: wait.waitId }),
	);
}

/** An execution that does not wait takes no answer, so a wait that stays does no harm. */
async function withdraw({ sender: { store, logger } }: SendRun, begun: AskedWait | undefined): Promise<void> {
	await (begun && store.withdrawWait(begun.wait.waitId))?.catch((error: unknown) =>
		logger.error('WhatsApp Session: the wait for a question that was not sent could not be removed', { error, waitId: begun?.wait.waitId }),
	);
}

/** A message that was sent before may have been answered meanwhile, so its own instant counts. */
async function sentAtMs({ sender: { store, now } }: SendRun, { id }: SentMessage): Promise<number> {
	const [earlier] = await store.findSends([id]);
	return earlier?.sentAtMs ?? now();
}

function toAsked(sent: SentItem, { wait, windowClosesAt }: AskedWait): SentItem {
	const json: WaitJson = {
		id: wait.waitId,
		askedAt: toIso(wait.askedAtMs),
		givesUpAt: toIso(wait.givesUpAtMs),
		windowClosesAt: windowClosesAt?.toISO() ?? null,
		endedBy: null,
	};
	return { output: 0, json: { ...sent.json, wait: json, answer: null } };
}

function refuseReaction({ read }: SendRun, itemIndex: number): void {
	if (read('messageType', itemIndex, 'text') !== 'reaction') return;
	throw new InvalidInputError('Message Type', 'A reaction is no question: nobody can answer it.', "Choose another 'Message Type', or the operation 'Send'.");
}

async function refuseGroup(run: SendRun, itemIndex: number): Promise<void> {
	const { recipient } = await run.destinationOf(itemIndex);
	if (groupOf(recipient) === undefined) return;
	throw new InvalidInputError(
		'Recipient',
		"'Recipient' is a group, and nobody can say whose message in it is the answer, so nothing was asked.",
		"Ask each person by a phone number in 'Recipient'; or choose the operation 'Send': what is written in the group then starts the workflow of the trigger.",
	);
}

function refuseKeeping({ read }: SendRun, itemIndex: number): void {
	if (read('whenClosed', itemIndex, 'route') !== 'keep') return;
	throw new InvalidInputError(
		'When the Window Is Closed',
		"'When the Window Is Closed' is Keep It and Nudge, and a question that is kept has no answer to wait for.",
		"Choose another way, or the operation 'Send'.",
	);
}

function toIso(atMs: number): string {
	return new Date(atMs).toISOString();
}
