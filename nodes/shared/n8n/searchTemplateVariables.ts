import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { templateVariableLabel } from '../cloudApi/templates/templateVariableLabel';
import { readChosenTemplate } from './readChosenTemplate';

/** Lists the variables of the chosen template for a "From List" field. */
export async function searchTemplateVariables(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	const template = await readChosenTemplate(this);
	const variables = template?.variables ?? [];
	return { results: variables.map((variable) => ({ name: templateVariableLabel(variable), value: variable.id })) };
}
