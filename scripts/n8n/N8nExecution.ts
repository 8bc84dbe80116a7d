/** What one node has done in one run. */
export interface N8nNodeRun {
	/** Items by output and position. */
	data?: { main: Array<Array<{ json: Record<string, unknown>; binary?: Record<string, unknown> }> | null> };
	error?: { message: string; description?: string | null };
}

/** One run of a workflow. */
export interface N8nExecution {
	id: string;
	workflowId: string;
	/** `success`, `error`, `running`, `waiting`, `canceled`, `crashed` or `new`. */
	status: string;
	/** `manual`, `webhook`, `trigger`, … */
	mode: string;
	data?: {
		resultData: {
			/** Runs by the node's name; a node in a loop has several. */
			runData: Record<string, N8nNodeRun[]>;
			error?: { message: string; description?: string | null };
		};
	};
}
