import { isRefusal } from '../../domain/isRefusal';
import { laterStatus } from '../../domain/laterStatus';
import type { MessageStatus } from '../../domain/MessageStatus';
import type { SessionEvidence } from '../../domain/SessionEvidence';
import type { StoredSend } from './SendRow';
import type { StoredStatus } from './StatusRow';

/** What a batch of statuses changes. */
export interface StatusPlan {
	/** The status of each send on record that got one. */
	ofSends: StoredStatus[];
	/** Statuses of messages that are not on record: their send has not been recorded yet, or another app sent them. */
	early: StoredStatus[];
	/** Windows that Meta has declared closed. */
	refusals: SessionEvidence[];
}

/**
 * Works out what statuses change, without a database.
 *
 * @param statuses - in any order, the same one more than once if need be
 * @param sends - every send on record that a status is about
 * @param early - every status on record of a message whose send is not
 */
export function planStatuses(statuses: MessageStatus[], sends: StoredSend[], early: StoredStatus[]): StatusPlan {
	const sendOf = new Map(sends.map((send) => [send.record.messageId, send]));
	const known = [...early, ...sends.flatMap(({ status }) => (status ? [status] : []))];
	const onRecord = new Map(known.map((status) => [status.messageId, status]));
	const changed = new Map<string, StoredStatus>();
	for (const { messageId, status, atMs, errorCodes } of statuses) {
		const current = changed.get(messageId) ?? onRecord.get(messageId);
		const notice = { messageId, status, atMs, errorCodes };
		changed.set(messageId, current ? laterStatus(current, notice) : notice);
	}
	return {
		ofSends: [...changed.values()].filter(({ messageId }) => sendOf.has(messageId)),
		early: [...changed.values()].filter(({ messageId }) => !sendOf.has(messageId)),
		refusals: statuses.filter(isRefusal).flatMap((status) => toRefusals(status, sendOf.get(status.messageId))),
	};
}

/**
 * The status and the send may name the person differently, one by number and one by BSUID; either session is closed. That
 * the two belong together is not concluded from a failure.
 */
function toRefusals(status: MessageStatus, send: StoredSend | undefined): SessionEvidence[] {
	const atMs = send?.record.sentAtMs ?? status.atMs;
	return [status, send?.record]
		.filter((source) => source !== undefined)
		.filter(({ user }) => user.bsuid || user.waId)
		.map(({ phoneNumberId, user }) => ({ kind: 'refusal', phoneNumberId, user, atMs }));
}
