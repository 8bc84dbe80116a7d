import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

/**
 * Makes one item of the items of messages, in their order: that of the newest one, with `messages` and the joined `text`. The files of all
 * are on it, as `data`, `data2` and so on; `media.binaryField` of a message names its own.
 *
 * @param items - the item of each message, at least one, each with its file as `data` where it has one
 */
export function toCombinedItem(items: INodeExecutionData[]): INodeExecutionData {
	const binary: IBinaryKeyData = {};
	const messages = items.map((item) => {
		const { raw, message } = item.json as { raw?: IDataObject; message?: IDataObject };
		const named = { ...message, ...(raw !== undefined && { raw }) };
		const file = item.binary?.data;
		if (!file) return named;
		const count = Object.keys(binary).length;
		const binaryField = count === 0 ? 'data' : `data${count + 1}`;
		binary[binaryField] = file;
		return { ...named, media: { ...(message?.media as IDataObject), binaryField } };
	});
	const newest = items.at(-1) as INodeExecutionData;
	const texts = messages.map(({ text }: IDataObject) => text).filter((text) => typeof text === 'string' && text !== '');
	// The item has it already.
	const message: IDataObject = { ...messages.at(-1) };
	delete message.raw;
	const json = { ...newest.json, message, messages, text: texts.length > 0 ? texts.join('\n') : null };
	return { ...newest, json, ...(Object.keys(binary).length > 0 && { binary }) };
}
