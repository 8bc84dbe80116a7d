import { fillTemplateText } from '../fillTemplateText';
import type { TemplateText, TemplateVariable } from '../MessageTemplate';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';
import { toTextParameter } from '../toTextParameter';
import { variableLabel } from '../variableLabel';
import type { SectionPlace } from './SectionPlace';

/**
 * The variables of a text header or a body.
 *
 * @param limit - how long the text may be with its values in place; UTF-16 code units
 */
export function textPart(
	component: 'header' | 'body',
	text: TemplateText,
	place: SectionPlace,
	limit: number,
): TemplatePart {
	const fieldOf = new Map(text.variables.map((variable) => [variable.name, toField(component, variable, place)]));
	return {
		slot: component,
		fields: [...fieldOf.values()],
		toComponent(values) {
			const given = new Map([...fieldOf].map(([name, field]) => [name, toTextParameter(values, field)]));
			const texts = new Map([...given].map(([name, { shown }]) => [name, shown]));
			const { length } = fillTemplateText(text.text, (name) => texts.get(name));
			if (length > limit) throw tooLong(component, length, limit, longestField(fieldOf, texts));
			const parameters = namesInOrder(text, place).flatMap((name) => {
				const parameter = given.get(name)?.parameter;
				return parameter ? [{ ...parameter, ...(place.isNamed && { parameter_name: name }) }] : [];
			});
			return { type: component, parameters };
		},
	};
}

function toField(component: 'header' | 'body', variable: TemplateVariable, place: SectionPlace): TemplateField {
	const { name, example } = variable;
	return {
		id: `${place.idPrefix}${component}_${name}`,
		label: variableLabel(variable, `${place.labelPrefix}${component === 'header' ? 'Header ' : ''}`),
		example,
		kind: 'text',
		isRequired: true,
		// The first number of a header and that of the body are two variables; one name is the same in both.
		...(place.hasAliases && (component === 'body' || place.isNamed) && { alias: name }),
	};
}

/** Meta takes the first value for {{1}}, wherever it stands in the text. */
function namesInOrder({ variables }: TemplateText, { isNamed }: SectionPlace): string[] {
	const names = variables.map(({ name }) => name);
	return isNamed ? names : names.sort((a, b) => Number(a) - Number(b));
}

function longestField(fieldOf: Map<string, TemplateField>, texts: Map<string, string>): string {
	const lengthOf = (name: string) => texts.get(name)?.length ?? 0;
	const [longest] = [...fieldOf].sort(([a], [b]) => lengthOf(b) - lengthOf(a));
	return longest?.[1].label ?? '';
}

function tooLong(component: string, length: number, limit: number, label: string): TemplateParameterError {
	return new TemplateParameterError(
		label,
		`The ${component} of the template becomes ${length} characters long with these values; WhatsApp allows ${limit}.`,
		`Shorten '${label}', the longest value.`,
	);
}
