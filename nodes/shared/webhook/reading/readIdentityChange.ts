import { asBsuid } from './asBsuid';
import { asRecord } from './asRecord';
import type { IdentityChange } from './IdentityChange';
import { readReplacedIds } from './readReplacedIds';
import { toIdentity } from './toIdentity';
import { toIdentityChange } from './toIdentityChange';

const CHANGES = new Set<unknown>(['user_changed_number', 'user_changed_user_id']);

/**
 * Reads which IDs of a user replace which, from a `system` message.
 *
 * The message's `from` is the old number, `system.wa_id` and `system.user_id` are the new IDs. `from_user_id` counts as the old
 * or the new BSUID where it is not the other one. Old IDs that no field names are read from the sentence in `body`, see
 * {@link readReplacedIds}. An ID that stays the same is not among the previous ones: nobody left it. A
 * `customer_identity_changed` changes no ID.
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
	const said = readReplacedIds(system.body);
	if (said.current?.bsuid) current.bsuid ??= said.current.bsuid;
	if (said.current?.bsuid === current.bsuid && (!previous.bsuid || previous.bsuid === current.bsuid)) {
		previous.bsuid = said.previous?.bsuid ?? previous.bsuid;
	}
	if (said.current?.waId && said.current.waId === current.waId) previous.waId ??= said.previous?.waId;
	return toIdentityChange(previous, current);
}
