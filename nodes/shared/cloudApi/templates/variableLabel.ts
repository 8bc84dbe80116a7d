import type { TemplateVariable } from './MessageTemplate';

const LONGEST_LABEL = 60;

/**
 * Names a variable the way the form shows it: its name, then the words around it up to the neighbouring variables, for
 * example `1: Hello …, your order` or `Header city: Welcome to …`.
 *
 * The name comes first, because the editor cuts labels off after about 25 characters.
 *
 * @param prefix - where in the template it is, for example `Header ` or `Card 2 `; nothing for the body
 * @returns at most 60 characters, counted as code points
 */
export function variableLabel({ name, context }: TemplateVariable, prefix = ''): string {
	const own = [...context.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].find((placeholder) => placeholder[1] === name);
	const before = context.slice(0, own?.index ?? context.length);
	const after = own ? context.slice(own.index + own[0].length) : '';
	const words = `${afterLastVariable(before)}…${beforeNextVariable(after)}`.replace(/\s+/g, ' ').trim();
	const label = Array.from(`${prefix}${name}${words === '…' ? '' : `: ${words}`}`);
	return label.length <= LONGEST_LABEL ? label.join('') : `${label.slice(0, LONGEST_LABEL - 1).join('')}…`;
}

function afterLastVariable(text: string): string {
	return text.slice(text.lastIndexOf('}}') + 1).replace(/^[}\s,.;:!?]+/, '');
}

function beforeNextVariable(text: string): string {
	const end = text.indexOf('{{');
	return end === -1 ? text : text.slice(0, end);
}
