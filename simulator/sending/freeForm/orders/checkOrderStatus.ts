import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readParameters } from '../interactive/readParameters.ts';
import { checkOneOf } from './checkOneOf.ts';
import { checkReference } from './checkReference.ts';

const AT = 'interactive.action.parameters';
/** payments/payments-br/orders, dated 2026-03-25. */
const REFERENCE_CHARACTERS = 60;
const DESCRIPTION_CHARACTERS = 120;
const ORDER_STATUSES = ['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled'];
const PAYMENT_STATUSES = ['pending', 'captured', 'failed'];

/**
 * Checks a message about the state of an order; whether the order may come into that state shows later.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for a status that there is not
 */
export function checkOrderStatus(action: JsonObject): void {
	const { reference_id: reference, order, payment } = readParameters(action, 'review_order');
	checkReference(reference, REFERENCE_CHARACTERS);
	if (order === undefined && payment === undefined) throw freeFormRefusal.missing(`${AT}.order or ${AT}.payment`);
	if (order !== undefined) {
		const { status, description } = toJsonObject(order) ?? {};
		checkOneOf(status, ORDER_STATUSES, `${AT}.order.status`);
		checkTextValue(description, { at: `${AT}.order.description`, most: DESCRIPTION_CHARACTERS });
	}
	if (payment === undefined) return;
	const { status, timestamp } = toJsonObject(payment) ?? {};
	checkOneOf(status, PAYMENT_STATUSES, `${AT}.payment.status`);
	if (timestamp !== undefined && !Number.isInteger(timestamp)) throw freeFormRefusal.wrong(`${AT}.payment.timestamp`, 'must be an instant in seconds');
}
