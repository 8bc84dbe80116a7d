import { asBsuid } from '../reading/asBsuid';
import { asId } from '../reading/asId';
import { asWaId } from '../reading/asWaId';
import { asWord } from '../reading/asWord';
import { contentEventId } from './contentEventId';
import { readPayment } from '../reading/readPayment';
import { readTimestamp } from '../reading/readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { PaymentStatusEvent } from './WebhookEvent';

/**
 * Reads one of `statuses[]` that is about the payment of an order, not about a message.
 *
 * It carries the `id` of the message that asked for the payment, and says nothing about that: `failed` means that the payment did. The same
 * status comes again with every new try to pay, so it is known by its whole content.
 *
 * @param status - Meta's status object
 * @param isOnlyItem - true when it is the only status of its list
 * @returns undefined when it names no status, or the change names no business number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in (read 2026-11-25)
 */
export function parsePaymentStatus(
	status: Record<string, unknown>,
	change: WebhookChange,
	isOnlyItem: boolean,
): PaymentStatusEvent | undefined {
	const { phoneNumberId } = change.origin;
	const paymentStatus = asWord(status.status);
	if (!phoneNumberId || !paymentStatus) return undefined;
	const named = { waId: asWaId(status.recipient_id), bsuid: asBsuid(status.recipient_user_id) };
	const messageId = asId(status.id);
	return {
		...change.origin,
		...change.contacts.identify(named, isOnlyItem),
		...readTimestamp(status.timestamp, change.receivedAtMs),
		event: 'paymentStatus',
		eventId: contentEventId(status, change),
		phoneNumberId,
		...(messageId && { messageId }),
		paymentStatus,
		payment: readPayment(status.payment),
		raw: status,
	};
}
