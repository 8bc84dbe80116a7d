import { InvalidInputError } from '../../domain/InvalidInputError';
import { parseInstant } from '../../domain/parseInstant';
import type { FreeFormMessage, MessageForm } from '../messages/FreeFormMessage';
import { interactiveMessage } from '../messages/interactiveMessage';
import { LONGEST } from '../messages/messageLimits';
import { onlyGiven } from '../messages/onlyGiven';
import { readOptionalWords } from '../messages/readWords';
import { ORDER_COUNTRIES } from './OrderCountry';
import { ORDER_STATUSES, PAYMENT_STATUSES } from './orderWords';
import { readOrderReference } from './readOrderReference';
import { requireOwner } from './requireOwner';

/**
 * Makes a message that says how an order goes, which changes what the person sees of the order as well.
 *
 * @param form - `orderReference`, `orderStatus` and `paymentStatus` (each may be `none`), `statusDescription`, `paidAt`; and what
 * `interactiveMessage` takes
 * @throws {InvalidInputError} when neither status is given, one is unknown, or something is given that belongs to the other
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export function toOrderStatusMessage(form: MessageForm): FreeFormMessage {
	const orderStatus = readStatus('Order Status', form.orderStatus, ORDER_STATUSES);
	const paymentStatus = readStatus('Payment Status', form.paymentStatus, PAYMENT_STATUSES);
	if (orderStatus === undefined && paymentStatus === undefined) {
		throw new InvalidInputError('Order Status', "'Order Status' and 'Payment Status' are both None, so there is nothing to say.", 'Choose at least one of them.');
	}
	const words = readOptionalWords('Status Description', form.statusDescription, LONGEST.statusDescription)?.trim();
	const description = requireOwner('Status Description', words, 'Order Status', orderStatus !== undefined);
	const timestamp = readSeconds(form.paidAt, paymentStatus !== undefined);
	const parameters = {
		reference_id: readOrderReference(form.orderReference, ORDER_COUNTRIES.BR.longestReference),
		...onlyGiven({
			order: orderStatus === undefined ? undefined : { status: orderStatus, ...onlyGiven({ description }) },
			payment: paymentStatus === undefined ? undefined : { status: paymentStatus, ...onlyGiven({ timestamp }) },
		}),
	};
	return interactiveMessage({ type: 'order_status', action: { name: 'review_order', parameters }, others: ['the state of the order'] }, form);
}

function readStatus(parameter: string, value: unknown, known: readonly string[]): string | undefined {
	const status = String(value ?? '').trim();
	if (status === '' || status === 'none') return undefined;
	if (known.includes(status)) return status;
	throw new InvalidInputError(parameter, `'${parameter}' is unknown: ${status.slice(0, 40)}`, `Give one of ${known.join(', ')}.`);
}

function readSeconds(value: unknown, hasStatus: boolean): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	requireOwner('Paid At', String(value), 'Payment Status', hasStatus);
	return Math.floor(parseInstant(value, 'Paid At').toSeconds());
}
