/** A place in a text of a message template that a value has to be given for. */
export interface TemplateVariable {
	/** `1`, `2`… of a positional variable; the name of a named one. */
	name: string;
	/** The words around it, for example `Hello {{1}}, your order`; for the form's label. */
	context: string;
	/** Meta's example value; empty when the template has none. */
	example: string;
}

/** A text of a template as it was approved. */
export interface TemplateText {
	/** With its placeholders. */
	text: string;
	/** In the order in which they stand in the text, each once. */
	variables: TemplateVariable[];
}

/** What stands above the body. */
export interface TemplateHeader {
	/** Meta's word: TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION or PRODUCT. */
	format: string;
	/** Only of a TEXT header. */
	text?: TemplateText;
}

/** A button below the body. */
export interface TemplateButton {
	/** Its place among the buttons, from 0, as the send call counts. */
	index: number;
	/** Meta's word; `OTP` also for what Meta lists as a link to its own page for one-time codes. */
	type: string;
	/** The words on it; Meta's type where the template has none. */
	label: string;
	/** Address of a URL button; holds a placeholder at its end when it takes a value. */
	url?: string;
	/** Number of a PHONE_NUMBER button. */
	phoneNumber?: string;
	/** Meta's word for how a PAYMENT_REQUEST button is paid; undefined where neither its setting nor its words say so. */
	paymentKind?: string;
	/** Meta's example of its value; empty when the template has none. */
	example: string;
}

/** What a template and each card of a carousel are made of. */
export interface TemplateSection {
	header?: TemplateHeader;
	/** Undefined only in cards, which may do without. */
	body?: TemplateText;
	buttons: TemplateButton[];
}

/** An offer that counts down on the person's phone. */
export interface TemplateOffer {
	text: string;
	/** Whether every send has to say when it ends. */
	expires: boolean;
}

/** An approved definition of a template message: what Meta calls a message template. */
export interface MessageTemplate extends TemplateSection {
	/** Graph ID; names one language of one template. */
	id: string;
	name: string;
	/** Language code as the send call wants it, for example `en_US`. */
	language: string;
	/** Meta's word; only `APPROVED` can be sent. */
	status: string;
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	/** Meta's finer word, such as ORDER_STATUS; undefined for what a business writes itself. */
	subCategory?: string;
	/** GREEN, YELLOW, RED or UNKNOWN. */
	quality: string;
	/** Why Meta's review refused it, in Meta's words; undefined when it did not. */
	rejectedReason?: string;
	/** Which template of Meta's library it was made from; undefined for what a business writes itself. */
	libraryName?: string;
	/** Named templates carry `parameter_name` with every value. */
	parameterFormat: 'POSITIONAL' | 'NAMED';
	body: TemplateText;
	footer?: string;
	/** Undefined when the template offers nothing for a limited time. */
	offer?: TemplateOffer;
	/** The cards of a carousel, in order; empty for most templates. */
	cards: TemplateSection[];
	/** Parts of a kind that this pack does not know yet, in words for the user. */
	unknownParts: string[];
}
