/** A node as n8n writes it; what is not named here stays as it is. */
export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion?: number;
	parameters: Record<string, unknown>;
	credentials?: unknown;
	/** `continueErrorOutput` gives the node one output more, its last one. */
	onError?: unknown;
	[field: string]: unknown;
}

/** Where a wire leads. */
export interface WireEnd {
	node: string;
	type: string;
	index: number;
}

/** The wires of a node: by their kind (`main`, `ai_tool` …), then by its outputs. An output without wires may be null. */
export type NodeWires = Record<string, Array<WireEnd[] | null>>;

/** A workflow as n8n exports it, and as its editor copies it. */
export interface Workflow {
	nodes: WorkflowNode[];
	/** By the name of the node that they begin at. */
	connections: Record<string, NodeWires>;
	[field: string]: unknown;
}
