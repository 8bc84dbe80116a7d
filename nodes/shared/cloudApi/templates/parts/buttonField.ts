import type { TemplateButton } from '../MessageTemplate';
import type { TemplateField } from '../TemplateField';
import type { SectionPlace } from './SectionPlace';

/**
 * A field of a button. Buttons count from 1 for people, whatever the send call does. What it is for comes before the words on
 * the button, because the editor cuts labels off.
 *
 * @param name - what of the button it fills, as its ID ends
 * @param words - the same for the label
 */
export function buttonField(
	{ index, label, example }: TemplateButton,
	place: SectionPlace,
	name: string,
	words: string,
	more: Partial<TemplateField> = {},
): TemplateField {
	return {
		id: `${place.idPrefix}button_${index + 1}_${name}`,
		label: `${place.labelPrefix}Button ${index + 1} ${words}: "${label}"`,
		example,
		kind: 'word',
		isRequired: true,
		...more,
	};
}
