import { templatePlaceholders } from './templatePlaceholders';

/**
 * Puts values into a text of a template, in one pass: a value that itself looks like a placeholder stays as it is.
 *
 * @param valueOf - gives the value of a variable by its name; undefined leaves the placeholder
 */
export function fillTemplateText(text: string, valueOf: (name: string) => string | undefined): string {
	let filled = '';
	let position = 0;
	for (const { name, start, end } of templatePlaceholders(text)) {
		filled += text.slice(position, start) + (valueOf(name) ?? text.slice(start, end));
		position = end;
	}
	return filled + text.slice(position);
}
