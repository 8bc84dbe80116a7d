import { LONGEST_CODE } from '../templateLimits';
import type { TemplateButton, TemplateText } from '../MessageTemplate';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import type { TemplateValues } from '../TemplateValues';

const field: TemplateField = {
	id: 'code',
	label: 'One-time code',
	example: '',
	kind: 'word',
	isRequired: true,
	// What the variable of the body is called.
	alias: '1',
};

/**
 * The one-time code of an authentication template: asked for once, sent in the body and in the button.
 *
 * @param button - the one that copies the code or fills it in
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates (read 2026-09-11)
 */
export function oneTimeCodeParts(body: TemplateText, button: TemplateButton): TemplatePart[] {
	const toParameters = (values: TemplateValues) => [{ type: 'text', text: values.code(field, LONGEST_CODE) }];
	const index = String(button.index);
	const inBody: TemplatePart = {
		slot: 'body',
		fields: [field],
		toComponent: (values) => ({ type: 'body', parameters: toParameters(values) }),
	};
	const inButton: TemplatePart = {
		slot: `button ${index}`,
		fields: [field],
		toComponent: (values) => ({ type: 'button', sub_type: 'url', index, parameters: toParameters(values) }),
	};
	return body.variables.length > 0 ? [inBody, inButton] : [inButton];
}
