import type { N8nWorkflow } from '../../n8n/N8nWorkflow.ts';
import type { Reference } from '../check/workflows.ts';
import { templateWorkflow } from '../template/workflows.ts';
import type { RoundKind } from './RoundKind.ts';

/** Name of the node that sends. */
export const SEND_NODE = 'Send Template';

/**
 * One template message to everybody in the body of a webhook that answers at once.
 *
 * Where requests fail, the node goes on with the other items: what has failed is to leave with the item, not to stop all.
 *
 * @param path - of the webhook; begins the builder's own keys as well
 */
export function sendWorkflow(path: string, credential: Reference, { keys, hasFaults }: RoundKind): N8nWorkflow {
	const { workflow } = templateWorkflow(path, credential);
	const changes: Record<string, Record<string, unknown>> = {
		Webhook: { responseMode: 'onReceived' },
		[SEND_NODE]: keys === 'own' ? { options: { sendOnceKey: `=${path}-{{ $json.order }}` } } : {},
	};
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...changes[node.name] },
		...(node.name === SEND_NODE && hasFaults && { onError: 'continueRegularOutput' }),
	}));
	return { ...workflow, nodes };
}
