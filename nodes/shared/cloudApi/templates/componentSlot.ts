import type { MessageTemplate } from './MessageTemplate';

/**
 * Names the place that a component takes in a template message, so that two for the same place are seen as such: `header`,
 * `body`, `button 0`, `carousel`.
 *
 * @param component - in Meta's shape, in any letter case
 */
export function componentSlot(component: Record<string, unknown>, { buttons }: Pick<MessageTemplate, 'buttons'>): string {
	const type = String(component.type).toLowerCase();
	if (type !== 'button') return type;
	if (component.index !== undefined) return `button ${Number(component.index)}`;
	// The sample of Meta for call buttons has no index; such a button is there once at the most.
	const subType = String(component.sub_type).toUpperCase();
	return `button ${buttons.find((button) => button.type === subType)?.index ?? subType.toLowerCase()}`;
}
