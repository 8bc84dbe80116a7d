/** A place in a message template that a value has to be given for. */
export interface TemplateVariable {
	/** Unique within the template, and stable: `header_1`, `body_2`, `body_order_id`. */
	id: string;
	component: 'header' | 'body';
	/** `1`, `2`… of a positional variable; the name of a named one. */
	name: string;
	/** The words around it, for example `Hello {{1}}, your order`; for the form's label. */
	context: string;
	/** Meta's example value; empty when the template has none. */
	example: string;
}

/** An approved definition of a template message: what Meta calls a message template. */
export interface MessageTemplate {
	/** Graph ID; names one language of one template. */
	id: string;
	name: string;
	/** Language code as the send call wants it, for example `en_US`. */
	language: string;
	/** Meta's word; only `APPROVED` can be sent. */
	status: string;
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	/** Named templates carry `parameter_name` with every value. */
	parameterFormat: 'POSITIONAL' | 'NAMED';
	/** Text of the body as it was approved, with its placeholders. */
	bodyText: string;
	/** Text of the header, with its placeholder; undefined when the header is not a text. */
	headerText?: string;
	/** In the order in which they stand in the template. */
	variables: TemplateVariable[];
	/** Parts that need values this version cannot send yet, in words for the user; a template with any is refused. */
	unsupportedParts: string[];
}
