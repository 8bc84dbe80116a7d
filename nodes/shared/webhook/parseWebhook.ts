import { asId } from './asId';
import { asRecord } from './asRecord';
import { asText } from './asText';
import { historyThreads } from './historyThreads';
import { parseCall } from './parseCall';
import { parseCallStatus } from './parseCallStatus';
import { parseEcho } from './parseEcho';
import { parseMessage } from './parseMessage';
import { parsePreference } from './parsePreference';
import { parseStatus } from './parseStatus';
import type { ItemReader, WebhookChange } from './WebhookChange';
import { WebhookContacts } from './WebhookContacts';
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

const ERRORS: ItemList = { key: 'errors', read: (error, change) => toOtherEvent('other', error, change) };
const ECHOES: ItemList = { key: 'message_echoes', read: parseEcho };

/** The fields whose values hold lists. Of every other field the value as a whole is one event. */
const LISTS_OF_FIELD = new Map<string, ItemList[]>([
	['messages', [{ key: 'messages', read: parseMessage }, { key: 'statuses', read: parseStatus }, ERRORS]],
	['calls', [{ key: 'calls', read: parseCall }, { key: 'statuses', read: parseCallStatus }, ERRORS]],
	['smb_message_echoes', [ECHOES]],
	['message_echoes', [ECHOES]],
	[
		'history',
		[
			{
				key: 'history',
				unfold: historyThreads,
				read: (thread, change) => toOtherEvent('history', thread, change),
			},
		],
	],
	['user_preferences', [{ key: 'user_preferences', read: parsePreference }]],
]);

/**
 * Reads everything a webhook reports: every entry, every change, every item, up to 1,000 in one request.
 *
 * Takes any JSON value and never throws. A part that cannot be read is counted and never hides those beside it. Fields
 * and message types that nobody knows yet are passed on as they are.
 *
 * **WARNING:** a webhook is not ordered, may be a repetition, and may be up to 7 days late. Remove repetitions by
 * `messageId`, and judge by `atMs`.
 *
 * @param body - the parsed body of the request
 * @param receivedAtMs - when the request arrived; epoch milliseconds, UTC; passed in, so that no clock is read here
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint (read 2025-11)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-09-11)
 */
export function parseWebhook(body: unknown, receivedAtMs: number): ParsedWebhook {
	const parsed: ParsedWebhook = { events: [], skipped: 0 };
	for (const entry of listOf(asRecord(body)?.entry, parsed)) {
		const businessAccountId = asId(asRecord(entry)?.id);
		for (const item of listOf(asRecord(entry)?.changes, parsed)) {
			const field = asText(asRecord(item)?.field);
			const value = asRecord(asRecord(item)?.value);
			if (!field || !value) {
				parsed.skipped += 1;
				continue;
			}
			readChange(value, toChange(field, value, businessAccountId, receivedAtMs), parsed);
		}
	}
	return parsed;
}

function toChange(
	field: string,
	value: Record<string, unknown>,
	businessAccountId: string | undefined,
	receivedAtMs: number,
): WebhookChange {
	const metadata = asRecord(value.metadata);
	const phoneNumberId = asId(metadata?.phone_number_id);
	const displayPhoneNumber = asId(metadata?.display_phone_number) ?? asId(value.display_phone_number);
	return {
		origin: {
			...(businessAccountId && { businessAccountId }),
			...(phoneNumberId && { phoneNumberId }),
			...(displayPhoneNumber && { displayPhoneNumber }),
			field,
		},
		contacts: new WebhookContacts(value.contacts),
		receivedAtMs,
	};
}

function readChange(value: Record<string, unknown>, change: WebhookChange, parsed: ParsedWebhook): void {
	const lists = LISTS_OF_FIELD.get(change.origin.field)?.filter(({ key }) => key in value) ?? [];
	if (lists.length === 0) {
		parsed.events.push(toOtherEvent('other', value, change));
		return;
	}
	for (const { key, read, unfold } of lists) {
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

function toOtherEvent(event: OtherEvent['event'], raw: Record<string, unknown>, change: WebhookChange): OtherEvent {
	return { ...change.origin, event, raw };
}

function listOf(value: unknown, parsed: ParsedWebhook): unknown[] {
	if (Array.isArray(value)) return value;
	parsed.skipped += 1;
	return [];
}
