import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { LibraryTemplate } from '../../shared/cloudApi/templates/LibraryTemplate';
import { refuse } from '../../shared/cloudApi/templates/draft/refuse';
import { LIBRARY_SENTENCES, type LibraryInputs } from '../../shared/cloudApi/templates/draft/toLibraryInputs';
import { readCode } from './readCode';
import type { TemplateHeading } from './readHeading';
import type { TemplateRun } from './TemplateRun';
import { toRows } from './toRows';
import { toWord } from './toWord';

/**
 * Finds the template of Meta's library that an item names, in the language of the item.
 *
 * @throws {InvalidInputError} when none is named, the library does not have it in that language, or it is of another category
 */
export async function readLibraryTemplate({ read, admin }: TemplateRun, itemIndex: number, { language, category }: TemplateHeading): Promise<LibraryTemplate> {
	const name = toWord(read('libraryTemplate', itemIndex, ''));
	if (name === '') throw new InvalidInputError('Library Template', 'No library template is chosen.', "Pick one from the list in 'Library Template', or give its name.");
	const template = (await admin.listLibrary(language, name)).find((each) => each.name === name && each.language === language);
	if (template === undefined) {
		refuse('Library Template', `is not in WhatsApp's library in ${language}: ${name.slice(0, 80)}`, 'Pick one from the list, or choose another language.');
	}
	if (template.category !== '' && template.category !== category) {
		refuse('Category', `is ${category.toLowerCase()}, and '${name}' of WhatsApp's library is a template of the category ${template.category.toLowerCase()}.`, 'Choose that category.');
	}
	return template;
}

/** Reads what a template of the library is given, as its category has it; see `libraryProperties`. */
export function readLibraryInputs(run: TemplateRun, itemIndex: number, category: string): LibraryInputs {
	if (category === 'AUTHENTICATION') {
		const { warns, expirationMinutes, otpType, apps, acceptsZeroTapTerms } = readCode(run, itemIndex);
		return { code: { warns, expirationMinutes, otpType, apps, acceptsZeroTapTerms } };
	}
	const chosen = run.read('librarySentences', itemIndex, []);
	const sentences = (Array.isArray(chosen) ? chosen : []).map(toWord);
	const unknown = sentences.find((sentence) => !LIBRARY_SENTENCES.some((known) => known === sentence));
	if (unknown !== undefined) refuse('Sentences to Add', `has one that WhatsApp does not know: ${unknown.slice(0, 40)}`, `Give ${LIBRARY_SENTENCES.join(', ')}.`);
	return {
		buttons: toRows(run.read('libraryButtons.values', itemIndex, [])).map((row) => ({
			type: toWord(row.type) || 'URL',
			url: toWord(row.url),
			urlExample: toWord(row.urlExample),
			phoneNumber: toWord(row.phoneNumber),
		})),
		sentences: LIBRARY_SENTENCES.filter((sentence) => sentences.includes(sentence)),
	};
}
