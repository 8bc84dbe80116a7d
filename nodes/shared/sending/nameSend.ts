import { createHash } from 'node:crypto';

import { composeSendOnceKey } from '../domain/composeSendOnceKey';
import type { Recipient } from '../domain/parseRecipient';
import type { Session } from '../domain/Session';
import type { SendName } from '../store/SendLog';

/** Where in n8n a message is sent from, as far as its name depends on it. */
export interface SendPlace {
	/** Names the execution, the same in all its retries. */
	executionName: string;
	nodeId: string;
	itemIndex: number;
	/** Which run of the node it is, from 0; undefined where an AI agent calls the node: there every try counts as a run. */
	runIndex?: number;
}

/** A message as far as its name depends on it. */
export interface NamedMessage {
	businessAccountId: string;
	phoneNumberId: string;
	recipient: Recipient;
	/** What is on record of the person; undefined when nothing is. */
	session: Partial<Session> | undefined;
	/** What the item asks to send, however it is sent in the end. */
	content: unknown;
	/** The builder's own key; undefined when there is none. */
	ownKey: string | undefined;
	/** Which message of several that one item becomes, from 1. */
	part: number;
}

/**
 * Names one send, so that it is made once.
 *
 * The builder's own key stands for the message itself (`order 1042 shipped`) to one person, across executions, workflows and the
 * numbers of the account. The store knows the person under every name; see `PersonalKey`.
 *
 * Without one the key stands for this item of this run of this node in this execution, whatever the text: a time of day in
 * it must not make a second message of a second try. Where an AI agent calls the node, the text tells one call from another.
 */
export function nameSend(place: SendPlace, message: NamedMessage): SendName {
	const { businessAccountId, phoneNumberId, recipient, session, ownKey } = message;
	const { bsuid, waId } = recipient;
	const to = { phoneNumberId, user: bsuid ? { bsuid } : { waId } };
	// The first part has the name that the whole message has where it is not split.
	const part = message.part === 1 ? [] : [message.part];
	if (ownKey === undefined) return { ...to, sendOnceKey: composeSendOnceKey([...namePlace(place, message), ...part]) };
	const person = waId ?? session?.waId ?? bsuid;
	return {
		...to,
		sendOnceKey: composeSendOnceKey(['own', businessAccountId, person, ownKey, ...part]),
		perPerson: {
			businessAccountId,
			group: composeSendOnceKey(['own', businessAccountId, ownKey, ...part]),
			formerGroup: `former:${ownKey}${part.length === 0 ? '' : `:part${message.part}`}`,
		},
	};
}

function namePlace({ executionName, nodeId, itemIndex, runIndex }: SendPlace, message: NamedMessage): Array<string | number> {
	const { phoneNumberId, recipient, content } = message;
	if (runIndex === undefined) return ['call', executionName, nodeId, itemIndex, digest([phoneNumberId, recipient, content])];
	return ['run', executionName, nodeId, itemIndex, runIndex, digest([phoneNumberId, recipient])];
}

function digest(parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
