import type { TemplateButton } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

/** The product whose picture stands for the catalog; the first of the catalog when none is given. */
export function catalogButtonPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const field = buttonField(button, place, 'thumbnail', 'picture', {
		isRequired: false,
		hint: 'product ID',
	});
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [field],
		toComponent(values) {
			if (!values.has(field)) return undefined;
			const action = { thumbnail_product_retailer_id: values.word(field) };
			return { type: 'button', sub_type: 'CATALOG', index, parameters: [{ type: 'action', action }] };
		},
	};
}
