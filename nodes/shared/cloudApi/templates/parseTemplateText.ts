import { isRecord } from '../../domain/isRecord';
import type { TemplateText, TemplateVariable } from './MessageTemplate';
import { templatePlaceholders, type TemplatePlaceholder } from './templatePlaceholders';

const WORDS_AROUND = 4;
const CHARACTERS_AROUND = 40;

/**
 * Reads a text of a template and the variables in it; one that occurs twice counts once.
 *
 * @param example - Meta's `example` of that component, in any of its shapes
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function parseTemplateText(component: 'header' | 'body', text: string, example: unknown): TemplateText {
	const variables = new Map<string, TemplateVariable>();
	for (const placeholder of templatePlaceholders(text)) {
		const { name } = placeholder;
		if (variables.has(name)) continue;
		const context = contextOf(text, placeholder);
		variables.set(name, { name, context, example: exampleOf(component, name, isRecord(example) ? example : {}) });
	}
	return { text, variables: [...variables.values()] };
}

/** The words next to a placeholder, cut at word boundaries, and in scripts without spaces after 40 characters. */
function contextOf(text: string, { start, end }: TemplatePlaceholder): string {
	const before = text.slice(0, start).split(/\s+/).slice(-WORDS_AROUND).join(' ');
	const after = text.slice(end).split(/\s+/).slice(0, WORDS_AROUND).join(' ');
	const shortBefore = Array.from(before).slice(-CHARACTERS_AROUND).join('');
	const shortAfter = Array.from(after).slice(0, CHARACTERS_AROUND).join('');
	return `${shortBefore}${text.slice(start, end)}${shortAfter}`.trim();
}

function exampleOf(component: string, name: string, example: Record<string, unknown>): string {
	const named = example[`${component}_text_named_params`];
	if (Array.isArray(named)) {
		const entry: unknown = named.find((item) => isRecord(item) && item.param_name === name);
		return isRecord(entry) ? toText(entry.example) : '';
	}
	const texts = example[`${component}_text`];
	// Meta nests the examples of a body once more than those of a header.
	const list: unknown = Array.isArray(texts) && Array.isArray(texts[0]) ? texts[0] : texts;
	return Array.isArray(list) ? toText(list[Number(name) - 1]) : toText(list);
}

function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
