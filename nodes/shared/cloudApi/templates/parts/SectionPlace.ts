/** Where in a template a section is: the template itself, or one card of its carousel. */
export interface SectionPlace {
	/** Begins the IDs of its fields: nothing, or `card_2_`. */
	idPrefix: string;
	/** Begins the labels of its fields: nothing, or `Card 2 `. */
	labelPrefix: string;
	/** Whether values are sent with the names of their variables. */
	isNamed: boolean;
	/** How long the body may be with its values in place; UTF-16 code units. */
	bodyLimit: number;
	/** Whether a field may be filled in by the name of its variable alone; not where names come twice, as in cards. */
	hasAliases: boolean;
}
