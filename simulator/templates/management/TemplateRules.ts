/** What the rules for a new template depend on. */
export interface TemplateRules {
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	/** True when the variables are names. */
	isNamed: boolean;
	/** Says whether a handle is that of an uploaded sample. */
	hasSample: (handle: string) => boolean;
}
