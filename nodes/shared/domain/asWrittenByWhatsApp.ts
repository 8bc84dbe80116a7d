import { canonicalWaId } from './canonicalWaId';
import { isBsuid } from './isBsuid';
import { isGroupId } from './isGroupId';
import type { Recipient } from './Recipient';
import { tidyAddress } from './tidyAddress';

/**
 * Reads an address as WhatsApp and the nodes of this pack write it: a BSUID, the ID of a group, or `+` and digits, country code first.
 *
 * Such a number is right as it stands if WhatsApp has named somebody so, whatever the numbering plan says; looking into the plan costs
 * far more than looking into the store. For somebody who is not on record `interpretRecipient` has the last word.
 *
 * @param value - what the parameter holds
 * @returns undefined for every other spelling
 */
export function asWrittenByWhatsApp(value: unknown): Recipient | undefined {
	const text = typeof value === 'string' ? tidyAddress(value) : '';
	if (isBsuid(text) || isGroupId(text)) return { bsuid: text };
	if (!/^\+[1-9]\d{4,14}$/.test(text)) return undefined;
	return { phoneNumber: text, waId: canonicalWaId(text.slice(1)) };
}
