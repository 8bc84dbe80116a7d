/** What a conversion says of a workflow. */
export interface ConversionNote {
	/** Name of the node; undefined when it is about the whole workflow. */
	node?: string;
	/** Path of the parameter, as n8n stores it: `additionalFields.mediaCaption`; undefined when it is about the whole node. */
	parameter?: string;
	/** Whether somebody has to look, or do something; false for what is only told. */
	isToDo: boolean;
	text: string;
}
