import { opensWindow } from '../../domain/opensWindow';
import type { UserIdentity } from '../../domain/Session';
import type { SessionEvidence, SessionEvidenceKind } from '../../domain/SessionEvidence';
import type { IdentityChange } from '../reading/IdentityChange';
import type { CallEvent, CallStatusEvent, MessageEvent, StatusEvent, WebhookEvent } from '../parsing/WebhookEvent';

type Telling = MessageEvent | CallEvent | CallStatusEvent | StatusEvent;
/** What is proved, of whom; of a free entry point, until when it lasts. */
type Proof = [kind: SessionEvidenceKind, user: UserIdentity, untilMs?: number];

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
 * The status of a message that was sent to one person, by whatever app, is `outbound`, and so is an echo.
 *
 * History and preferences prove nothing, and neither does an event without a timestamp of its own, since the time of
 * arrival would open a window that may have closed days ago.
 *
 * @returns one or two pieces of evidence for an event that proves something, in the order of the events
 */
export function toSessionEvidence(events: WebhookEvent[]): SessionEvidence[] {
	const evidence: SessionEvidence[] = [];
	for (const event of events) {
		const { phoneNumberId } = event;
		if (!phoneNumberId || !('atMs' in event) || event.atMs === undefined) continue;
		if ('isTimestampMissing' in event && event.isTimestampMissing) continue;
		for (const [kind, user, untilMs] of proofsOf(event)) {
			if (!user.bsuid && !user.waId) continue;
			evidence.push({ kind, phoneNumberId, user, atMs: event.atMs, ...(untilMs !== undefined && { untilMs }) });
		}
	}
	return evidence;
}

function proofsOf(event: WebhookEvent): Proof[] {
	if ('identityChange' in event && event.identityChange) return renamingOf(event.identityChange);
	// That a message was edited or deleted answers nothing.
	if (event.event === 'echo') return event.originalMessageId === undefined ? [['outbound', event.user]] : [];
	if (!isTelling(event) || (event.event === 'message' && event.type === 'system')) return [];
	const { user } = event;
	if (event.event === 'status') return ARRIVALS.has(event.status) ? statusProofs(event) : [];
	if (!opensWindow(event)) return identityOf(user);
	return event.event === 'message' && event.referral
		? [['inbound', user], ['referral', user]]
		: [['inbound', user]];
}

function isTelling(event: WebhookEvent): event is Extract<WebhookEvent, Telling> {
	return ['message', 'call', 'callStatus', 'status'].includes(event.event);
}

function statusProofs({ user, status, groupId, freeUntilMs }: StatusEvent): Proof[] {
	const isFree = freeUntilMs !== undefined && groupId === undefined;
	// Later statuses bear later instants, in which the user may have written again.
	const isSent = status === 'sent' && groupId === undefined;
	return [...identityOf(user), ...(isSent ? ([['outbound', user]] satisfies Proof[]) : []), ...(isFree ? ([['freeEntryPoint', user, freeUntilMs]] satisfies Proof[]) : [])];
}

function renamingOf({ previous, current }: IdentityChange): Proof[] {
	// A BSUID that stays has a new number all the same: its window was that of the old one.
	const left = previous.waId && current.bsuid ? { bsuid: current.bsuid, ...previous } : previous;
	return [['renaming', left], ...identityOf(current)];
}

function identityOf(user: UserIdentity): Proof[] {
	return user.bsuid && user.waId ? [['identity', user]] : [];
}
