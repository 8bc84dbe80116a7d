import { refuse } from './refuse';

/**
 * Makes sure that a text is there and short enough.
 *
 * @throws {TemplateParameterError} when it is empty or longer than the limit
 */
export function checkLength(parameter: string, text: string, limit: number): void {
	if (text.trim() === '') refuse(parameter, 'is empty.', 'Write the text that people are to see.');
	if (text.length <= limit) return;
	refuse(parameter, `is ${text.length} characters long; WhatsApp allows ${limit}.`, 'Write a shorter text.');
}
