import type { INodeProperties } from 'n8n-workflow';

/** How long a message is kept; read with `readKeepDays`. */
export const keepDaysProperty: INodeProperties = {
	displayName: 'Keep for (Days)',
	name: 'keepDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 28 },
	default: 7,
	hint: 'A published WhatsApp Session Trigger, in any workflow, sends it when the person writes',
	description:
		'How long the message waits for the person to write. After that it is given up: the event Given Up of the WhatsApp Session Trigger tells of it, and WhatsApp Session > Outbox > Get Many shows it. WhatsApp keeps files for 30 days, so 28 days is the longest.',
	displayOptions: { show: { whenClosed: ['keep'] } },
};
