import { checkComponents } from '../../shared/cloudApi/templates/draft/checkComponents';
import type { TemplateComponent } from '../../shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readJson } from '../../shared/domain/readJson';
import type { TemplateRun } from './TemplateRun';

/**
 * Reads a template's definition that was written as JSON.
 *
 * @throws {InvalidInputError} when it is no JSON, or no list of components
 */
export function readComponents({ read }: TemplateRun, itemIndex: number): TemplateComponent[] {
	const given = read('components', itemIndex, '');
	const value = typeof given === 'string' ? readJson(given) : { value: given };
	if (value) return checkComponents(value.value);
	throw new InvalidInputError(
		'Components (JSON)',
		"'Components (JSON)' is a text that is not JSON.",
		'Write it with double quotes around names and texts, or let an expression give a list.',
	);
}
