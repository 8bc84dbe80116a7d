import type { INodeProperties } from 'n8n-workflow';

const shownForAsk = { show: { operation: ['ask'] } };

/** How long to wait for the answer. */
export const waitProperties: INodeProperties[] = [
	{
		displayName: 'Wait For',
		name: 'waitFor',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 24,
		description: "How long to wait for the answer; then the item leaves on 'No Answer', up to a minute late",
		displayOptions: shownForAsk,
	},
	{
		displayName: 'Unit',
		name: 'waitUnit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'hours',
		hint: 'The answer is heard by a published WhatsApp Session Trigger, in any workflow. One item for each execution.',
		description: 'In what the time is given',
		displayOptions: shownForAsk,
	},
];

/** For the collection of options. */
export const giveUpWhenClosedProperty: INodeProperties = {
	displayName: 'Give Up When the Window Closes',
	name: 'giveUpWhenClosed',
	type: 'boolean',
	default: false,
	description: 'Whether to wait no longer than the customer service window is open that was open when the message was sent',
	displayOptions: { show: { '/operation': ['ask'] } },
};

/** For the collection of options. */
export const downloadFilesProperty: INodeProperties = {
	displayName: 'Download Files',
	name: 'downloadFiles',
	type: 'boolean',
	default: false,
	description:
		'Whether to download the file that the person answers with (image, audio, video, document, sticker; up to 16 MB) into the binary field "answer". When that fails, answer.message.media.error says why, and the workflow goes on all the same.',
	displayOptions: { show: { '/operation': ['ask'] } },
};

/** For the collection of options. */
export const takeGesturesProperty: INodeProperties = {
	displayName: 'Take Stickers and Reactions',
	name: 'takeGestures',
	type: 'boolean',
	default: false,
	description:
		"Whether a sticker, or a reaction to the question, is an answer as well. Otherwise it neither continues this workflow nor starts the trigger's, because that may ask anew.",
	displayOptions: { show: { '/operation': ['ask'] } },
};
