import { fillTemplateText } from '../../cloudApi/templates/fillTemplateText';
import type { MessageTemplate, TemplateSection, TemplateText } from '../../cloudApi/templates/MessageTemplate';
import { renderTemplateMessage } from '../../cloudApi/templates/renderTemplateMessage';
import { toTemplateFields } from '../../cloudApi/templates/toTemplateFields';

/** Names of the form by the IDs of their fields. */
type FieldNames = ReadonlyMap<string, string>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const MARK = /\{\{[^{}]*\}\}/g;

/**
 * Writes a template down as the person reads it, as HTML for a notice in the editor. Its variables stand in bold, by the names that
 * the form has for them: `{{2}}`, `{{Header 1}}`, `{{Card 2 price}}`.
 */
export function toTemplateHtml(template: MessageTemplate): string {
	const names = new Map(toTemplateFields(template).map(({ id, label }) => [id, label.split(': ', 1)[0] ?? label]));
	const cards = template.cards.map((card, index) => markSection(card, `card_${index + 1}_`, names));
	const text = renderTemplateMessage({ ...markSection(template, '', names), cards }, []);
	const escaped = text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
	return escaped.replace(MARK, (mark) => `<b>${mark}</b>`).replaceAll('\n', '<br>');
}

function markSection<Section extends TemplateSection>(section: Section, idPrefix: string, names: FieldNames): Section {
	const { header, body, buttons } = section;
	const code = names.get('code');
	return {
		...section,
		...(header?.text && { header: { ...header, text: markText(header.text, (name) => names.get(`${idPrefix}header_${name}`)) } }),
		...(body && { body: markText(body, (name) => names.get(`${idPrefix}body_${name}`) ?? code) }),
		buttons: buttons.map((button) => ({ ...button, url: button.url && fillTemplateText(button.url, () => toMark(names.get(`${idPrefix}button_${button.index + 1}_suffix`))) })),
	};
}

/** @param nameOf - gives the form's name of a variable; undefined where it has none, and the placeholder stays as it is */
function markText(text: TemplateText, nameOf: (name: string) => string | undefined): TemplateText {
	return { ...text, text: fillTemplateText(text.text, (name) => toMark(nameOf(name))) };
}

function toMark(name: string | undefined): string | undefined {
	return name === undefined ? undefined : `{{${name}}}`;
}
