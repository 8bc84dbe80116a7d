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
 * Makes sure that a person is not asked too often for the permission to be called. Requests that failed do not count.
 *
 * **WARNING:** the limits are Meta's, the code 138006 is from third parties and unsure. A call that connects lifts the limits
 * at Meta; here it does not.
 *
 * @throws {GraphError} 138006
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions (read 2026-03)
 */
export function checkCallRequests({ world }: Engine, draft: SendDraft): void {
	if (draft.type !== 'interactive' || draft.content.type !== TYPE) return;
	const earlier = world.listMessages().filter((message) => isRequest(message, draft));
	for (const { most, withinMs } of LIMITS) {
		const recent = earlier.filter(({ atMs }) => draft.nowMs - atMs < withinMs);
		if (recent.length < most) continue;
		const details = `At most ${most} of these requests may be sent to a person within ${withinMs / HOUR_MS} hours`;
		throw new GraphError(138006, { details });
	}
}

function isRequest({ waId, phoneNumberId, content, status }: MessageRecord, { person, number }: SendDraft): boolean {
	const isHere = waId === person?.waId && phoneNumberId === number.id;
	return isHere && content.type === TYPE && status !== 'refused' && status !== 'failed';
}
