import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { PaymentStatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { PaymentAmount, PaymentTransaction } from '../../shared/webhook/reading/Payment';
import type { EventRecord } from './EventRecord';
import { toIso } from '../../shared/domain/toIso';
import { toPersonJson } from './toPersonJson';

/** Gives the item of the payment of an order: `recipient` is who pays, amounts are in whole units. */
export function toPaymentItem(event: PaymentStatusEvent, record: EventRecord, receivedAt: DateTime): IDataObject {
	const { payment } = event;
	const { recipient, session } = toPersonJson(event, record, receivedAt);
	return {
		event: 'paymentStatus',
		profileName: event.profileName ?? null,
		recipient,
		phoneNumberId: event.phoneNumberId,
		businessAccountId: event.businessAccountId ?? null,
		payment: {
			referenceId: payment.referenceId ?? null,
			status: event.paymentStatus,
			timestamp: toIso(event.atMs),
			...toAmountJson(payment.amount),
			transaction: toTransactionJson(payment.transaction),
			receipt: payment.receipt ?? null,
			messageId: event.messageId ?? null,
		},
		session,
	};
}

function toAmountJson(amount: PaymentAmount | undefined): IDataObject {
	return { amount: amount?.value ?? null, currency: amount?.currency ?? null };
}

function toTransactionJson(transaction: PaymentTransaction | undefined): IDataObject | null {
	if (!transaction) return null;
	const { error } = transaction;
	return {
		id: transaction.id ?? null,
		type: transaction.type ?? null,
		status: transaction.status ?? null,
		...toAmountJson(transaction.amount),
		createdAt: toIso(transaction.createdAtMs),
		updatedAt: toIso(transaction.updatedAtMs),
		error: error ? { code: error.code ?? null, reason: error.reason ?? null } : null,
	};
}
