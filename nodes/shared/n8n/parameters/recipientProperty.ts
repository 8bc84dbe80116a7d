import type { INodeProperties } from 'n8n-workflow';

/** Who is on the other side: the item's own recipient by default. */
export const recipientProperty: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	default: '={{ $json.recipient }}',
	required: true,
	placeholder: 'e.g. +15551234567',
	description:
		'The person: a phone number with country code in any usual spelling, or a business-scoped user ID (BSUID)',
};
