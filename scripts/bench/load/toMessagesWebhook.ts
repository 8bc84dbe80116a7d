import { sampleCustomer } from '../check/sampleCustomer.ts';
import { toWebhook } from './toWebhook.ts';

/** An inbound text message of a sample customer. */
export interface SampleMessage {
	/** wamid. */
	id: string;
	/** Number of the customer who writes. */
	customer: number;
	text: string;
}

/** The webhook by which Meta reports text messages. @param atMs - when people wrote them, epoch milliseconds; just now by default */
export function toMessagesWebhook(messages: SampleMessage[], atMs = Date.now()): object {
	const timestamp = String(Math.floor(atMs / 1000));
	const written = messages.map(({ customer, ...message }) => ({ ...message, from: sampleCustomer(customer).waId }));
	return toWebhook({
		contacts: written.map(({ from }) => ({ profile: { name: `Customer ${from}` }, wa_id: from })),
		messages: written.map(({ id, from, text }) => ({ from, id, timestamp, type: 'text', text: { body: text } })),
	});
}
