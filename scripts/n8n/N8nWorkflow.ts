/** One node of a workflow, as far as scripts and tests look at it. */
export interface N8nNode {
	id: string;
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	/** Part of a webhook's address. */
	webhookId?: string;
	[key: string]: unknown;
}

/** A workflow as it stands in an exported file. */
export interface N8nWorkflow {
	name: string;
	nodes: N8nNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	/** What a node gives when the workflow is run by hand, by its name; nothing else of it runs then. */
	pinData?: Record<string, Array<{ json: Record<string, unknown> }>> | null;
	[key: string]: unknown;
}

/** A workflow that an n8n has stored. */
export interface StoredN8nWorkflow extends N8nWorkflow {
	id: string;
	/** Whether a published version answers webhooks and schedules. */
	active: boolean;
}
