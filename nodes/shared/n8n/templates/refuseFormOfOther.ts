import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { InvalidInputError } from '../../domain/InvalidInputError';
import type { ParameterReader } from '../parameters/createParameterReader';
import type { FormField } from './FormField';

/**
 * Refuses a form that was filled in for another template: its values would stand in the places of this one's.
 *
 * A template that an expression chooses is none that the form was made for, and whoever wrote the expression knows that.
 *
 * @throws {InvalidInputError} that names both templates
 */
export function refuseFormOfOther(read: ParameterReader, template: MessageTemplate): void {
	const { mappingMode, schema } = (read.stored('templateVariables') ?? {}) as { mappingMode?: string; schema?: FormField[] | null };
	const name = schema?.[0]?.ofTemplate;
	if (mappingMode === 'autoMapInputData' || name === undefined || name === template.name || isChosenByExpression(read)) return;
	throw new InvalidInputError(
		'Template Variables',
		`'Template Variables' was filled in for the template '${name}', and '${template.name}' is to be sent.`,
		'Close the node and open it again, so that the form is that of the template, and look through all of its fields.',
	);
}

function isChosenByExpression(read: ParameterReader): boolean {
	const chosen = read.stored('templateFrom') === 'name' ? read.stored('templateName') : read.stored('template');
	const value = typeof chosen === 'object' && chosen !== null ? (chosen as { value?: unknown }).value : chosen;
	return typeof value === 'string' && value.startsWith('=');
}
