import type { JsonObject } from '../JsonObject.ts';
import { sentComponents } from './sentComponents.ts';
import type { TemplateButton } from './TemplateDefinition.ts';

/**
 * The parameters that were sent for a button. A component without an index is for the first button of its kind: Meta's sample
 * for call buttons has none.
 *
 * @param index - place of the button, from 0
 */
export function sentForButton(
	sent: readonly JsonObject[],
	buttons: readonly TemplateButton[],
	index: number,
): JsonObject[] {
	const component = sent.find((candidate) => isForButton(candidate, buttons, index));
	return sentComponents(component?.parameters);
}

function isForButton(component: JsonObject, buttons: readonly TemplateButton[], index: number): boolean {
	if (String(component.type).toLowerCase() !== 'button') return false;
	if (component.index !== undefined) return Number(component.index) === index;
	const kind = String(component.sub_type).toUpperCase();
	return buttons.findIndex(({ type }) => type === kind) === index;
}
