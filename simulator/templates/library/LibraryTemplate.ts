/** A template of the simulated library, as the Graph API lists it. */
export interface LibraryTemplate {
	id: string;
	name: string;
	language: string;
	/** UTILITY or AUTHENTICATION. */
	category: string;
	topic: string;
	usecase: string;
	industry: string[];
	/** The line above the body. */
	header?: string;
	body: string;
	/** Examples of its variables, in order. */
	body_params?: string[];
	/** TEXT, AMOUNT, DATE… of each variable, in order. */
	body_param_types?: string[];
	buttons?: Array<{ type: string; text: string; url?: string; phone_number?: string }>;
}
