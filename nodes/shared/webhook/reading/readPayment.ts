import { asId } from './asId';
import { asRecord } from './asRecord';
import { asText } from './asText';
import { asWord } from './asWord';
import type { Payment, PaymentAmount, PaymentTransaction } from './Payment';
import { readInstant } from './readInstant';

/**
 * Reads the `payment` of a status.
 *
 * @param value - Meta's object; everything unreadable in it is left out
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in (read 2026-11-25)
 */
export function readPayment(value: unknown): Payment {
	const payment = asRecord(value) ?? {};
	return defined({
		referenceId: asId(payment.reference_id),
		amount: readAmount(payment),
		transaction: readTransaction(asRecord(payment.transaction)),
		receipt: asText(payment.receipt),
	});
}

function readTransaction(transaction: Record<string, unknown> | undefined): PaymentTransaction | undefined {
	if (!transaction) return undefined;
	const error = asRecord(transaction.error);
	return defined({
		id: asId(transaction.id),
		type: asWord(transaction.type),
		status: asWord(transaction.status),
		amount: readAmount(transaction),
		createdAtMs: readInstant(transaction.created_timestamp),
		updatedAtMs: readInstant(transaction.updated_timestamp),
		error: error && defined({ code: asId(error.code), reason: asText(error.reason) }),
	});
}

/** Meta writes 210.50 as the value 21050 with the offset 100. */
function readAmount(holder: Record<string, unknown>): PaymentAmount | undefined {
	const amount = asRecord(holder.amount);
	const { value, offset = 1 } = amount ?? {};
	if (typeof value !== 'number' || typeof offset !== 'number' || !(offset > 0)) return undefined;
	return defined({ value: value / offset, currency: asWord(holder.currency) ?? asWord(amount?.currency) });
}

function defined<Fields extends object>(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)) as Fields;
}
