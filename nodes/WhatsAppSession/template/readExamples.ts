import type { DraftExample } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { toRows } from './toRows';
import { toWord } from './toWord';

/** Reads the examples of a text's variables as the form has them. */
export function readExamples(list: unknown): DraftExample[] {
	return toRows(list).map(({ name, example }) => ({ name: toWord(name), example: toWord(example) }));
}
