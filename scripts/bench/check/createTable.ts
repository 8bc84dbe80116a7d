import type { N8nClient } from '../../n8n/N8nClient.ts';
import { askedCustomers, orderItems } from './orderItems.ts';
import { sampleCustomer } from './sampleCustomer.ts';
import type { Reference } from './workflows.ts';

const ROWS_AT_ONCE = 1000;

/** Makes a data table with the newest inbound message of the people that the items are about, and of nobody else. */
export async function createTable(client: N8nClient, items: number, customers: number): Promise<Reference> {
	const name = `sessions-${items}`;
	const { id: projectId } = await client.rest<{ id: string }>('GET', '/projects/personal');
	const tables = `/projects/${projectId}/data-tables`;
	const columns = [
		{ name: 'recipient', type: 'string' },
		{ name: 'lastInboundAt', type: 'date' },
	];
	const { id } = await client.rest<{ id: string }>('POST', tables, { name, columns });
	const people = askedCustomers(items, customers).map(sampleCustomer);
	const rows = orderItems(items, customers).map(({ recipient }, index) => ({
		recipient,
		lastInboundAt: new Date(Date.now() - (people[index]?.lastInboundAgoMs ?? 0)).toISOString(),
	}));
	for (let index = 0; index < rows.length; index += ROWS_AT_ONCE) {
		const data = rows.slice(index, index + ROWS_AT_ONCE);
		await client.rest('POST', `${tables}/${id}/insert`, { data, returnType: 'count' });
	}
	return { id, name };
}
