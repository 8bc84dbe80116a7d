import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWord } from '../reading/asWord';
import { readInstant } from '../reading/readInstant';
import { valueEventId } from './valueEventId';
import type { WebhookChange } from './WebhookChange';
import type { AccountChangeEvent } from './WebhookEvent';

/**
 * Reads what a webhook says about the account or one of its business numbers.
 *
 * The fields name what happened in different words; the first of `event`, `decision`, `status`, type of alert and `type` counts.
 *
 * @param value - Meta's value of the field
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update (read 2026-03)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_alerts (read 2026-03)
 */
export function parseAccountChange(value: Record<string, unknown>, webhookChange: WebhookChange): AccountChangeEvent {
	// Older webhooks hold what is in `alert_info` beside it.
	const alert = asRecord(value.alert_info) ?? value;
	const change = firstWord(value.event, value.decision, value.status, alert.alert_type, value.type);
	const severity = asWord(alert.alert_severity);
	const description = describe(value, alert);
	const atMs = [value.timestamp, value.updated_timestamp, webhookChange.triggeredAt]
		.map(readInstant)
		.find((instant) => instant !== undefined);
	return {
		...webhookChange.origin,
		event: 'accountChange',
		eventId: valueEventId(value, webhookChange),
		...(change && { change }),
		...(severity && { severity }),
		...(description && { description }),
		...(atMs !== undefined && { atMs: Math.min(atMs, webhookChange.receivedAtMs) }),
		raw: value,
	};
}

function describe(value: Record<string, unknown>, alert: Record<string, unknown>): string | undefined {
	const texts = [
		alert.alert_description,
		value.rejection_reason,
		asRecord(value.violation_info)?.violation_type,
		asRecord(value.ban_info)?.waba_ban_state,
		value.solution_status,
	];
	return texts.map(asText).find((text) => text !== undefined && text !== 'NONE');
}

function firstWord(...values: unknown[]): string | undefined {
	return values.map(asWord).find((word) => word !== undefined);
}
