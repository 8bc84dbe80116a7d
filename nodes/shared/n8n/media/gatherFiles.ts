import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

/** Messages, and their files on one item. */
export interface GatheredFiles {
	/** The messages, in their order; `media.binaryField` of one with a file names it. */
	messages: IDataObject[];
	binary: IBinaryKeyData;
}

/**
 * Puts the files of several messages on one item, as `data`, `data2` and so on.
 *
 * @param items - the item of each message, with its file as the binary field of that name where it has one
 * @param property - the name of the first one
 */
export function gatherFiles(items: INodeExecutionData[], property = 'data'): GatheredFiles {
	const binary: IBinaryKeyData = {};
	const messages = items.map((item): IDataObject => {
		const message = item.json.message as IDataObject;
		const file = item.binary?.[property];
		if (!file) return message;
		const count = Object.keys(binary).length;
		const binaryField = count === 0 ? property : `${property}${count + 1}`;
		binary[binaryField] = file;
		return { ...message, media: { ...(message.media as IDataObject), binaryField } };
	});
	return { messages, binary };
}
