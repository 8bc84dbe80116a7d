import { createHash } from 'node:crypto';

import type { MessageStatus } from '../../domain/MessageStatus';
import { toMessageUsage } from '../../domain/usage/toMessageUsage';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/**
 * Counts what statuses say. A wamid has the person's number in it, so that only its digest is kept; it is of use for nothing but knowing the
 * same message again.
 */
export function* recordUsage(statuses: MessageStatus[]): SqlScript<void> {
	const usages = toMessageUsage(statuses);
	if (usages.length === 0) return;
	const rows = usages.map(({ messageId, participantId, phoneNumberId, sentAtMs, deliveredAtMs, price }) => ({
		message_digest: createHash('sha256').update(participantId === undefined ? messageId : `${messageId} ${participantId}`).digest('base64url'),
		phone_number_id: phoneNumberId,
		sent_at_ms: sentAtMs,
		delivered_at_ms: deliveredAtMs ?? null,
		category: price?.category ?? null,
		price_type: price?.type ?? null,
		billable: price?.isBillable === undefined ? null : Number(price.isBillable),
	}));
	yield* query('recordUsage', rows);
}
