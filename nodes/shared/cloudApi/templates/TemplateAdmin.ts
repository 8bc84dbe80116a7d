import type { SampleFile } from '../media/uploadSample';
import type { LibraryTemplate } from './LibraryTemplate';
import type { MessageTemplate } from './MessageTemplate';

/** A component of a template's definition, in Meta's shape. */
export type TemplateComponent = { type: string } & Record<string, unknown>;

/** A template as Meta lists it: read, and with its components as they came. */
export interface ListedTemplate {
	template: MessageTemplate;
	components: TemplateComponent[];
}

/** A new template, in Meta's words. */
export interface TemplateCreation {
	name: string;
	/** Language code as Meta writes it, for example `en_US`. */
	language: string;
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	parameter_format?: 'POSITIONAL' | 'NAMED';
	components: TemplateComponent[];
	/** Whether Meta may put it into another category instead of refusing it. */
	allow_category_change?: boolean;
	/** How long a message may wait for the person's phone, in seconds; -1 for 30 days. */
	message_send_ttl_seconds?: number;
	/** Meta's finer word for what it is about, for example ORDER_STATUS. */
	sub_category?: string;
	/** ORDER_DETAILS makes a marketing template one that an order is paid by. */
	display_format?: string;
	/** Whether Meta stops counting taps on the links of its buttons. */
	cta_url_link_tracking_opted_out?: boolean;
	/** Whether messages go to the person's phone alone, and to no linked device. */
	is_primary_device_delivery_only?: boolean;
	/** What Meta may change in messages of a marketing template so that more people tap them. */
	degrees_of_freedom_spec?: { creative_features_spec: Record<string, { enroll_status: string }> };
}

/** A new template that is taken from Meta's library, in Meta's words; its text is Meta's own. */
export type LibraryCreation = Omit<TemplateCreation, 'components' | 'parameter_format' | 'display_format' | 'degrees_of_freedom_spec'> & {
	library_template_name: string;
	/** What its buttons open, call or hand over; undefined where they need nothing. */
	library_template_button_inputs?: Array<Record<string, unknown>>;
	/** Sentences that are added to its text; undefined for none. */
	library_template_body_inputs?: Record<string, boolean | number>;
};

/** An authentication template in several languages at once, in Meta's words; its text is Meta's own in each of them. */
export type TemplateUpsert = Pick<TemplateCreation, 'name' | 'category' | 'components' | 'message_send_ttl_seconds'> & {
	languages: string[];
};

/** What Meta answers to one language of several. */
export interface UpsertedTemplate {
	id: string;
	status: string;
	language: string;
}

/** What Meta answers to a new template. */
export interface CreatedTemplate {
	id: string;
	/** PENDING as a rule; Meta's review decides later. */
	status: string;
	/** The category that it has now. */
	category: string;
}

/** What is changed in a template; what is undefined stays. Components are replaced as a whole. */
export type TemplateEdit = Partial<
	Pick<
		TemplateCreation,
		| 'category'
		| 'components'
		| 'message_send_ttl_seconds'
		| 'cta_url_link_tracking_opted_out'
		| 'is_primary_device_delivery_only'
		| 'degrees_of_freedom_spec'
	>
>;

/**
 * The requests by which message templates are managed. Every one of them rejects with a class of this room.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export interface TemplateAdmin {
	/** Lists every template of a WABA, in all languages and states, all pages. */
	listTemplates(businessAccountId: string): Promise<ListedTemplate[]>;
	/** Submits a new template for review. */
	createTemplate(businessAccountId: string, template: TemplateCreation | LibraryCreation): Promise<CreatedTemplate>;
	/**
	 * Lists the templates of Meta's library in one language, all pages.
	 *
	 * @param search - a part of name or text; empty for all of them
	 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library (read 2026-09-11)
	 */
	listLibrary(language: string, search: string): Promise<LibraryTemplate[]>;
	/**
	 * Submits an authentication template in several languages; those that exist already are changed.
	 *
	 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/bulk-management (read 2026-11-27)
	 */
	upsertTemplates(businessAccountId: string, template: TemplateUpsert): Promise<UpsertedTemplate[]>;
	/** Submits a change of one language of a template for review. */
	editTemplate(templateId: string, edit: TemplateEdit): Promise<void>;
	/**
	 * Deletes one language of a template.
	 *
	 * **WARNING:** without the ID every language of it is deleted.
	 */
	deleteTemplate(businessAccountId: string, name: string, templateId?: string): Promise<void>;
	/** Uploads a sample for a media header; see `uploadSample`. */
	uploadSample(appId: string, file: SampleFile): Promise<string>;
}
