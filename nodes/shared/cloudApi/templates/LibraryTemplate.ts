/** A template of Meta's library: its text is Meta's own, and what it has of the business is given when it is made one's own. */
export interface LibraryTemplate {
	name: string;
	/** Language code, for example `en_US`. */
	language: string;
	/** UTILITY or AUTHENTICATION. */
	category: string;
	/** What it is for in Meta's words, for example `DELIVERY_UPDATE`; empty when Meta does not say. */
	useCase: string;
	/** The line above the body; undefined for none. */
	header?: string;
	body: string;
	/** Examples of the variables of the body, in order. */
	bodyExamples: string[];
	/** In order, each with Meta's word for its kind. */
	buttons: Array<{ type: string; text: string }>;
}
