import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Recipient } from '../domain/parseRecipient';

type KeyContext = Pick<IExecuteFunctions, 'getExecutionId' | 'getNode' | 'getWorkflow' | 'getWorkflowDataProxy'>;

/** A message as far as its name depends on it. */
export interface NamedMessage {
	phoneNumberId: string;
	recipient: Recipient;
	/** Everything else that makes up the message. */
	content: unknown;
}

/**
 * Names one send, so that n8n's Retry On Fail does not send it twice.
 *
 * The builder's own key stands for the message itself (`order 1042 shipped`) to one person, across executions and workflows:
 * a key that is the same for all items must not leave out everybody but the first. Without one
 * the key stands for this item of this run of this node. It holds a digest of the message, because an n8n with a new
 * database counts its executions from 1 again and must not take a new message for an old one.
 *
 * @param ownKey - what the parameter 'Send-Once Key' holds; empty when the builder gave none
 */
export function sendOnceKey(
	context: KeyContext,
	itemIndex: number,
	message: NamedMessage,
	ownKey: unknown,
): string {
	if (typeof ownKey === 'number' || (typeof ownKey === 'string' && ownKey.trim() !== '')) {
		return ['own', message.recipient.bsuid ?? message.recipient.waId, String(ownKey).trim()].join(':');
	}
	const { id: workflowId } = context.getWorkflow();
	const runIndex: number = context.getWorkflowDataProxy(itemIndex).$runIndex;
	const digest = createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 16);
	return ['run', workflowId, context.getExecutionId(), context.getNode().id, runIndex, itemIndex, digest].join(':');
}
