import { createHash, randomUUID } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Recipient } from '../domain/parseRecipient';
import type { Session } from '../domain/Session';
import { isToolRun } from './isToolRun';

type KeyContext = Pick<IExecuteFunctions, 'getContext' | 'getNode' | 'getWorkflowDataProxy'>;

/** A message as far as its name depends on it. */
export interface NamedMessage {
	itemIndex: number;
	phoneNumberId: string;
	recipient: Recipient;
	/** What is on record of the person; undefined when nothing is. */
	session: Partial<Session> | undefined;
	/** What the item asks to send, however it is sent in the end. */
	content: unknown;
	/** What the parameter 'Send-Once Key' holds; empty when the builder gave none. */
	ownKey: unknown;
	/** Which message of several that one item becomes, from 1; 1 by default. */
	part?: number;
}

/**
 * Names one send, so that it is made once.
 *
 * The builder's own key stands for the message itself (`order 1042 shipped`) to one person, across executions and workflows.
 * The person is named by the wa_id as soon as one is known, however the recipient is given.
 *
 * Without one the key stands for this item of this run of this node in this execution, whatever the text: a time of day in
 * it must not make a second message of a second try. Where an AI agent calls the node, every try counts as a run; there
 * the text tells one call from another. The execution is named by an ID that n8n keeps with its data, so that it is the
 * same in Retry On Fail and in a retry by hand, and never that of another one, as the execution's own ID is in an n8n
 * with a new database.
 */
export function sendOnceKey(context: KeyContext, message: NamedMessage): string {
	const { part = 1 } = message;
	return part === 1 ? nameOf(context, message) : `${nameOf(context, message)}:part${part}`;
}

function nameOf(context: KeyContext, message: NamedMessage): string {
	const { itemIndex, phoneNumberId, recipient, session, content, ownKey } = message;
	if (typeof ownKey === 'number' || (typeof ownKey === 'string' && ownKey.trim() !== '')) {
		const person = recipient.waId ?? session?.waId ?? recipient.bsuid;
		return ['own', person, String(ownKey).trim()].join(':');
	}
	const place = [executionId(context), context.getNode().id, itemIndex];
	if (isToolRun(context)) return ['call', ...place, digest([phoneNumberId, recipient, content])].join(':');
	const runIndex: number = context.getWorkflowDataProxy(itemIndex).$runIndex;
	return ['run', ...place, runIndex, digest([phoneNumberId, recipient])].join(':');
}

function executionId(context: KeyContext): string {
	const kept = context.getContext('node') as { sendOnceId?: string };
	return (kept.sendOnceId ??= randomUUID());
}

function digest(parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
