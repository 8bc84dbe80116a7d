import { createHash } from 'node:crypto';

import type { Recipient } from '../domain/parseRecipient';
import type { Session } from '../domain/Session';

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
	phoneNumberId: string;
	recipient: Recipient;
	/** What is on record of the person; undefined when nothing is. */
	session: Partial<Session> | undefined;
	/** What the item asks to send, however it is sent in the end. */
	content: unknown;
	/** What the parameter 'Send-Once Key' holds; empty when the builder gave none. */
	ownKey: unknown;
	/** Which message of several that one item becomes, from 1. */
	part: number;
}

/**
 * Names one send, so that it is made once.
 *
 * The builder's own key stands for the message itself (`order 1042 shipped`) to one person, across executions and workflows.
 * The person is named by the wa_id as soon as one is known, however the recipient is given.
 *
 * Without one the key stands for this item of this run of this node in this execution, whatever the text: a time of day in
 * it must not make a second message of a second try. Where an AI agent calls the node, the text tells one call from another.
 */
export function sendOnceKey(place: SendPlace, message: NamedMessage): string {
	const name = nameOf(place, message);
	return message.part === 1 ? name : `${name}:part${message.part}`;
}

function nameOf({ executionName, nodeId, itemIndex, runIndex }: SendPlace, message: NamedMessage): string {
	const { phoneNumberId, recipient, session, content, ownKey } = message;
	if (typeof ownKey === 'number' || (typeof ownKey === 'string' && ownKey.trim() !== '')) {
		const person = recipient.waId ?? session?.waId ?? recipient.bsuid;
		return ['own', person, String(ownKey).trim()].join(':');
	}
	const place = [executionName, nodeId, itemIndex];
	if (runIndex === undefined) return ['call', ...place, digest([phoneNumberId, recipient, content])].join(':');
	return ['run', ...place, runIndex, digest([phoneNumberId, recipient])].join(':');
}

function digest(parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
