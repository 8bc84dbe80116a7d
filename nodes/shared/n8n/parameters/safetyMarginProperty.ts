import type { INodeProperties } from 'n8n-workflow';

/** How long before its end a window counts as closed; read with `toSafetyMargin`. */
export const safetyMarginProperty: INodeProperties = {
	displayName: 'Safety Margin (Minutes)',
	name: 'safetyMarginMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1439 },
	default: 5,
	description:
		'How long before its end the window counts as closed: the longest time you expect until WhatsApp handles the message',
};
