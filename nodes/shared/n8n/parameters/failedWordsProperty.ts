import type { INodeProperties } from 'n8n-workflow';

/** Lets texts through that look like what a failed expression leaves; see `findFailedWord`. */
export const failedWordsProperty: INodeProperties = {
	displayName: 'Allow Words of Failed Expressions',
	name: 'allowFailedWords',
	type: 'boolean',
	default: false,
	description:
		'Whether to send texts that hold undefined, null, NaN, [object Object] or Invalid DateTime, which expressions leave that found nothing or went wrong. Otherwise such texts are refused.',
};
