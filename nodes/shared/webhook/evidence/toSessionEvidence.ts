import type { Conversation, TakeOverSource } from '../../domain/Conversation';
import { ANOTHER_RESPONDER_CODE } from '../../domain/isRefusal';
import { groupAsUser } from '../../domain/groupAsUser';
import { opensGroupWindow, opensWindow } from '../../domain/opensWindow';
import type { UserIdentity } from '../../domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../domain/SessionEvidence';
import { DEFAULT_TAKE_OVER_MS } from '../../domain/takeOverLength';
import type { IdentityChange } from '../reading/IdentityChange';
import type { CallEvent, CallStatusEvent, EchoEvent, MessageEvent, StatusEvent, WebhookEvent } from '../parsing/WebhookEvent';

type Telling = MessageEvent | CallEvent | CallStatusEvent | StatusEvent;
/** What is proved, of whom, and what belongs to that kind alone. */
type Proof = [kind: SessionEvidenceKind, user: UserIdentity, more?: Pick<SessionEvidence, 'untilMs' | 'conversation' | 'through'>];

/** How long a person of the business who has taken over has the conversation after each sign; undefined until it is given back. */
export interface TakeOverRule {
	lastsMs: number | undefined;
}

/** Statuses of a message that reached somebody. A `failed` one may name whom it did not reach. */
const ARRIVALS = new Set(['sent', 'delivered', 'read']);

/**
 * Reduces events to what they prove about sessions.
 *
 * What opens the window is `inbound`; a message through an ad is `referral` as well; an event that opens nothing and
 * names a user by both IDs is `identity`, and so is the status of a message that was sent, delivered or read. A `system` message
 * that reports new IDs is a `renaming` of the previous ones, and `identity` of the new ones where it names both; so is a notice of field
 * `user_id_update`. A status that says until when messages are free is `freeEntryPoint`.
 *
 * What a member of a group writes there is `inbound` of the group, whose window is that of all its members, and never of the writer, who is
 * only named (`identity`).
 *
 * The status of a message that was sent, to a person or to a group, by whatever app, is `outbound`, and so is an echo.
 *
 * An echo of the WhatsApp Business app, where people write, is a sign that somebody has taken over (`conversation`), and so is a message
 * that asks for a person. What comes on standby says that another responder owns the conversation, as do a refusal because of that
 * (131070) and a handover.
 *
 * History and preferences prove nothing, and neither does an event without a timestamp of its own, since the time of
 * arrival would open a window that may have closed days ago.
 *
 * @returns one or two pieces of evidence for an event that proves something, in the order of the events
 */
export function toSessionEvidence(events: WebhookEvent[], takeOver: TakeOverRule = { lastsMs: DEFAULT_TAKE_OVER_MS }): SessionEvidence[] {
	const evidence: SessionEvidence[] = [];
	for (const event of events) {
		const { phoneNumberId } = event;
		if (!phoneNumberId || !('atMs' in event) || event.atMs === undefined) continue;
		if ('isTimestampMissing' in event && event.isTimestampMissing) continue;
		for (const [kind, user, more] of proofsOf(event, event.atMs, takeOver)) {
			if (!user.bsuid && !user.waId) continue;
			evidence.push({ kind, phoneNumberId, user, atMs: event.atMs, ...more });
		}
	}
	return evidence;
}

function proofsOf(event: WebhookEvent, atMs: number, takeOver: TakeOverRule): Proof[] {
	if ('identityChange' in event && event.identityChange) return renamingOf(event.identityChange);
	// That a message was edited or deleted answers nothing.
	if (event.event === 'echo') return event.originalMessageId === undefined ? echoProofs(event, atMs, takeOver) : [];
	if (event.event === 'other' && event.handover) return [ownedBy(event.handover.user, atMs, event.handover.control === 'taken')];
	if (!isTelling(event) || (event.event === 'message' && event.type === 'system')) return [];
	const { user } = event;
	if (event.event === 'status') return ARRIVALS.has(event.status) ? statusProofs(event) : refusalProofs(event, atMs);
	if (event.event !== 'message') return opensWindow(event) ? [['inbound', user, { through: 'call' }]] : identityOf(user);
	return [...messageProofs(event), ...conversationProofs(event, atMs, takeOver)];
}

function messageProofs(event: MessageEvent): Proof[] {
	const { user, groupId, isStandby, referral } = event;
	const through = isStandby ? ({ through: 'standby' } as const) : {};
	if (groupId !== undefined) {
		const group = opensGroupWindow(event) ? groupAsUser(groupId) : undefined;
		return [...identityOf(user), ...(group ? ([['inbound', group, through]] satisfies Proof[]) : [])];
	}
	if (!opensWindow(event)) return identityOf(user);
	return [['inbound', user, through], ...(referral ? ([['referral', user]] satisfies Proof[]) : [])];
}

function conversationProofs({ user, groupId, isStandby, asksForPerson }: MessageEvent, atMs: number, takeOver: TakeOverRule): Proof[] {
	if (groupId !== undefined) return [];
	return [...(isStandby ? [ownedBy(user, atMs, true)] : []), ...(asksForPerson ? [takenOver(user, atMs, 'keyword', takeOver)] : [])];
}

function echoProofs({ user, field }: EchoEvent, atMs: number, takeOver: TakeOverRule): Proof[] {
	return [['outbound', user], ...(field === 'smb_message_echoes' ? [takenOver(user, atMs, 'businessApp', takeOver)] : [])];
}

function refusalProofs({ user, status, groupId, errors }: StatusEvent, atMs: number): Proof[] {
	const isOwnedElsewhere = status === 'failed' && groupId === undefined && errors.some(({ code }) => code === ANOTHER_RESPONDER_CODE);
	return isOwnedElsewhere ? [ownedBy(user, atMs, true)] : [];
}

function takenOver(user: UserIdentity, atMs: number, source: TakeOverSource, { lastsMs }: TakeOverRule): Proof {
	const sign = { sinceMs: atMs, atMs, ...(lastsMs !== undefined && { untilMs: atMs + lastsMs }) };
	const conversation: Conversation = { signs: { [source]: sign } };
	return ['conversation', user, { conversation }];
}

function ownedBy(user: UserIdentity, atMs: number, isElsewhere: boolean): Proof {
	return ['conversation', user, { conversation: { owner: { isElsewhere, atMs } } }];
}

function isTelling(event: WebhookEvent): event is Extract<WebhookEvent, Telling> {
	return ['message', 'call', 'callStatus', 'status'].includes(event.event);
}

function statusProofs({ user, status, groupId, freeUntilMs }: StatusEvent): Proof[] {
	const isFree = freeUntilMs !== undefined && groupId === undefined;
	// Later statuses bear later instants, in which the user may have written again.
	const addressee = groupId === undefined ? user : groupAsUser(groupId);
	const isSent = status === 'sent' && addressee !== undefined;
	return [...identityOf(user), ...(isSent ? ([['outbound', addressee]] satisfies Proof[]) : []), ...(isFree ? ([['freeEntryPoint', user, { untilMs: freeUntilMs }]] satisfies Proof[]) : [])];
}

function renamingOf({ previous, current }: IdentityChange): Proof[] {
	// A BSUID that stays has a new number all the same: its window was that of the old one.
	const left = previous.waId && current.bsuid ? { bsuid: current.bsuid, ...previous } : previous;
	return [['renaming', left], ...identityOf(current)];
}

function identityOf(user: UserIdentity): Proof[] {
	return user.bsuid && user.waId ? [['identity', user]] : [];
}
