import { askedCustomers } from './orderItems.ts';
import { sampleCustomer } from './sampleCustomer.ts';

/**
 * Makes sure that a branch has sent the items where they belong.
 *
 * @param counts - items on the two outputs, open first
 * @throws {Error} when the numbers are not those of the sample
 */
export function expectAnswers(name: string, counts: number[], items: number, customers: number): void {
	const open = askedCustomers(items, customers).filter((customer) => sampleCustomer(customer).isOpen).length;
	const expected = [open, items - open];
	if (String(counts) === String(expected)) return;
	throw new Error(`${name} answered ${counts.join(' open, ')} closed; right would be ${expected.join(' open, ')} closed.`);
}
