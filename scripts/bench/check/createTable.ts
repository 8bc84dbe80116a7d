import type { N8nClient } from '../../n8n/N8nClient.ts';
import { askedCustomers, orderItems } from './orderItems.ts';
import { sampleCustomer } from './sampleCustomer.ts';
import type { Reference } from './workflows.ts';

const NAME = 'sessions';

/** Makes a data table with the newest inbound message of the people that the items are about, and of nobody else. */
export async function createTable(client: N8nClient, items: number, customers: number): Promise<Reference> {
	const { id: projectId } = await client.rest<{ id: string }>('GET', '/projects/personal');
	const tables = `/projects/${projectId}/data-tables`;
	const columns = [
		{ name: 'recipient', type: 'string' },
		{ name: 'lastInboundAt', type: 'date' },
	];
	const { id } = await client.rest<{ id: string }>('POST', tables, { name: NAME, columns });
	const people = askedCustomers(items, customers).map(sampleCustomer);
	const data = orderItems(items, customers).map(({ recipient }, index) => ({
		recipient,
		lastInboundAt: new Date(Date.now() - (people[index]?.lastInboundAgoMs ?? 0)).toISOString(),
	}));
	await client.rest('POST', `${tables}/${id}/insert`, { data, returnType: 'count' });
	return { id, name: NAME };
}
