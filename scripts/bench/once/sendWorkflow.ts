import type { N8nWorkflow } from '../../n8n/N8nWorkflow.ts';
import type { Reference } from '../check/workflows.ts';
import { templateWorkflow } from '../template/workflows.ts';
import type { RoundKind } from './RoundKind.ts';

/** Name of the node that sends. */
export const SEND_NODE = 'Send Template';

/**
 * One template message to everybody in the body of a webhook that answers at once.
 *
 * @param path - of the webhook; the builder's own keys begin with it as well
 */
export function sendWorkflow(path: string, credential: Reference, kind: Pick<RoundKind, 'keys' | 'whenUndecided'>): N8nWorkflow {
	const { keys, whenUndecided } = kind;
	const { workflow } = templateWorkflow(path, credential);
	const changes: Record<string, Record<string, unknown>> = {
		Webhook: { responseMode: 'onReceived' },
		[SEND_NODE]: { options: { whenUndecided, ...(keys === 'own' && { sendOnceKey: `=${path}-{{ $json.order }}` }) } },
	};
	const nodes = workflow.nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...changes[node.name] } }));
	return { ...workflow, nodes };
}
