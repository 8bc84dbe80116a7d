import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isRecord } from '../../shared/domain/isRecord';
import { gatherFiles } from '../../shared/n8n/media/gatherFiles';

/**
 * Makes one item of the items of messages, in their order: that of the newest one, with `messages` and the joined `text`. The files of all
 * are on it, as `data`, `data2` and so on; `media.binaryField` of a message names its own.
 *
 * An item that could not be made keeps none of the others back: it stands among the `messages` with its `error`; see `makeEventItem`.
 *
 * @param items - the item of each message, at least one, each with its file as `data` where it has one
 */
export function toCombinedItem(items: INodeExecutionData[]): INodeExecutionData {
	const made = items.filter(({ json }) => isRecord(json.message));
	const { messages: own, binary } = gatherFiles(made);
	const newest = (made.at(-1) ?? items.at(-1)) as INodeExecutionData;
	const messages = items.map(({ json }): IDataObject => {
		const raw = json.raw !== undefined && { raw: json.raw };
		const position = made.findIndex((each) => each.json === json);
		return position < 0 ? { error: json.error, ...raw } : { ...own[position], ...raw };
	});
	const texts = own.map(({ text }) => text).filter((text) => typeof text === 'string' && text !== '');
	const json = { ...newest.json, ...(own.length > 0 && { message: own.at(-1) }), messages, text: texts.length > 0 ? texts.join('\n') : null };
	return { ...newest, json, ...(Object.keys(binary).length > 0 && { binary }) };
}
