import { describeFailedWord } from '../../domain/describeFailedWord';
import { findFailedWord } from '../../domain/findFailedWord';
import { TemplateParameterError } from './TemplateParameterError';

/**
 * Makes sure that a value holds nothing that a failed expression leaves; see `findFailedWord`.
 *
 * @param label - the field as the form shows it
 * @throws {TemplateParameterError} when it does
 */
export function refuseFailedWords(label: string, value: unknown): void {
	const word = findFailedWord(value);
	if (word !== undefined) throw new TemplateParameterError(label, ...describeFailedWord(label, word));
}
