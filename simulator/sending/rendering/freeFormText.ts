import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';

/** The words of a message that is neither sent by the business nor a file: a tap, a form, an order; else its type in brackets. */
export function freeFormText(type: string, content: JsonObject): string {
	const words = [
		content.body,
		content.text,
		toJsonObject(content.button_reply)?.title,
		toJsonObject(content.list_reply)?.title,
		toJsonObject(toJsonObject(content.message)?.text)?.body,
		toJsonObject(content.nfm_reply)?.response_json,
		toJsonObject(content.call_permission_reply)?.response,
		// Of a template that does not exist.
		content.name,
	].find((candidate) => typeof candidate === 'string' && candidate !== '');
	if (type === 'button' || type === 'interactive') return String(words ?? `[${type}]`);
	return words === undefined ? `[${type}]` : `[${type}] ${String(words)}`;
}
