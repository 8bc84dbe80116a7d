import { LONGEST } from '../../messages/messageLimits';
import { ORDER_STATUSES } from '../../orders/orderWords';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import { readDescription } from './readDescription';

const NAMES = { canceled: 'Canceled', completed: 'Completed', partially_shipped: 'Partially Shipped', processing: 'Processing', shipped: 'Shipped' };
// The page of this template does not name pending, which an order is from its beginning.
const STATES = ORDER_STATUSES.filter((value) => value !== 'pending').map((value) => ({ name: NAMES[value], value }));

/**
 * What has become of an order that was sent to be paid in WhatsApp.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate (dated 2026-05-21)
 */
export function orderStatusPart(): TemplatePart {
	const field = (name: string, more: Partial<TemplateField> = {}): TemplateField => ({
		id: `order_${name}`,
		label: `Order ${name}`,
		example: '',
		kind: 'word',
		isRequired: true,
		...more,
	});
	const reference = field('reference', { hint: 'that of the order to be paid' });
	const state = field('status', { kind: 'choice', choices: STATES });
	const description = field('description', { isRequired: false, hint: 'up to 120 characters' });
	return {
		slot: 'order_status',
		fields: [reference, state, description],
		toComponent(values) {
			const words = readDescription(description, LONGEST.statusDescription, values);
			const order = { status: values.choice(state), ...(words !== undefined && { description: words }) };
			const parameter = { type: 'order_status', order_status: { reference_id: values.word(reference), order } };
			return { type: 'order_status', parameters: [parameter] };
		},
	};
}
