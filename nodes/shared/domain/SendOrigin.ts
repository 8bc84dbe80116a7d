/** Where in n8n a message was sent from, and what it carried. Everything is undefined where it is not known. */
export interface SendOrigin {
	workflowId?: string;
	executionId?: string;
	/** Name of the node. */
	nodeName?: string;
	/** Name and language code of the template; undefined for a free-form message. */
	templateName?: string;
	templateLanguage?: string;
	/** Media IDs of the files in it; undefined where it has none. */
	mediaIds?: string[];
}
