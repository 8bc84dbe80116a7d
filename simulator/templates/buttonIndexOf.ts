import type { JsonObject } from '../JsonObject.ts';
import type { TemplateButton } from './TemplateDefinition.ts';

/**
 * The place, from 0, of the button that a sent component is for; NaN when it names none.
 *
 * Meta's samples have the index as a text and as a number, and none for a call button: that is then the first of its kind.
 */
export function buttonIndexOf(component: JsonObject, buttons: readonly TemplateButton[]): number {
	const { index, sub_type: subType } = component;
	if (index !== undefined) return /^\d+$/.test(String(index)) ? Number(index) : NaN;
	const isCall = String(subType).toUpperCase() === 'VOICE_CALL';
	return isCall ? buttons.findIndex(({ type }) => type === 'VOICE_CALL') : NaN;
}
