import type { MeasuredWorkflow } from '../check/workflows.ts';

/** The same workflow with its sender in a loop of ten items at a time, as n8n's own pages advise. */
export function inTens({ workflow, path, measured }: MeasuredWorkflow): MeasuredWorkflow {
	const [sender = ''] = measured;
	const name = `${path}-tens`;
	const loop = {
		id: `${name}-loop`,
		name: 'Loop',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		position: [330, 0],
		parameters: { batchSize: 10, options: {} },
	};
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	const nodes = workflow.nodes.map((node) => ({
		...node,
		id: `${node.id}-tens`,
		...(node.name === 'Webhook' && { webhookId: name, parameters: { ...node.parameters, path: name } }),
	}));
	const connections = { Webhook: { main: [to('Items')] }, Items: { main: [to('Loop')] }, Loop: { main: [[], to(sender)] }, [sender]: { main: [to('Loop')] } };
	return { workflow: { ...workflow, name, nodes: [...nodes, loop] as typeof workflow.nodes, connections }, path: name, measured };
}
