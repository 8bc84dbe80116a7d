import { asRecord } from '../reading/asRecord';
import { contentEventId } from './contentEventId';
import { readTrigger } from './readTrigger';
import { toIdentity } from '../reading/toIdentity';
import { toIdentityChange } from '../reading/toIdentityChange';
import type { WebhookChange } from './WebhookChange';
import type { OtherEvent } from './WebhookEvent';

/**
 * Reads the notice that a person has a new BSUID, from field `user_id_update`: `{ previous, current }`, alone or as `user_id`.
 *
 * @param update - Meta's object, one of a list or the value itself
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-11-25)
 */
export function parseUserIdUpdate(update: Record<string, unknown>, change: WebhookChange): OtherEvent {
	const ids = asRecord(update.user_id) ?? update;
	const numbers = asRecord(update.wa_id);
	const previous = toIdentity(numbers?.previous ?? update.wa_id, ids.previous);
	const current = toIdentity(numbers?.current ?? update.wa_id, ids.current);
	const identityChange = toIdentityChange(previous, current);
	return {
		...change.origin,
		...readTrigger(change, update.timestamp),
		event: 'other',
		eventId: contentEventId(update, change),
		...(identityChange && { identityChange }),
		raw: update,
	};
}
