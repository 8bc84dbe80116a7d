import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWord } from '../reading/asWord';
import { readInstant } from '../reading/readInstant';
import { valueEventId } from './valueEventId';
import type { ValueReader, WebhookChange } from './WebhookChange';
import type { TemplateChangeEvent } from './WebhookEvent';

type Reading = Omit<TemplateChangeEvent, keyof WebhookChange['origin'] | 'event' | 'eventId' | 'raw'>;

/**
 * Makes the reader of a field that reports changes of message templates.
 *
 * **WARNING:** in a notice beforehand Meta's `new_category` is the category in force, and `correct_category` the coming one.
 *
 * @param change - what the field is about
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update (read 2026-05-21)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/template_category_update (read 2026-03)
 */
export function parseTemplateChange(change: Reading['change']): ValueReader {
	return (value, webhookChange) => ({
		...webhookChange.origin,
		event: 'templateChange',
		eventId: valueEventId(value, webhookChange),
		...withoutUndefined({ change, ...readTemplate(value, webhookChange), ...READERS[change](value) }),
		raw: value,
	});
}

const READERS: Record<Reading['change'], (value: Record<string, unknown>) => Partial<Reading>> = {
	status: readStatus,
	quality: ({ new_quality_score, previous_quality_score }) => ({
		quality: asWord(new_quality_score),
		previousQuality: asWord(previous_quality_score),
	}),
	category: readCategory,
	components: () => ({}),
};

function readTemplate(value: Record<string, unknown>, change: WebhookChange): Partial<Reading> {
	const triggeredAtMs = readInstant(change.triggeredAt);
	return {
		templateId: asId(value.message_template_id),
		templateName: asWord(value.message_template_name),
		language: asWord(value.message_template_language)?.replaceAll('-', '_'),
		atMs: triggeredAtMs && Math.min(triggeredAtMs, change.receivedAtMs),
	};
}

function readStatus(value: Record<string, unknown>): Partial<Reading> {
	const rejection = asRecord(value.rejection_info);
	const other = asRecord(value.other_info);
	const reason = asText(value.reason);
	const sentences = [rejection?.reason, rejection?.recommendation, other?.description].map(asText).filter(Boolean);
	return {
		status: asWord(value.event),
		reason: reason && reason !== 'NONE' ? reason : asText(other?.title),
		description: asText(sentences.join(' ')),
		category: asWord(value.message_template_category)?.toUpperCase(),
		effectiveAtMs: readInstant(asRecord(value.disable_info)?.disable_date),
	};
}

function readCategory(value: Record<string, unknown>): Partial<Reading> {
	return {
		category: [value.new_category, value.current_category, value.category].map(asWord).find(Boolean)?.toUpperCase(),
		previousCategory: asWord(value.previous_category)?.toUpperCase(),
		upcomingCategory: asWord(value.correct_category)?.toUpperCase(),
		effectiveAtMs: readInstant(value.category_update_timestamp),
	};
}

function withoutUndefined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as T;
}
