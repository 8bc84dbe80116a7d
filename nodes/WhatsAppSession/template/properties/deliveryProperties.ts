import type { INodeProperties } from 'n8n-workflow';

/**
 * The options on how messages of a template are delivered.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/message-template-api (read 2026-09-11)
 */
export const deliveryProperties: INodeProperties[] = [
	{
		displayName: 'Opt Out of Link Tracking',
		name: 'optOutOfLinkTracking',
		type: 'boolean',
		default: true,
		description: 'Whether Meta stops counting taps on the links of the buttons; its figures for the template then show no taps',
	},
	{
		displayName: 'Primary Device Only',
		name: 'primaryDeviceOnly',
		type: 'boolean',
		default: true,
		description: "Whether messages go to the person's phone alone, and not to the devices that are linked to it",
	},
];
