/** One value of a template message, in Meta's shape. */
export type TemplateParameterPayload = { type: string } & Record<string, unknown>;

/** The values of one part of a template message, in Meta's shape. */
export type TemplateComponentPayload =
	| { type: string; sub_type?: string; index?: string; parameters: TemplateParameterPayload[] }
	| { type: 'carousel'; cards: TemplateCardPayload[] };

/** The values of one card of a carousel; `card_index` counts from 0. */
export interface TemplateCardPayload {
	card_index: number;
	components: TemplateComponentPayload[];
}

/**
 * The part of a send that makes it a template message; spread it into the body beside the address.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export type TemplateMessagePayload = {
	type: 'template';
	template: {
		name: string;
		language: { code: string };
		/** Absent when the template takes no values. */
		components?: TemplateComponentPayload[];
	};
};
