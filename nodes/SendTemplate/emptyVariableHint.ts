import type { NodeHint } from 'n8n-workflow';

const FORM = '($parameter["templateVariables"] || {})';
const IS_EMPTY = `(${FORM}.schema || []).some((field) => !field.removed && [undefined, null, ""].includes((${FORM}.value || {})[field.id]))`;
const IS_FORM_ALONE = `${FORM}.mappingMode !== "autoMapInputData" && !($parameter["options"] || {}).valuesJson && !($parameter["options"] || {}).componentsJson`;

/** Says before a run that the form has an empty field; n8n itself does not, because no field is marked as required (see `toMapperField`). */
export const EMPTY_VARIABLE_HINT: NodeHint = {
	message: 'A variable of the template is still empty. WhatsApp refuses a template message with an empty value, so nothing would be sent.',
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${IS_FORM_ALONE} && ${IS_EMPTY} }}`,
};
