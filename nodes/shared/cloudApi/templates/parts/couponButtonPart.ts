import { LONGEST_CODE } from '../templateLimits';
import type { TemplateButton } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

/** The code that a button copies. */
export function couponButtonPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const field = buttonField(button, place, 'code', 'code');
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [field],
		toComponent: (values) => ({
			type: 'button',
			sub_type: 'copy_code',
			index,
			parameters: [{ type: 'coupon_code', coupon_code: values.code(field, LONGEST_CODE) }],
		}),
	};
}
