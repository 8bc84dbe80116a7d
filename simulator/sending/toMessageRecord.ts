import { renderTemplate } from '../templates/rendering/renderTemplate.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { renderFreeForm } from './rendering/renderFreeForm.ts';
import { tappableOf } from './rendering/tappableOf.ts';
import type { SendDraft } from './SendDraft.ts';

/** What the simulator remembers of a send, accepted or refused. */
export function toMessageRecord(draft: SendDraft, id: string, status: 'accepted' | 'refused'): MessageRecord {
	const isTemplate = draft.type === 'template';
	const content = toJsonObject(draft.body[draft.type]) ?? draft.content;
	const rendered = isTemplate && draft.template ? renderTemplate(draft.template, content) : renderFreeForm(draft.type, content);
	const contextId = toJsonObject(draft.body.context)?.message_id;
	const language = toJsonObject(content.language)?.code;
	return {
		id,
		direction: 'outbound',
		phoneNumberId: draft.number.id,
		waId: draft.person?.waId ?? '',
		...(draft.group && { groupId: draft.group.id }),
		type: draft.type,
		text: rendered.text,
		atMs: draft.nowMs,
		status,
		endpoint: draft.endpoint,
		sentAs: isTemplate ? 'template' : draft.generatedTemplateId === undefined ? 'freeForm' : 'directSend',
		...(isTemplate && { template: { name: String(content.name), language: String(language) } }),
		...(typeof contextId === 'string' && { contextId }),
		...(rendered.sections && { sections: rendered.sections }),
		buttons: tappableOf(rendered.sections ?? []),
		content,
	};
}
