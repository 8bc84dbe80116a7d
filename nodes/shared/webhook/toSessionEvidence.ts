import { opensWindow } from '../domain/opensWindow';
import type { SessionEvidence, SessionEvidenceKind } from '../domain/SessionEvidence';
import type { CallEvent, CallStatusEvent, MessageEvent, WebhookEvent } from './WebhookEvent';

/**
 * Reduces events to what they prove about sessions.
 *
 * What opens the window is `inbound`; a message through an ad is `referral` as well; an event that opens nothing and
 * names a user by both IDs is `identity`. Statuses, echoes, history and preferences prove nothing, and neither does an
 * event without a timestamp of its own, since the time of arrival would open a window that may have closed days ago.
 * `system` messages prove nothing either: they report that IDs changed, and name old and new ones side by side.
 *
 * @returns one or two pieces of evidence for an event that proves something, in the order of the events
 */
export function toSessionEvidence(events: WebhookEvent[]): SessionEvidence[] {
	const evidence: SessionEvidence[] = [];
	for (const event of events) {
		if (event.event !== 'message' && event.event !== 'call' && event.event !== 'callStatus') continue;
		const { phoneNumberId, user, atMs } = event;
		for (const kind of kindsOf(event)) evidence.push({ kind, phoneNumberId, user, atMs });
	}
	return evidence;
}

function kindsOf(event: MessageEvent | CallEvent | CallStatusEvent): SessionEvidenceKind[] {
	const { user } = event;
	if (event.isTimestampMissing || (!user.bsuid && !user.waId)) return [];
	if (event.event === 'message' && event.type === 'system') return [];
	if (!opensWindow(event)) return user.bsuid && user.waId ? ['identity'] : [];
	return event.event === 'message' && event.hasReferral ? ['inbound', 'referral'] : ['inbound'];
}
