import type { ConsentEntry } from '../../domain/Consent';
import { groupAsUser, groupOf } from '../../domain/groupAsUser';
import { isMarketingStop } from '../../domain/isMarketingStop';
import { isRefusal } from '../../domain/isRefusal';
import { laterStatus } from '../../domain/laterStatus';
import type { MessageStatus } from '../../domain/MessageStatus';
import type { SessionKey } from '../../domain/Session';
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
	/** People who, by Meta's word, have stopped marketing messages. */
	optOuts: ConsentEntry[];
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
	for (const status of statuses) {
		const { messageId } = status;
		// That one participant of a group did not get it does not end what becomes of it for the others.
		if (status.participantId !== undefined && status.status === 'failed') continue;
		const isToGroup = status.groupId !== undefined || groupOf(sendOf.get(messageId)?.record.user ?? {}) !== undefined;
		const current = changed.get(messageId) ?? onRecord.get(messageId);
		changed.set(messageId, current ? merge(current, toNotice(status), isToGroup) : toNotice(status));
	}
	return {
		ofSends: [...changed.values()].filter(({ messageId }) => sendOf.has(messageId)),
		early: [...changed.values()].filter(({ messageId }) => !sendOf.has(messageId)),
		refusals: statuses.filter(isRefusal).flatMap((status) => toRefusals(status, sendOf.get(status.messageId))),
		optOuts: statuses.filter(isMarketingStop).flatMap((status) => toOptOuts(status, sendOf.get(status.messageId))),
	};
}

/**
 * Error codes count as such only in a failure, and in one order, so that a repetition changes nothing. The account is
 * kept where it will be asked for once the send is on record.
 */
function toNotice({ messageId, status, atMs, errorCodes, price, businessAccountId }: MessageStatus): StoredStatus {
	const codes = status === 'failed' ? [...new Set(errorCodes)].sort((a, b) => a - b) : [];
	const account = isMarketingStop({ status, errorCodes }) ? { businessAccountId } : {};
	return { messageId, status, atMs, errorCodes: codes, price, ...account };
}

function merge(current: StoredStatus, notice: StoredStatus, isToGroup: boolean): StoredStatus {
	const businessAccountId = current.businessAccountId ?? notice.businessAccountId;
	return { ...laterStatus(current, notice, { isToGroup }), businessAccountId };
}

function toRefusals(status: MessageStatus, send: StoredSend | undefined): SessionEvidence[] {
	const atMs = send?.record.sentAtMs ?? status.atMs;
	return windowsOf(status, send).map(({ phoneNumberId, user }) => ({ kind: 'refusal', phoneNumberId, user, atMs }));
}

/** A group has a window of its own, so that a refusal there closes that, and says nothing about the one between the business and a member. */
function windowsOf(status: MessageStatus, send: StoredSend | undefined): SessionKey[] {
	if (status.groupId === undefined) return recipientsOf(status, send);
	const user = groupAsUser(status.groupId) ?? send?.record.user;
	return user && groupOf(user) ? [{ phoneNumberId: status.phoneNumberId, user }] : [];
}

/** Nothing when the webhook names no account: consent is given to an account, not to a number. Consent is a person's, never a group's. */
function toOptOuts(status: MessageStatus, send: StoredSend | undefined): ConsentEntry[] {
	const { businessAccountId, messageId } = status;
	if (!businessAccountId) return [];
	const atMs = send?.record.sentAtMs ?? status.atMs;
	const stop = { businessAccountId, kind: 'marketing', state: 'optedOut', atMs } as const;
	const people = recipientsOf(status, send).filter(({ user }) => groupOf(user) === undefined);
	return people.map(({ user }) => ({ ...stop, user, source: 'messageFailed', evidence: messageId }));
}

/**
 * The status and the send may name the person differently, one by number and one by BSUID; what is learned counts for both.
 * That the two belong together is not concluded from a failure.
 */
function recipientsOf(status: MessageStatus, send: StoredSend | undefined): SessionKey[] {
	return [status, send?.record]
		.filter((source) => source !== undefined)
		.filter(({ user }) => user.bsuid || user.waId);
}
