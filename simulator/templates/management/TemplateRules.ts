/** What the rules for a new template depend on. */
export interface TemplateRules {
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	/** ORDER_STATUS or another word of Meta's; undefined for what a business writes itself. */
	subCategory?: string;
	/** True when the variables are names. */
	isNamed: boolean;
	/** Says whether a handle is that of an uploaded sample. */
	hasSample: (handle: string) => boolean;
}
