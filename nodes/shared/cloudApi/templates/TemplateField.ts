/** How a field is filled in: what its value may be. */
export type TemplateFieldKind =
	/** One line of text that is put into a text of the template. */
	| 'text'
	/** A text that the person does not read, such as a payload or a code. */
	| 'word'
	/** A link, a media ID, or a file. */
	| 'media'
	/** A point in time. */
	| 'instant'
	/** An object or a list, or either as JSON text. */
	| 'json'
	/** One of a few. */
	| 'choice';

/** One of the values that a field of the kind `choice` takes. */
export interface TemplateChoiceOption {
	/** For the form. */
	name: string;
	value: string;
}

/** One value that the builder gives for a template message. */
export interface TemplateField {
	/** Unique within the template, and stable: `header_1`, `body_order_id`, `button_1_suffix`, `card_2_header_media`. */
	id: string;
	/** Names the field, as the form shows it and as every sentence about it does. */
	label: string;
	/** Meta's example of the value; empty when the template has none. */
	example: string;
	/** What may be given, in a few words, where the label does not say; undefined where it does. */
	hint?: string;
	kind: TemplateFieldKind;
	/** Of the kind `choice`: what there is to choose from. */
	choices?: TemplateChoiceOption[];
	isRequired: boolean;
	/** A shorter name that fills the field as well; undefined when its ID is the only one. */
	alias?: string;
}
