import type { NodeHint } from 'n8n-workflow';

const FIRST = '((($parameter["templateVariables"] || {}).schema || [])[0] || {})';
const IS_CHANGED = `($parameter["templateFrom"] === "name" ? ${FIRST}.ofTemplate !== $parameter["templateName"] : ${FIRST}.ofTemplateId !== $parameter["template"])`;
const STORED = '($parameter.toJSON?.() || {})';
const IS_BY_EXPRESSION = `String($parameter["templateFrom"] === "name" ? ${STORED}.templateName : (${STORED}.template || {}).value).startsWith("=")`;

/**
 * Says in the editor that the form is still that of another template; see `FormField`. What an expression chooses may be another one for each item.
 *
 * @param isFormShown - the condition under which the node has the form, an expression; undefined for always
 */
export function formOfOtherHint(isFormShown = 'true'): NodeHint {
	return {
		message:
			'The fields and the text of the template are still those of the one before. n8n does not change them while the node has no input: close the node, open it again, and look through the fields.',
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'always',
		displayCondition: `={{ ${isFormShown} && !!${FIRST}.ofTemplate && !${IS_BY_EXPRESSION} && ${IS_CHANGED} }}`,
	};
}
