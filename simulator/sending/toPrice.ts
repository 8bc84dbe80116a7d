import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { SendDraft } from './SendDraft.ts';

/** What a message costs, as its statuses say. */
export interface MessagePrice {
	/** Meta's `pricing`. */
	pricing: JsonObject;
	/** End of the free entry point that it was sent in, epoch milliseconds; undefined outside one. */
	freeUntilMs?: number;
}

/**
 * Prices a message as since 2026-10-01, at the moment Meta takes it, however long the delivery takes.
 *
 * Free are messages in a free entry point, and the first 1,000 service messages of a business number and month; beyond them, and for utility
 * templates inside the window too, the price is the regular one.
 *
 * @returns undefined for a reaction: it is free, is not counted, and its status names no price
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing (read 2026-10-10)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-14)
 */
export function toPrice({ world }: Engine, draft: SendDraft, message: MessageRecord): MessagePrice | undefined {
	const { phoneNumberId, waId, atMs } = message;
	const { freeServiceMessages: free, timeZone, freeEntryPointHours } = world.settings;
	if (draft.type === 'reaction') return undefined;
	const freeUntilMs = world.prices.answer(phoneNumberId, waId, atMs, freeEntryPointHours);
	const category = categoryOf(draft);
	if (freeUntilMs !== undefined) return { pricing: toPricing('referral_conversion', 'free_entry_point'), freeUntilMs };
	const isFree = category === 'service' && world.prices.countService(phoneNumberId, atMs, { free, timeZone });
	return { pricing: toPricing(category, isFree ? 'free_customer_service' : 'regular') };
}

function categoryOf({ endpoint, template, generatedTemplateId }: SendDraft): string {
	if (generatedTemplateId !== undefined) return 'utility';
	return endpoint === 'marketing_messages' ? 'marketing_lite' : (template?.category.toLowerCase() ?? 'service');
}

function toPricing(category: string, type: string): JsonObject {
	return { billable: type === 'regular', pricing_model: 'PMP', category, type };
}

/**
 * Prices what one member of a group gets; each of them is charged alone, and a service message counts among the free ones of the number.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/pricing (dated 2026-05-21)
 */
export function toPriceInGroup({ world }: Engine, draft: SendDraft, { phoneNumberId, atMs }: MessageRecord): MessagePrice {
	const { freeServiceMessages: free, timeZone } = world.settings;
	const category = categoryOf(draft);
	const isFree = category === 'service' && world.prices.countService(phoneNumberId, atMs, { free, timeZone });
	return { pricing: toPricing(`group_${category}`, isFree ? 'free_group_customer_service' : 'regular') };
}
