import { templatePlaceholders } from '../templatePlaceholders';
import { refuse } from './refuse';

/**
 * Makes sure that a text neither begins nor ends with a variable.
 *
 * @throws {TemplateParameterError} when it does
 */
export function checkEdges(label: string, text: string): void {
	const shown = text.trim();
	const placeholders = templatePlaceholders(shown);
	if (placeholders[0]?.start !== 0 && placeholders.at(-1)?.end !== shown.length) return;
	refuse(label, 'begins or ends with a variable, which WhatsApp refuses.', 'Put words before the first and after the last one.');
}
