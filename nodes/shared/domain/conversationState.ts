import type { DateTime } from 'luxon';

import type { Conversation, TakeOverSign, TakeOverSource } from './Conversation';
import type { Session } from './Session';

/** After how long a silence of the person no responder owns a conversation any more. */
const IDLE_AFTER_MS = 24 * 60 * 60 * 1000;

/** Whose turn it is to answer a person. All instants are epoch milliseconds, UTC. */
export type ConversationState =
	| { owner: 'bot' }
	| {
			owner: 'human';
			/** `anotherResponder`: another system owns the conversation at WhatsApp, and its people or its bot answer. */
			source: TakeOverSource | 'anotherResponder';
			sinceMs: number;
			/** The first instant at which the bot has it again, if nothing happens; undefined until it is given back. */
			untilMs?: number;
	  };

/**
 * Says whose turn it is to answer a person at an instant.
 *
 * A person of the business has the conversation while a sign counts that is newer than the last giving back: `at < untilMs`. Signs do not
 * shorten each other. Otherwise another responder has it who owns it at WhatsApp, until the person has been silent for 24 hours. Otherwise
 * the bot has it, as it has where nothing is on record. What is not newer than `renamedAtMs` counts as little as the window of then.
 *
 * @param session - what is on record; undefined when nothing is
 * @param at - the instant to judge; passed in, so that the clock is never read here
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing (as quoted on 2026-11-25)
 */
export function conversationState(
	session: Pick<Session, 'conversation' | 'lastInboundAtMs' | 'renamedAtMs'> | undefined,
	at: DateTime,
): ConversationState {
	const { conversation, lastInboundAtMs = 0, renamedAtMs = -Infinity } = session ?? {};
	if (!conversation) return { owner: 'bot' };
	const atMs = at.toMillis();
	return findTakeOver(conversation, atMs, renamedAtMs) ?? findOtherOwner(conversation, lastInboundAtMs, atMs, renamedAtMs) ?? { owner: 'bot' };
}

function findTakeOver({ signs = {}, givenBackAtMs = -Infinity }: Conversation, atMs: number, renamedAtMs: number): ConversationState | undefined {
	const sinceLastMs = Math.max(givenBackAtMs, renamedAtMs);
	const counting = (Object.entries(signs) as Array<[TakeOverSource, TakeOverSign]>).filter(
		([, sign]) => sign.atMs > sinceLastMs && (sign.untilMs === undefined || atMs < sign.untilMs),
	);
	const [first, ...others] = counting.toSorted(([, one], [, other]) => (other.untilMs ?? Infinity) - (one.untilMs ?? Infinity) || 0);
	if (!first) return undefined;
	const starts = [first, ...others].map(([, sign]) => (sign.sinceMs > sinceLastMs ? sign.sinceMs : sign.atMs));
	const [source, { untilMs }] = first;
	return { owner: 'human', source, sinceMs: Math.min(...starts), ...(untilMs !== undefined && { untilMs }) };
}

function findOtherOwner({ owner }: Conversation, lastInboundAtMs: number, atMs: number, renamedAtMs: number): ConversationState | undefined {
	if (!owner?.isElsewhere || owner.atMs <= renamedAtMs) return undefined;
	const untilMs = Math.max(owner.atMs, lastInboundAtMs) + IDLE_AFTER_MS;
	return atMs < untilMs ? { owner: 'human', source: 'anotherResponder', sinceMs: owner.atMs, untilMs } : undefined;
}
