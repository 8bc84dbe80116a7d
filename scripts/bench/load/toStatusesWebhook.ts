import { sampleCustomer } from '../check/sampleCustomer.ts';
import { toWebhook } from './toWebhook.ts';

/** An outbound message that has reached the phone of a sample customer. */
export interface SampleStatus {
	/** wamid of the outbound message. */
	id: string;
	/** Number of the customer it was sent to. */
	customer: number;
}

/** The webhook by which Meta reports that messages have been delivered just now. */
export function toStatusesWebhook(statuses: SampleStatus[]): object {
	const timestamp = String(Math.floor(Date.now() / 1000));
	const pricing = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };
	return toWebhook({
		statuses: statuses.map(({ id, customer }) => ({
			id,
			status: 'delivered',
			timestamp,
			recipient_id: sampleCustomer(customer).waId,
			pricing,
		})),
	});
}
