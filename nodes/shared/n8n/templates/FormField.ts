import type { ResourceMapperField } from 'n8n-workflow';

/**
 * A field of a template's form, as n8n keeps it with the node. It names its template, because n8n keeps the form when the template is changed while
 * the node has no input yet: it asks for another one when the node is opened again.
 */
export interface FormField extends ResourceMapperField {
	/** Name of the template; undefined in forms of versions of this package that did not name it. */
	ofTemplate?: string;
	/** ID of the template in its language. */
	ofTemplateId?: string;
}
