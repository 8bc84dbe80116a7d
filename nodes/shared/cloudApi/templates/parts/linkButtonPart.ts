import { LONGEST_URL } from '../templateLimits';
import type { TemplateButton } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';
import { linkEndFault, toLinkEnd } from './toLinkEnd';

/**
 * The end of a link that a button opens. A whole link is taken as well when it begins as the template has it; see `toLinkEnd`.
 *
 * @param base - the address up to its variable
 */
export function linkButtonPart(button: TemplateButton, base: string, place: SectionPlace): TemplatePart {
	const example = button.example.startsWith(base) ? button.example.slice(base.length) : button.example;
	const field = buttonField(button, place, 'suffix', 'link end', { example, hint: `${example === '' ? '' : `e.g. ${example}, `}what follows ${base}` });
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [field],
		toComponent(values) {
			const given = values.word(field).trim();
			const suffix = toLinkEnd(given, base);
			if (suffix === undefined) {
				throw new TemplateParameterError(
					field.label,
					`'${field.label}' ${linkEndFault(given, base)}: ${given.slice(0, 80)}`,
					`Give what follows after ${base}; that beginning is part of the approved template.`,
				);
			}
			if (base.length + suffix.length > LONGEST_URL) {
				throw new TemplateParameterError(
					field.label,
					`The link of '${field.label}' becomes ${base.length + suffix.length} characters long; WhatsApp allows ${LONGEST_URL}.`,
					'Give a shorter end.',
				);
			}
			return { type: 'button', sub_type: 'url', index, parameters: [{ type: 'text', text: suffix }] };
		},
	};
}
