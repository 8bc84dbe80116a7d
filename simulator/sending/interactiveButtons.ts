import type { JsonObject } from '../JsonObject.ts';
import { sentComponents } from '../templates/sentComponents.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { MessageButton } from '../world/MessageRecord.ts';

/** What a person can tap in an interactive message: reply buttons or the rows of a list. */
export function interactiveButtons(content: JsonObject): MessageButton[] {
	const action = toJsonObject(content.action) ?? {};
	const replies = sentComponents(action.buttons).map((button): MessageButton => {
		const reply = toJsonObject(button.reply) ?? {};
		return { kind: 'reply', text: String(reply.title ?? ''), value: String(reply.id ?? '') };
	});
	const rows = sentComponents(action.sections)
		.flatMap((section) => sentComponents(section.rows))
		.map(
			(row): MessageButton => ({
				kind: 'listRow',
				text: String(row.title ?? ''),
				value: String(row.id ?? ''),
				...(typeof row.description === 'string' && { description: row.description }),
			}),
		);
	return [...replies, ...rows];
}
