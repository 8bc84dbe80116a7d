import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/**
 * Gives the item that leaves a node for the one that came in: its own fields and files, and the new fields.
 *
 * An error that the item carries from a node before stays behind: n8n would take it for one of this node.
 */
export function withFields(
	item: INodeExecutionData | undefined,
	itemIndex: number,
	fields: IDataObject,
): INodeExecutionData {
	return {
		json: { ...item?.json, ...fields },
		...(item?.binary && { binary: item.binary }),
		pairedItem: { item: itemIndex },
	};
}
