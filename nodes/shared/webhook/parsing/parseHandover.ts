import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asRecord } from '../reading/asRecord';
import { asText } from '../reading/asText';
import { asWaId } from '../reading/asWaId';
import { readTrigger } from './readTrigger';
import { valueEventId } from './valueEventId';
import type { WebhookChange } from './WebhookChange';
import type { Handover, OtherEvent } from './WebhookEvent';

const CONTROLS = { control_passed: 'passed', control_taken: 'taken' } as const;

/**
 * Reads field `messaging_handovers`: who answers a person from now on. Meta tells the new owner that control was passed, and the old one
 * that it was taken. The person is the sender; in an older shape a contact.
 *
 * @param value - Meta's value of the field
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing (as quoted on 2026-11-25)
 */
export function parseHandover(value: Record<string, unknown>, change: WebhookChange): OtherEvent {
	const number = asRecord(value.recipient);
	const phoneNumberId = change.origin.phoneNumberId ?? asId(number?.phone_number_id);
	const displayPhoneNumber = change.origin.displayPhoneNumber ?? asId(number?.display_phone_number);
	const handover = readHandover(value, change);
	return {
		...change.origin,
		...(phoneNumberId && { phoneNumberId }),
		...(displayPhoneNumber && { displayPhoneNumber }),
		...readTrigger(change, value.timestamp),
		event: 'other',
		eventId: valueEventId(value, change),
		...(handover && { handover }),
		raw: value,
	};
}

function readHandover(value: Record<string, unknown>, { contacts }: WebhookChange): Handover | undefined {
	const key = (['control_passed', 'control_taken'] as const).find((name) => asRecord(value[name]) !== undefined || value.type === name);
	if (!key) return undefined;
	const details = asRecord(value[key]);
	const sender = asRecord(value.sender);
	const named = { waId: asWaId(sender?.phone_number ?? sender?.wa_id), bsuid: asBsuid(sender?.user_id) };
	const previousOwnerRole = asText(details?.previous_owner_role);
	const newOwnerRole = asText(details?.new_owner_role);
	const metadata = asText(details?.metadata);
	return {
		...contacts.identify(named, true),
		control: CONTROLS[key],
		...(previousOwnerRole && { previousOwnerRole }),
		...(newOwnerRole && { newOwnerRole }),
		...(metadata && { metadata }),
	};
}
