import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** What became of a payment through a gateway. */
export interface PaymentReport {
	/** Who pays. */
	person: Person;
	/** Business number that sent the order. */
	number: BusinessNumber;
	/** The message with the order. */
	order: MessageRecord;
	/** Of the order, as it was sent. */
	parameters: JsonObject;
	/** The gateway's part of the payment settings. */
	gateway: JsonObject;
	/** `pending` when the person has tried and failed. */
	status: 'captured' | 'pending';
	/** Epoch milliseconds. */
	atMs: number;
}

/**
 * Webhook update of a payment: a status that is about an order, not about a message, with what the gateway was given beside the order.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function paymentUpdate({ person, number, order, parameters, gateway, status, atMs }: PaymentReport): WebhookUpdate {
	const seconds = Math.floor(atMs / 1000);
	const type = String(gateway.type);
	const isPaid = status === 'captured';
	const transaction = {
		id: `order_${seconds}`,
		...(isPaid && { pg_transaction_id: `pay_${seconds}` }),
		type,
		status: isPaid ? 'success' : 'failed',
		created_timestamp: seconds,
		updated_timestamp: seconds,
		...(isPaid ? { method: { type: 'upi' } } : { error: { code: 'BAD_REQUEST_ERROR', reason: 'incorrect_pin' } }),
	};
	const { reference_id: reference, total_amount: amount, currency } = parameters;
	const payment = { reference_id: reference, amount, currency, transaction, ...toJsonObject(gateway[type]) };
	return {
		field: 'messages',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(number),
			contacts: [webhookContact(person)],
			statuses: [{ id: order.id, recipient_id: order.waId, type: 'payment', status, payment, timestamp: String(seconds) }],
		},
		messageIds: [order.id],
		summary: `payment ${status}`,
	};
}
