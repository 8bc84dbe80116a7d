import type { TemplateField } from '../../cloudApi/templates/TemplateField';

/**
 * Names a field of a template for a form: its label, with Meta's example, or what may be given, right behind its name, for example
 * `2 (e.g. 10:00): your visit at …`.
 *
 * **WARNING:** the editor cuts labels off after some 22 characters, so that what comes last is never seen.
 */
export function toFieldTitle({ label, example, hint = example === '' ? '' : `e.g. ${example}` }: TemplateField): string {
	if (hint === '') return label;
	const end = label.indexOf(': ');
	return end === -1 ? `${label} (${hint})` : `${label.slice(0, end)} (${hint})${label.slice(end)}`;
}
