import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';

/** What a person reads of a message that is no template: its words, or its type in square brackets. */
export function freeFormText(type: string, content: JsonObject): string {
	const words = [
		content.body,
		toJsonObject(content.body)?.text,
		content.caption,
		content.text,
		content.name,
		toJsonObject(content.button_reply)?.title,
		toJsonObject(content.list_reply)?.title,
		content.emoji,
		toJsonObject(toJsonObject(content.message)?.text)?.body,
		toJsonObject(content.nfm_reply)?.response_json,
	].find((candidate) => typeof candidate === 'string' && candidate !== '');
	if (type === 'text' || type === 'button' || type === 'interactive') return String(words ?? `[${type}]`);
	return words === undefined ? `[${type}]` : `[${type}] ${String(words)}`;
}
