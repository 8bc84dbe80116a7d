import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { parametersFor } from './parametersFor.ts';

const STATES = ['processing', 'partially_shipped', 'shipped', 'completed', 'canceled'];

/**
 * Checks what a template of the sub category ORDER_STATUS says of an order.
 *
 * Whether the order was ever sent is not asked.
 *
 * @throws {GraphError} 131008 when it says nothing, 131009 for an order without a reference or a state that there is not
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate (read 2026-11-27)
 */
export function checkOrderStatus(components: readonly JsonObject[]): void {
	const { reference, state } = readOrderStatus(components);
	if (reference === undefined) throw new GraphError(131008, { details: 'order_status: reference_id is missing' });
	if (STATES.includes(state ?? '')) return;
	throw new GraphError(131009, { details: `order_status: status must be one of ${STATES.join(', ')}` });
}

/** Reads what was said of an order; what is no text is undefined. */
export function readOrderStatus(components: readonly JsonObject[]): { reference?: string; state?: string; description?: string } {
	const status = toJsonObject(parametersFor(components, 'order_status')[0]?.order_status);
	const order = toJsonObject(status?.order);
	return { reference: toText(status?.reference_id), state: toText(order?.status), description: toText(order?.description) };
}

function toText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
