import { sampleCustomer } from './sampleCustomer.ts';

/** Graph ID of the business number that all sample sessions belong to. */
export const PHONE_NUMBER_ID = '106540352242922';

/** An item of a workflow that wants to tell a customer about an order. */
export interface OrderItem {
	order: number;
	recipient: string;
	phoneNumberId: string;
	customer: string;
	total: number;
}

/** Which of the customers the items are about: spread evenly over all, each once. */
export function askedCustomers(items: number, customers: number): number[] {
	const step = Math.floor(customers / items);
	return Array.from({ length: items }, (_, index) => index * step + (index % step));
}

/** Items about customers who are on record. */
export function orderItems(items: number, customers: number): OrderItem[] {
	return askedCustomers(items, customers).map((customer, index) => ({
		order: index + 1,
		recipient: `+${sampleCustomer(customer).waId}`,
		phoneNumberId: PHONE_NUMBER_ID,
		customer: `Customer ${customer}`,
		total: (index % 500) + 0.5,
	}));
}
