import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberModes } from './phoneNumberModes';

/** Which business number: the item's own by default, so that the node works unconfigured behind the trigger. */
export const phoneNumberProperty: INodeProperties = {
	displayName: 'Business Phone Number',
	name: 'phoneNumberId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '={{ $json.phoneNumberId }}' },
	description:
		'The business number that the conversation belongs to. When the item names none, the only number of the account is used.',
	...phoneNumberModes,
};
