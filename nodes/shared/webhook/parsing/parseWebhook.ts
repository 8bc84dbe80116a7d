import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { contentEventId } from './contentEventId';
import { historyThreads } from '../reading/historyThreads';
import { parseAccountChange } from './parseAccountChange';
import { parseAlarm } from './parseAlarm';
import { parseCall } from './parseCall';
import { parseCallError } from './parseCallError';
import { parseCallStatus } from './parseCallStatus';
import { parseEcho } from './parseEcho';
import { parseHandover } from './parseHandover';
import { parseMessage } from './parseMessage';
import { parsePreference } from './parsePreference';
import { parseStatus } from './parseStatus';
import { parseTemplateChange } from './parseTemplateChange';
import { readErrors } from '../reading/readErrors';
import { readTrigger } from './readTrigger';
import { parseUserIdUpdate } from './parseUserIdUpdate';
import { valueEventId } from './valueEventId';
import type { ItemReader, ValueReader, WebhookChange } from './WebhookChange';
import { WebhookContacts } from '../reading/WebhookContacts';
import type { OtherEvent, WebhookEvent } from './WebhookEvent';

/** What a webhook holds. */
export interface ParsedWebhook {
	/** In the order of the webhook, which is not the order in which things happened. */
	events: WebhookEvent[];
	/** How many of its parts were not readable and are in no event. */
	skipped: number;
}

/** One list in the value of a field. */
interface ItemList {
	key: string;
	read: ItemReader;
	/** Turns what the list holds into the items that become events. */
	unfold?: (items: unknown[]) => unknown[];
}

const ERRORS: ItemList = { key: 'errors', read: parseAlarm };
const ECHOES: ItemList = { key: 'message_echoes', read: parseEcho };
// The files of a history come in a list of messages; none of them was written now, so none opens a window.
const HISTORY_LISTS: ItemList[] = [
	{ key: 'history', unfold: historyThreads, read: toHistoryEvent },
	{ key: 'messages', read: toHistoryEvent },
	{ key: 'message_echoes', read: toHistoryEvent },
];

/** The fields whose values hold lists. */
const LISTS_OF_FIELD = new Map<string, ItemList[]>([
	['messages', [{ key: 'messages', read: parseMessage }, { key: 'statuses', read: parseStatus }, ECHOES, ERRORS]],
	[
		'calls',
		[{ key: 'calls', read: parseCall }, { key: 'statuses', read: parseCallStatus }, { key: 'errors', read: parseCallError }],
	],
	['standby', [{ key: 'messages', read: parseMessage }, { key: 'statuses', read: parseStatus }, ECHOES]],
	['smb_message_echoes', [ECHOES]],
	['message_echoes', [ECHOES]],
	['history', HISTORY_LISTS],
	['user_id_update', [{ key: 'user_id_update', read: parseUserIdUpdate }]],
	['user_preferences', [{ key: 'user_preferences', read: parsePreference }]],
]);

const CATEGORY_CHANGE = parseTemplateChange('category');
const QUALITY_CHANGE = parseTemplateChange('quality');

/** The fields whose values are one event as a whole. Of every field that is nowhere here it is an event `other`. */
const READER_OF_FIELD = new Map<string, ValueReader>([
	['message_template_status_update', parseTemplateChange('status')],
	['message_template_quality_update', QUALITY_CHANGE],
	['message_template_components_update', parseTemplateChange('components')],
	['template_category_update', CATEGORY_CHANGE],
	['template_correct_category_detection', CATEGORY_CHANGE],
	['user_id_update', toUserIdEvent],
	['messaging_handovers', parseHandover],
	['phone_number_quality_update', parseAccountChange],
	['phone_number_name_update', parseAccountChange],
	['account_update', parseAccountChange],
	['account_alerts', parseAccountChange],
	['account_review_update', parseAccountChange],
	['account_settings_update', parseAccountChange],
	['business_capability_update', parseAccountChange],
	// Meta spells it both ways.
	['business_username_update', parseAccountChange],
	['business_username_updates', parseAccountChange],
	['security', parseAccountChange],
	['partner_solutions', parseAccountChange],
	['payment_configuration_update', parseAccountChange],
]);

/**
 * Reads everything a webhook reports: every entry, every change, every item, up to 1,000 in one request.
 *
 * Takes any JSON value and never throws. A part that cannot be read is counted and never hides those beside it. Fields
 * and message types that nobody knows yet are passed on as they are.
 *
 * **WARNING:** a webhook is not ordered, may be a repetition, and may be up to 7 days late. Remove repetitions by
 * `eventId`, and judge by `atMs`.
 *
 * @param body - the parsed body of the request
 * @param receivedAtMs - when the request arrived; epoch milliseconds, UTC; passed in, so that no clock is read here
 * @param businessAccountId - WABA of the entries that name none, so that what a person says there about consent is not lost;
 * where undefined, their events name none either
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-09-11)
 */
