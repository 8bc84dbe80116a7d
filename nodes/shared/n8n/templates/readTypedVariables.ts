import type { TemplateField } from '../../cloudApi/templates/TemplateField';
import { toTypedValue } from '../../cloudApi/templates/toTypedValue';
import { InvalidInputError } from '../../domain/InvalidInputError';
import type { ParameterReader } from '../parameters/createParameterReader';

const PARAMETER = 'Amounts and Dates';

/**
 * Gives the values of a template with those that are to be sent as amounts of money or points in time as such; see
 * `toTextParameter`.
 *
 * @param fields - of the template
 * @param values - by field ID
 * @throws {InvalidInputError} for a variable that the template does not have
 */
export function readTypedVariables(
	read: ParameterReader,
	itemIndex: number,
	fields: TemplateField[],
	values: Record<string, unknown>,
): Record<string, unknown> {
	const rows = read('options.typedVariables.values', itemIndex, []);
	const typed = { ...values };
	for (const row of Array.isArray(rows) ? (rows as Array<Record<string, unknown>>) : []) {
		for (const { id } of findFields(fields, String(row.variable ?? ''))) {
			const value = values[id];
			// What is missing is refused by its field, and what has a kind already keeps it.
			if (value === undefined || value === null || toTypedValue(value)) continue;
			typed[id] = row.type === 'date_time' ? { date_time: value } : { amount: value, currency: row.currency };
		}
	}
	return typed;
}

function findFields(fields: TemplateField[], given: string): TemplateField[] {
	const name = given.replace(/[{}\s]/g, '');
	const texts = fields.filter(({ kind }) => kind === 'text');
	const found = texts.filter(({ id, alias }) => id === name || alias === name);
	if (found.length > 0) return found;
	const names = texts.map(({ id, alias }) => alias ?? id).join(', ');
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' names a variable that the template does not have: ${name.slice(0, 60) || '(empty)'}`,
		names === '' ? 'This template has no texts with variables: take the option out.' : `It has ${names.slice(0, 300)}.`,
	);
}
