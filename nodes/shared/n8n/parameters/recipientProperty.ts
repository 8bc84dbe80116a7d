import type { INodeProperties } from 'n8n-workflow';

import { RECIPIENT_FIELDS } from './recipientOfItem';

/** Who is on the other side: the item's own person or group where it is left empty; read with `readRecipient`. */
export const recipientProperty: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	default: '',
	placeholder: 'e.g. +15551234567',
	hint: 'Empty: who wrote, behind the trigger; else the field recipient, phone or phoneNumber of the item',
	builderHint: { propertyHint: 'Leave it out behind WhatsApp Session Trigger and every node of this pack: the person of the item is taken. Otherwise an expression with the phone number, country code first.' },
	description:
		`The person: a phone number with country code in any usual spelling, or a business-scoped user ID (BSUID); or a group, by the ID that Meta gave it. Where it is empty, the item is asked for ${RECIPIENT_FIELDS.join(', ')}.`,
};
