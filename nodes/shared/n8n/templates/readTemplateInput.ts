import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { toFieldValues } from '../../cloudApi/templates/toFieldValues';
import type { TemplateInput } from '../../cloudApi/templates/toTemplateMessage';
import { toTemplateFields } from '../../cloudApi/templates/toTemplateFields';
import { InvalidInputError } from '../../domain/InvalidInputError';
import { readJson } from '../../domain/readJson';
import type { ParameterReader } from '../parameters/createParameterReader';
import { findTemplateFiles } from './findTemplateFiles';
import { readMappedValues } from './readMappedValues';
import { refuseFormOfOther } from './refuseFormOfOther';
import { readTemplateRows } from './readTemplateRows';
import { readTypedVariables } from './readTypedVariables';
import { readSwitch } from '../parameters/readSwitch';

/**
 * Reads what a template message of one item is made of: the form, the values and components given as JSON, and how they are
 * to be read. Values given as JSON come before those of the form.
 *
 * @throws {InvalidInputError} when the JSON cannot be read, or names what the template does not have, and when the form was filled in for another template
 */
export async function readTemplateInput(
	context: IExecuteFunctions,
	read: ParameterReader,
	itemIndex: number,
	template: MessageTemplate,
): Promise<TemplateInput> {
	refuseFormOfOther(read, template);
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const fields = toTemplateFields(template);
	const written = readJsonParameter('Values (JSON)', read('options.valuesJson', itemIndex, ''));
	const values = {
		...readMappedValues(read, itemIndex, item, fields),
		...(written !== undefined && toFieldValues(template, written)),
	};
	const typed = readTypedVariables(read, itemIndex, fields, readTemplateRows(read, itemIndex, template, fields, values));
	return {
		values: await findTemplateFiles(context, itemIndex, fields, typed),
		components: readJsonParameter('Components (JSON)', read('options.componentsJson', itemIndex, '')),
		now: DateTime.utc(),
		zone: context.getTimezone(),
		allowsFailedWords: readSwitch(read, 'options.allowFailedWords', 'Allow Words of Failed Expressions', itemIndex),
		cleansTexts: readSwitch(read, 'options.cleanValues', 'Clean Values', itemIndex),
	};
}

function readJsonParameter(parameter: string, value: unknown): unknown {
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
	const read = typeof value === 'string' ? readJson(value) : { value };
	if (read) return read.value;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is a text that is not JSON.`,
		'Write it with double quotes around names and texts, or let an expression give an object.',
	);
}
