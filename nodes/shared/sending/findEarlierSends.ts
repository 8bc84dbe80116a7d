import type { SendRecord } from '../store/SendLog';
import { LONGEST_CLAIM_MS } from './longestClaim';
import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import type { SentMessage } from './SentMessage';
import type { SessionView } from './SessionView';
import { toEarlierMessage } from './toEarlierMessage';

/** What is on record of the same send, made before. */
export interface EarlierSends {
	/** The message, where all of it is out. */
	message?: SentMessage;
	/** Whether a part of it is out. */
	isBegun: boolean;
	/** How many of its messages are not out. */
	missing: number;
	/** The send-once keys of what was found. */
	keys: string[];
	/** What nobody knows of whether WhatsApp has it, by part, from 0; undefined where that is no question. */
	undecided: Array<SendRecord | undefined>;
}

/**
 * Looks for the same send, made before, so that a closed window is not taken for a message that never went out.
 *
 * A message that failed on its way has reached nobody, and one that is being sent at this moment is waited for when it is claimed:
 * neither counts here.
 */
export async function findEarlierSends(sender: Sender, outbound: Outbound, { session }: SessionView): Promise<EarlierSends> {
	const names = [];
	for (let part = 1; part <= outbound.count; part++) names.push(await sender.nameOf(outbound, session, part));
	const records = await sender.store.findSendsByName(names);
	const sent = records.map((record) => (record && record.status !== 'failed' ? toEarlierMessage(record) : undefined));
	const nowMs = sender.now();
	return {
		message: sent.includes(undefined) ? undefined : joinParts(sent.filter((message) => message !== undefined)),
		missing: sent.filter((message) => message === undefined).length,
		keys: records.flatMap((record) => (record ? [record.sendOnceKey] : [])),
		isBegun: sent.some((message) => message !== undefined),
		undecided: records.map((record) => (record && isUndecided(record, nowMs) ? record : undefined)),
	};
}

/** Gives the last one of the messages that an item became, with the IDs of all where it is more than one. */
export function joinParts(messages: SentMessage[]): SentMessage | undefined {
	const last = messages.at(-1);
	if (!last || messages.length === 1) return last;
	const alreadySent = messages.every((message) => message.alreadySent);
	return { ...last, alreadySent, parts: messages.map(({ id }) => id) };
}

function isUndecided({ state, claimedAtMs }: SendRecord, nowMs: number): boolean {
	return state === 'unanswered' || (state === 'claimed' && nowMs - claimedAtMs >= LONGEST_CLAIM_MS);
}
