import type { INodeExecutionData } from 'n8n-workflow';

import { gatherFiles } from '../../shared/n8n/media/gatherFiles';

/**
 * Makes one item of the items of messages, in their order: that of the newest one, with `messages` and the joined `text`. The files of all
 * are on it, as `data`, `data2` and so on; `media.binaryField` of a message names its own.
 *
 * @param items - the item of each message, at least one, each with its file as `data` where it has one
 */
export function toCombinedItem(items: INodeExecutionData[]): INodeExecutionData {
	const { messages: own, binary } = gatherFiles(items);
	const newest = items.at(-1) as INodeExecutionData;
	const messages = own.map((message, index) => ({ ...message, ...(items[index]?.json.raw !== undefined && { raw: items[index].json.raw }) }));
	const texts = own.map(({ text }) => text).filter((text) => typeof text === 'string' && text !== '');
	const json = { ...newest.json, message: own.at(-1), messages, text: texts.length > 0 ? texts.join('\n') : null };
	return { ...newest, json, ...(Object.keys(binary).length > 0 && { binary }) };
}
