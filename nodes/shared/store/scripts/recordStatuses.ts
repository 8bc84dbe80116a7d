import type { MessageStatus } from '../../domain/MessageStatus';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { forgetFailedMedia } from './forgetFailedMedia';
import { planStatuses, type StatusPlan } from './planStatuses';
import type { SendRow } from './SendRow';
import { toStatusRow, toStoredStatus, type StatusRow } from './StatusRow';
import { toStoredSend } from './toStoredSend';

/**
 * Records what became of outbound messages. What they cost is counted apart; see `recordUsage`.
 *
 * @returns what the statuses say about windows and consent, which is not recorded yet
 */
export function* recordStatuses(statuses: MessageStatus[]): SqlScript<Pick<StatusPlan, 'refusals' | 'optOuts'>> {
	if (statuses.length === 0) return { refusals: [], optOuts: [] };
	const messageIds = [...new Set(statuses.map(({ messageId }) => messageId))];
	yield* query('lockMessages', messageIds);
	const tries = statuses.flatMap(({ claimId, messageId }) => (claimId ? [{ claim_id: claimId, message_id: messageId }] : []));
	// A status proves that Meta has the message, whatever became of the answer to its request.
	if (tries.length > 0) yield* query('settleSendsByStatus', tries);
	const sends = yield* query<SendRow>('findSendsByMessageId', messageIds);
	const early = yield* query<StatusRow>('findEarlyStatuses', messageIds);
	const stored = sends.map(toStoredSend);
	yield* forgetFailedMedia(statuses, stored);
	const plan = planStatuses(statuses, stored, early.map(toStoredStatus));
	if (plan.ofSends.length > 0) yield* query('saveSendStatuses', plan.ofSends.map(toStatusRow));
	if (plan.early.length > 0) yield* query('saveEarlyStatuses', plan.early.map(toStatusRow));
	return plan;
}
