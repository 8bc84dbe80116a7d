import type { N8nWorkflow } from '../n8n/N8nWorkflow.ts';

const PACK = 'n8n-nodes-whatsapp-session.';

/** The workflow with the credential picked in every node of the pack, as a builder does by hand after an import. */
export function pickCredential(workflow: N8nWorkflow, credential: { id: string; name: string }): N8nWorkflow {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith(PACK) ? { ...node, credentials: { whatsAppSessionApi: credential } } : node,
	);
	return { ...workflow, nodes };
}
