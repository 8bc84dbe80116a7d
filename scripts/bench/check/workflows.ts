import type { N8nNode, N8nWorkflow } from '../../n8n/N8nWorkflow.ts';

/** A credential or data table, as a node's parameters name it. */
export interface Reference {
	id: string;
	name: string;
}

/** One node of a chain behind the items. */
type ChainNode = Pick<N8nNode, 'name' | 'type' | 'parameters'> & Partial<N8nNode>;

/** A workflow and those of its nodes whose time counts. */
export interface MeasuredWorkflow {
	workflow: N8nWorkflow;
	/** Part of the webhook's address. */
	path: string;
	measured: string[];
}

/** n8n's If node, with one condition. */
function ifNode(type: string, operation: string, leftValue: string, rightValue: unknown): ChainNode {
	const conditions = [{ id: '1', leftValue, rightValue, operator: { type, operation, singleValue: type === 'boolean' } }];
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	const parameters = { conditions: { options, conditions, combinator: 'and' }, options: {} };
	return { name: 'If', type: 'n8n-nodes-base.if', typeVersion: 2.2, parameters };
}

/** The items come in by a webhook, so that making them takes no part in the measured nodes. */
function behindWebhook(path: string, chain: ChainNode[]): MeasuredWorkflow {
	const intake: ChainNode[] = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData', options: {} },
		},
		{ name: 'Items', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.items', options: {} } },
	];
	const nodes = [...intake, ...chain].map((node, index) => ({
		typeVersion: 1,
		position: [index * 220, 0],
		...node,
		id: `${path}-${index}`,
	}));
	const links = nodes.slice(1).map((node, index) => [
		nodes[index]?.name,
		{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
	]);
	return {
		workflow: { name: path, nodes, connections: Object.fromEntries(links) as N8nWorkflow['connections'] },
		path,
		measured: chain.map(({ name }) => name),
	};
}

/** A: this pack's check, as it is when nothing but the credential has been chosen. */
export function checkWorkflow(path: string, credential: Reference): MeasuredWorkflow {
	return behindWebhook(path, [
		{
			name: 'Session Window Check',
			type: 'n8n-nodes-whatsapp-session.sessionWindowCheck',
			parameters: checkParameters,
			credentials: { whatsAppSessionApi: credential },
		},
	]);
}

/** What the editor stores for a check that was only put on the canvas. */
export const checkParameters = {
	source: 'store',
	phoneNumberId: { __rl: true, mode: 'list', value: '' },
	recipient: '',
	options: {},
};

/** B: n8n's If node with one condition on a number of the item. */
export function ifWorkflow(path: string): MeasuredWorkflow {
	return behindWebhook(path, [ifOnOrder()]);
}

/** The If node of {@link ifWorkflow}. */
export function ifOnOrder(): ChainNode {
	return ifNode('number', 'gt', '={{ $json.order }}', 500);
}

/** The floor: n8n's node that does nothing, so that what remains is n8n's own part. */
export function noOpWorkflow(path: string): MeasuredWorkflow {
	return behindWebhook(path, [{ name: 'No Operation', type: 'n8n-nodes-base.noOp', parameters: {} }]);
}

/** C: the same question by hand, with a data table that holds the newest inbound message of each person. */
export function handMadeWorkflow(path: string, table: Reference): MeasuredWorkflow {
	const condition = { keyName: 'recipient', condition: 'eq', keyValue: '={{ $json.recipient }}' };
	const isOpen = {
		id: '1',
		name: 'isOpen',
		type: 'boolean',
		value: "={{ DateTime.fromISO($json.lastInboundAt).plus({ hours: 24 }) > $now.plus({ minutes: 5 }) }}",
	};
	return behindWebhook(path, [
		{
			name: 'Look Up',
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1.1,
			parameters: {
				resource: 'row',
				operation: 'get',
				dataTableId: { __rl: true, mode: 'id', value: table.id },
				matchType: 'allConditions',
				filters: { conditions: [condition] },
				limit: 1,
			},
		},
		{
			name: 'Reckon',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { assignments: { assignments: [isOpen] }, includeOtherFields: true, options: {} },
		},
		ifNode('boolean', 'true', '={{ $json.isOpen }}', ''),
	]);
}
