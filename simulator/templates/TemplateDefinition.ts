/** A button of a template, as the Graph API lists it. */
export interface TemplateButton {
	/** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE and others. */
	type: string;
	/** The words on it. */
	text?: string;
	/** Address of a URL button; may end in one variable. */
	url?: string;
	/** Number of a PHONE_NUMBER button. */
	phone_number?: string;
	/** Sample values. */
	example?: string[];
}

/** A component of a template, as the Graph API lists it. */
export interface TemplateComponent {
	/** HEADER, BODY, FOOTER, BUTTONS or CAROUSEL. */
	type: string;
	/** Headers only: TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION. */
	format?: string;
	/** Text with its placeholders. */
	text?: string;
	/** Only with BUTTONS. */
	buttons?: TemplateButton[];
	/** Only with CAROUSEL. */
	cards?: Array<{ components: TemplateComponent[] }>;
	/** Sample values for the review. */
	example?: Record<string, unknown>;
}

/** A message template as the Graph API lists it. */
export interface TemplateDefinition {
	/** Graph ID; names one language of one template. */
	id: string;
	/** Shared by the languages of a template. */
	name: string;
	/** For example `en_US`. */
	language: string;
	/** Only APPROVED can be sent. */
	status: string;
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	/** Placeholders are numbers (POSITIONAL) or names (NAMED). */
	parameter_format: 'POSITIONAL' | 'NAMED';
	/** In Meta's order. */
	components: TemplateComponent[];
	/** Meta's rating; listed only when asked for. */
	quality_score: { score: string; date: number };
}
