import type { IDataObject } from 'n8n-workflow';

import { asObject } from './asObject';

/** The fields in which an empty 'Message ID' looks, as the editor names them. */
export const MESSAGE_ID_FIELDS = ['message.id', 'messages[0].id'];

/** Gives the ID of the message that an item is about, as this pack's trigger or n8n's own gives it; undefined for everything else. */
export function messageIdOfItem({ message, messages }: IDataObject): unknown {
	const [first] = Array.isArray(messages) ? messages : [];
	return asObject(message).id ?? asObject(first).id;
}
