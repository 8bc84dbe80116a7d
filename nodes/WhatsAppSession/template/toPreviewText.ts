import { toExampleText } from '../../shared/cloudApi/templates/draft/toExampleText';
import type { MessageTemplate } from '../../shared/cloudApi/templates/MessageTemplate';
import type { TemplateComponent } from '../../shared/cloudApi/templates/TemplateAdmin';
import { toMessageTemplate } from '../../shared/cloudApi/templates/toMessageTemplate';

/** A definition as it was submitted. */
export interface SubmittedDefinition extends Pick<MessageTemplate, 'name' | 'language' | 'category' | 'parameterFormat'> {
	components: TemplateComponent[];
}

/** Writes down what was submitted, as a person would read it with the examples; null when that cannot be read. */
export function toPreviewText({ parameterFormat, ...definition }: SubmittedDefinition): string | null {
	// Read as Meta would list it.
	const template = toMessageTemplate({ id: '0', status: 'PENDING', parameter_format: parameterFormat, ...definition });
	return template ? toExampleText(template) : null;
}
