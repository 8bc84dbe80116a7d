import type { IDataObject } from 'n8n-workflow';

import { refuse } from '../../shared/cloudApi/templates/draft/refuse';
import { toLibraryInputs } from '../../shared/cloudApi/templates/draft/toLibraryInputs';
import type { LibraryTemplate } from '../../shared/cloudApi/templates/LibraryTemplate';
import type { LibraryCreation, TemplateComponent } from '../../shared/cloudApi/templates/TemplateAdmin';
import { existsAlready } from './existsAlready';
import type { TemplateHeading } from './readHeading';
import { readLibraryInputs, readLibraryTemplate } from './readLibrary';
import type { TemplateRun } from './TemplateRun';
import { toPreviewText } from './toPreviewText';

/**
 * Makes a template of Meta's library one's own. It needs no review. One that is there already and was made from the same template is
 * taken for its own: the answer to an earlier try did not arrive.
 *
 * @returns one result; `text` is that of the library with its examples, without the sentences that were added
 * @throws {InvalidInputError} when the library does not have it, or it is given what Meta would refuse
 */
export async function createFromLibrary(run: TemplateRun, itemIndex: number, heading: TemplateHeading): Promise<IDataObject[]> {
	const { name, language, category, furtherLanguages } = heading;
	if (category === 'MARKETING') refuse('Category', "is marketing, and WhatsApp's library has utility and authentication templates only.", 'Choose one of these.');
	if (furtherLanguages.length > 0) refuse('Further Languages', "cannot be written together from WhatsApp's library.", 'Run the node with one item for each language.');
	const template = await readLibraryTemplate(run, itemIndex, heading);
	const inputs = toLibraryInputs(template, readLibraryInputs(run, itemIndex, category));
	const creation: LibraryCreation = { ...withoutContent(heading), library_template_name: template.name, ...inputs };
	const created = await run.admin
		.createTemplate(run.account.credentials.businessAccountId, creation)
		.finally(run.forget)
		.catch(async (error: unknown) => {
			if (!existsAlready(error)) throw error;
			const own = (await run.list()).find(({ template: each }) => each.name === name && each.language === language && each.libraryName === template.name);
			if (own === undefined) throw error;
			return own.template;
		});
	const text = toPreviewText({ name, language, category: created.category, parameterFormat: 'POSITIONAL', components: toComponents(template) });
	return [{ id: created.id, status: created.status, category: created.category, name, language, text }];
}

/** What a template of one's own has, and one of the library does not. */
const OF_OWN_CONTENT = new Set(['parameter_format', 'degrees_of_freedom_spec', 'furtherLanguages']);

function withoutContent(heading: TemplateHeading): Omit<LibraryCreation, 'library_template_name'> {
	return Object.fromEntries(Object.entries(heading).filter(([key]) => !OF_OWN_CONTENT.has(key))) as unknown as Omit<LibraryCreation, 'library_template_name'>;
}

function toComponents({ header, body, bodyExamples, buttons }: LibraryTemplate): TemplateComponent[] {
	return [
		...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header }]),
		{ type: 'BODY', text: body, example: { body_text: [bodyExamples] } },
		...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons }]),
	];
}