export function parseWebhook(body: unknown, receivedAtMs: number, businessAccountId?: string): ParsedWebhook {
	const parsed: ParsedWebhook = { events: [], skipped: 0 };
	for (const entry of listOf(asRecord(body)?.entry, parsed)) {
		const { id, time, changes } = asRecord(entry) ?? {};
		const origin = { businessAccountId: asId(id) ?? businessAccountId, triggeredAt: asId(time) };
		for (const item of listOf(changes, parsed)) {
			const field = asText(asRecord(item)?.field);
			const value = toValue(field, asRecord(asRecord(item)?.value));
			if (!field || !value) {
				parsed.skipped += 1;
				continue;
			}
			readChange(value, toChange(field, value, origin, receivedAtMs), parsed);
		}
	}
	return parsed;
}

/** What a responder who stands by may hear is one object deeper. */
function toValue(field: string | undefined, value: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
	const inner = field === 'standby' ? asRecord(value?.standby) : undefined;
	const isKnown = inner && ['messages', 'statuses', 'message_echoes'].some((key) => key in inner);
	return isKnown ? { ...value, ...inner, standby: undefined } : value;
}

function toChange(
	field: string,
	value: Record<string, unknown>,
	{ businessAccountId, triggeredAt }: { businessAccountId?: string; triggeredAt?: string },
	receivedAtMs: number,
): WebhookChange {
	const metadata = asRecord(value.metadata);
	const settings = asRecord(value.phone_number_settings);
	const phoneNumberId = asId(metadata?.phone_number_id) ?? asId(settings?.phone_number_id);
	const conversationContext = asRecord(value.conversation_context);
	const displayPhoneNumber = asId(metadata?.display_phone_number) ?? asId(value.display_phone_number);
	return {
		origin: {
			...(businessAccountId && { businessAccountId }),
			...(phoneNumberId && { phoneNumberId }),
			...(displayPhoneNumber && { displayPhoneNumber }),
			field,
		},
		contacts: new WebhookContacts(value.contacts),
		...(field === 'calls' && isBesideOneCall(value) && { callErrors: readErrors(value.errors) }),
		...(conversationContext && { conversationContext }),
		receivedAtMs,
		...(triggeredAt && { triggeredAt }),
	};
}

function readChange(value: Record<string, unknown>, change: WebhookChange, parsed: ParsedWebhook): void {
	const known = LISTS_OF_FIELD.get(change.origin.field)?.filter(({ key }) => key in value) ?? [];
	const lists = change.callErrors ? known.filter(({ key }) => key !== 'errors') : known;
	if (lists.length === 0) {
		parsed.events.push(readerOf(value, change)(value, change));
		return;
	}
	for (const { key, read, unfold } of [...lists, ...listsBeside(known, value)]) {
		const listed = listOf(value[key], parsed);
		const items = unfold ? unfold(listed) : listed;
		for (const item of items) {
			const record = asRecord(item);
			const event = record && read(record, change, items.length === 1);
			if (event) parsed.events.push(event);
			else parsed.skipped += 1;
		}
	}
}

/** The lists that nobody knows in this field, `user_actions` among them: they stand beside known ones, and nothing else tells of them. */
function listsBeside(known: ItemList[], value: Record<string, unknown>): ItemList[] {
	const keys = new Set(['contacts', ...known.map(({ key }) => key)]);
	return Object.keys(value)
		.filter((key) => !keys.has(key) && Array.isArray(value[key]))
		.map((key) => ({ key, read: toListedEvent }));
}

function isBesideOneCall({ calls, statuses, errors }: Record<string, unknown>): boolean {
	const items = [calls, statuses].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
	return items.length === 1 && asRecord(items[0]) !== undefined && readErrors(errors).length > 0;
}

function readerOf(value: Record<string, unknown>, { origin }: WebhookChange): ValueReader {
	// Meta's own sample of a change of quality names another field.
	if ('new_quality_score' in value && 'message_template_id' in value) return QUALITY_CHANGE;
	return READER_OF_FIELD.get(origin.field) ?? toOtherEvent;
}

function toOtherEvent(value: Record<string, unknown>, change: WebhookChange): OtherEvent {
	return { ...change.origin, ...readTrigger(change), event: 'other', eventId: valueEventId(value, change), raw: value };
}

function toUserIdEvent(value: Record<string, unknown>, change: WebhookChange): OtherEvent {
	return { ...parseUserIdUpdate(value, change), eventId: valueEventId(value, change) };
}

function toListedEvent(item: Record<string, unknown>, change: WebhookChange): OtherEvent {
	return { ...change.origin, ...readTrigger(change), event: 'other', eventId: contentEventId(item, change), raw: item };
}

function toHistoryEvent(item: Record<string, unknown>, change: WebhookChange): OtherEvent {
	return { ...change.origin, ...readTrigger(change), event: 'history', eventId: contentEventId(item, change), raw: item };
}

function listOf(value: unknown, parsed: ParsedWebhook): unknown[] {
	if (Array.isArray(value)) return value;
	parsed.skipped += 1;
	return [];
}
