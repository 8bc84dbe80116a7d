import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_TAKE_OVER_HOURS } from '../../domain/takeOverLength';

/** How a take-over ends; read with `takeOverLength`. */
export const takeOverEndProperty: INodeProperties = {
	displayName: 'Take-Over Ends',
	name: 'takeOverEnds',
	type: 'options',
	options: [
		{ name: 'After Hours', value: 'afterHours', description: 'So many hours after the last sign of a person' },
		{ name: 'When Given Back', value: 'whenGivenBack', description: "Not before 'Give Back' of the node WhatsApp Session" },
	],
	default: 'afterHours',
	description: 'When the bot has the conversation again',
};

/** How long it lasts; read with `takeOverLength`. */
export const takeOverHoursProperty: INodeProperties = {
	displayName: 'Take-Over Lasts (Hours)',
	name: 'takeOverHours',
	type: 'number',
	default: DEFAULT_TAKE_OVER_HOURS,
	placeholder: 'e.g. 12',
	description: 'How long the bot leaves the conversation to the person; up to 720 hours, which are 30 days',
};
