import type { TemplateButton } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

/** What comes back when the person taps a quick reply; the words on the button when nothing is given. */
export function quickReplyPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const field = buttonField(button, place, 'payload', 'payload', { isRequired: false });
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [field],
		toComponent(values) {
			if (!values.has(field)) return undefined;
			const parameters = [{ type: 'payload', payload: values.word(field) }];
			return { type: 'button', sub_type: 'quick_reply', index, parameters };
		},
	};
}
