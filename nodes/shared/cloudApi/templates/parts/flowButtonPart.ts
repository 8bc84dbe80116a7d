import { isRecord } from '../../../domain/isRecord';
import type { TemplateButton } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

// What Meta takes for the token of a Flow when a send names none; a Flow button is refused without any component.
const NO_TOKEN = 'unused';

/**
 * The token and the data that a Flow starts with.
 *
 * @see https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow (read 2025-12)
 */
export function flowButtonPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const token = buttonField(button, place, 'flow_token', 'Flow token', { isRequired: false });
	const data = buttonField(button, place, 'flow_data', 'Flow data', { isRequired: false, kind: 'json', hint: 'an object' });
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [token, data],
		toComponent(values) {
			const given = values.has(data) ? values.json(data) : undefined;
			if (given !== undefined && !isRecord(given)) {
				throw new TemplateParameterError(data.label, `'${data.label}' is not an object.`, 'Give an object, for example {"name": "Ada"}.');
			}
			const action = {
				flow_token: values.has(token) ? values.word(token) : NO_TOKEN,
				...(given !== undefined && { flow_action_data: given }),
			};
			return { type: 'button', sub_type: 'flow', index, parameters: [{ type: 'action', action }] };
		},
	};
}
