import type { JsonObject } from '../JsonObject.ts';
import { buttonIndexOf } from './buttonIndexOf.ts';
import { sentComponents } from './sentComponents.ts';
import type { TemplateButton } from './TemplateDefinition.ts';

/**
 * The parameters that were sent for a button; empty when none were.
 *
 * @param index - place of the button, from 0
 */
export function sentForButton(
	sent: readonly JsonObject[],
	buttons: readonly TemplateButton[],
	index: number,
): JsonObject[] {
	const component = sent.find(
		(candidate) => String(candidate.type).toLowerCase() === 'button' && buttonIndexOf(candidate, buttons) === index,
	);
	return sentComponents(component?.parameters);
}
