import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { SendDraft } from './SendDraft.ts';

const TYPE = 'call_permission_request';
const HOUR_MS = 60 * 60 * 1000;
/** How many requests one person gets from one number, and within which time. */
const LIMITS = [
	{ most: 1, withinMs: 24 * HOUR_MS },
	{ most: 2, withinMs: 7 * 24 * HOUR_MS },
] as const;

/**
 * Makes sure that a person is not asked too often for the permission to be called. Requests that failed do not count, nor do
 * those before a call that somebody answered. Requests in templates count at Meta and do not here.
 *
 * **WARNING:** the limits are Meta's; that the code is 138006 is known from third parties only.
 *
 * @throws {GraphError} 138006
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions (read 2025-12)
 */
export function checkCallRequests({ world }: Engine, draft: SendDraft): void {
	if (draft.type !== 'interactive' || draft.content.type !== TYPE) return;
	const messages = world.listMessages().filter((message) => isBetween(message, draft));
	const lastCall = messages.findLastIndex(({ type, content }) => type === 'call' && content.isAnswered === true);
	const earlier = messages.slice(lastCall + 1).filter(isRequest);
	for (const { most, withinMs } of LIMITS) {
		const recent = earlier.filter(({ atMs }) => draft.nowMs - atMs < withinMs);
		if (recent.length < most) continue;
		const details = `At most ${most} of these requests may be sent to a person within ${withinMs / HOUR_MS} hours`;
		throw new GraphError(138006, { details });
	}
}

function isBetween({ waId, phoneNumberId }: MessageRecord, { person, number }: SendDraft): boolean {
	return waId === person?.waId && phoneNumberId === number.id;
}

function isRequest({ content, status }: MessageRecord): boolean {
	return content.type === TYPE && status !== 'refused' && status !== 'failed';
}
