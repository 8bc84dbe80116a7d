import type { ConversionNote } from './ConversionNote';
import { isExpression } from './isExpression';
import type { WorkflowNode } from './Workflow';

const OLD_FIELDS =
	/\b(?:messages|contacts|statuses)(?:\?\.)?\[0\]|\bjson\??\.(?:messages|contacts|statuses|metadata)\b|\bmetadata\??\.phone_number_id\b|\bjson\??\.data\??\.(?:approved|text)\b/;

/** Tells of code that reads fields of the built-in trigger; code is not changed. */
export function tellOfCode({ name, parameters }: WorkflowNode): ConversionNote[] {
	return Object.entries(parameters).flatMap(([parameter, value]) => {
		const found = typeof value === 'string' && !isExpression(value) ? OLD_FIELDS.exec(value) : null;
		return found ? [{ node: name, parameter, isToDo: true, text: `Reads ${found[0]} in its code, which may be the item of a node that was converted. Code is not changed.` }] : [];
	});
}
