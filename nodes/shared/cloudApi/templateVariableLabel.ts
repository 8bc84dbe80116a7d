import type { TemplateVariable } from './MessageTemplate';

const LONGEST_LABEL = 60;

/**
 * Names a variable the way the form shows it, for example `Body {{1}}: Hello …, your order`.
 *
 * @returns at most 60 characters, counted as code points
 */
export function templateVariableLabel(variable: TemplateVariable): string {
	const part = variable.component === 'header' ? 'Header' : 'Body';
	const words = variable.context.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (placeholder, name: string) =>
		name === variable.name ? '…' : placeholder,
	);
	const label = Array.from(`${part} {{${variable.name}}}${words === '…' || words === '' ? '' : `: ${words}`}`);
	return label.length <= LONGEST_LABEL ? label.join('') : `${label.slice(0, LONGEST_LABEL - 1).join('')}…`;
}
