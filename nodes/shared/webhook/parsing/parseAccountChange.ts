import { asId } from '../reading/asId';
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
	const word = firstWord(value.event, value.decision, value.status, alert.alert_type, value.type);
	// The only field without a word of its own; what has changed are its limits.
	const change = word ?? (webhookChange.origin.field === 'business_capability_update' ? 'CAPABILITY_UPDATE' : undefined);
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
		...readSubstance(value),
		...(atMs !== undefined && { atMs: Math.min(atMs, webhookChange.receivedAtMs) }),
		raw: value,
	};
}

type Substance = Pick<
	AccountChangeEvent,
	'messagingLimit' | 'previousMessagingLimit' | 'maxPhoneNumbers' | 'name' | 'restrictions' | 'category' | 'priceTier'
>;

/** What the change is about, whatever its field: Meta gives each of these one name, or renames it between versions. */
function readSubstance(value: Record<string, unknown>): Substance {
	const tier = asRecord(value.volume_tier_info);
	const substance: Substance = {
		messagingLimit: firstId(
			value.max_daily_conversations_per_business,
			value.max_daily_conversation_per_phone,
			value.messaging_limit_tier,
			value.current_limit,
		),
		previousMessagingLimit: firstId(value.old_limit),
		maxPhoneNumbers: toCount(firstId(value.max_phone_numbers_per_business, value.max_phone_numbers_per_waba)),
		name: [value.requested_verified_name, value.username].map(asText).find((text) => text !== undefined),
		restrictions: readRestrictions(value.restriction_info),
		category: firstWord(tier?.pricing_category),
		priceTier: firstWord(tier?.tier),
	};
	return Object.fromEntries(Object.entries(substance).filter(([, part]) => part !== undefined));
}

function readRestrictions(value: unknown): Substance['restrictions'] {
	const items = Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
	const restrictions = items.map(asRecord).flatMap((item) => {
		const type = asWord(item?.restriction_type);
		const untilMs = readInstant(item?.expiration);
		return type ? [{ type, ...(untilMs !== undefined && { untilMs }) }] : [];
	});
	return restrictions.length > 0 ? restrictions : undefined;
}

function firstId(...values: unknown[]): string | undefined {
	return values.map(asId).find((id) => id !== undefined);
}

function toCount(id: string | undefined): number | undefined {
	const count = Number(id);
	return Number.isSafeInteger(count) ? count : undefined;
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
