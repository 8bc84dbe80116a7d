/** What a node of n8n becomes. */
export interface NodeConversion {
	/** Name of the node type, without the package: `sendFreeForm`. */
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	/** The outputs that take the place of the only one that the built-in node has. */
	outputs: number[];
	/** How many outputs the new node has; an output for errors comes after them. */
	outputCount: number;
	/** What is to be done by hand, in sentences. */
	toDo: string[];
}
