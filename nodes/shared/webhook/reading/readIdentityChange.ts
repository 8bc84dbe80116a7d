import { canonicalWaId } from '../../domain/canonicalWaId';
import type { UserIdentity } from '../../domain/Session';
import { asBsuid } from './asBsuid';
import { asRecord } from './asRecord';
import { asWaId } from './asWaId';
import type { IdentityChange } from './IdentityChange';

const CHANGES = new Set<unknown>(['user_changed_number', 'user_changed_user_id']);

/**
 * Reads which IDs of a user replace which, from a `system` message.
 *
 * The message's `from` is the old number, `system.wa_id` and `system.user_id` are the new IDs. `from_user_id` counts as the old
 * or the new BSUID where it is not the other one. An ID that stays the same is not among the previous ones: nobody left it.
 * The sentence in `body` is for people and is not read. A `customer_identity_changed` changes no ID.
 *
 * @param message - Meta's message object
 * @returns undefined when the message reports no change; either side may be empty
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system (read 2026-03)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function readIdentityChange(message: Record<string, unknown>): IdentityChange | undefined {
	const system = message.type === 'system' ? asRecord(message.system) : undefined;
	if (!system || !CHANGES.has(system.type)) return undefined;
	const previous = toIdentity(message.from, system.previous_user_id);
	const current = toIdentity(system.wa_id, system.user_id);
	const sender = asBsuid(message.from_user_id);
	if (sender && current.bsuid && !previous.bsuid) previous.bsuid = sender;
	if (sender && previous.bsuid && sender !== previous.bsuid) current.bsuid ??= sender;
	if (previous.bsuid === current.bsuid) delete previous.bsuid;
	if (previous.waId === current.waId) delete previous.waId;
	const isChange = [previous.bsuid, previous.waId, current.bsuid, current.waId].some((id) => id !== undefined);
	return isChange ? { previous, current } : undefined;
}

function toIdentity(waId: unknown, bsuid: unknown): UserIdentity {
	const identity: UserIdentity = {};
	const id = asBsuid(bsuid);
	const number = asWaId(waId);
	if (id) identity.bsuid = id;
	if (number) identity.waId = canonicalWaId(number);
	return identity;
}
