import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberModes } from './phoneNumberModes';
import { PHONE_NUMBER_FIELDS } from './readPhoneNumberId';

/** Which business number: the item's own where it is left empty; read with `readPhoneNumberId`. */
export const phoneNumberProperty: INodeProperties = {
	displayName: 'Business Phone Number',
	name: 'phoneNumberId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	hint: 'Empty: the number that the person wrote to, else the only one of the account',
	builderHint: { propertyHint: 'Leave it out: the number of the item is taken, else the only one of the account.' },
	description: `The business number that the conversation belongs to. Where it is empty, the item is asked for ${PHONE_NUMBER_FIELDS.join(', ')}.`,
	...phoneNumberModes,
};
