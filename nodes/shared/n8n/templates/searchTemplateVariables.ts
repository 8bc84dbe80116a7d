import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toTemplateFields } from '../../cloudApi/templates/toTemplateFields';
import { readChosenTemplate } from './readChosenTemplate';
import { toFieldTitle } from './toFieldTitle';

/** Lists the variables of the chosen template that take a text, for a "From List" field. */
export async function searchTemplateVariables(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	const template = await readChosenTemplate(this);
	const fields = template ? toTemplateFields(template).filter(({ kind }) => kind === 'text') : [];
	return { results: fields.map((field) => ({ name: toFieldTitle(field), value: field.id })) };
}
