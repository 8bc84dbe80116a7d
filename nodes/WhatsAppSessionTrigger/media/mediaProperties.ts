import type { INodeProperties } from 'n8n-workflow';

/** Options of the trigger that decide whether files are downloaded, and up to which size; 1 MB is 1024 × 1024 bytes. */
export const mediaOptions: INodeProperties[] = [
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			'Whether to download the file of a message (image, audio, video, document, sticker) into the binary field "data". When that fails, message.media.error says why, and the message starts the workflow all the same.',
	},
	{
		displayName: 'Maximum Media Size',
		name: 'maximumMediaSizeMb',
		type: 'number',
		default: 16,
		typeOptions: { minValue: 1, maxValue: 100 },
		description:
			'Size in MB up to which files are downloaded. People can send documents of up to 100 MB, everything else is at most 16 MB.',
		displayOptions: { show: { downloadMedia: [true] } },
	},
];
