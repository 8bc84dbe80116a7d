/** One value of a template message; `parameter_name` only in named templates. */
export type TemplateParameterPayload = { type: 'text'; parameter_name?: string; text: string };

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
		/** Absent when the template has no variables. */
		components?: Array<{ type: 'header' | 'body'; parameters: TemplateParameterPayload[] }>;
	};
};
