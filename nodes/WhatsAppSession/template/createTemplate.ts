import type { IDataObject } from 'n8n-workflow';

import { checkCategory } from '../../shared/cloudApi/templates/draft/checkCategory';
import { checkDraft } from '../../shared/cloudApi/templates/draft/checkDraft';
import { refuse } from '../../shared/cloudApi/templates/draft/refuse';
import type { TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { toCodeComponents } from '../../shared/cloudApi/templates/draft/toCodeComponents';
import { toDraftComponents } from '../../shared/cloudApi/templates/draft/toDraftComponents';
import { isSameDefinition } from '../../shared/cloudApi/templates/isSameDefinition';
import type { CreatedTemplate, TemplateCreation } from '../../shared/cloudApi/templates/TemplateAdmin';
import { createFromLibrary } from './createFromLibrary';
import { createLanguages } from './createLanguages';
import { existsAlready } from './existsAlready';
import { readCode } from './readCode';
import { readComponents } from './readComponents';
import { readDraft, TEMPLATE_KINDS, type TemplateKind } from './readDraft';
import { readHeading, toDisplayFormat, type TemplateHeading } from './readHeading';
import type { TemplateRun } from './TemplateRun';
import { toPreviewText } from './toPreviewText';
import { toWord } from './toWord';
import { uploadSamples } from './uploadSamples';

/** What the content of a template adds to its heading: the components, and what Meta files it under because of them. */
type Content = Pick<TemplateCreation, 'components' | 'sub_category' | 'display_format'>;

/**
 * Checks the definition of a new template and submits it for review. Nothing leaves when something of it is refused. A template
 * that is there already and is the same is taken for its own: the answer to an earlier try did not arrive.
 *
 * @returns one result, or one for each language of an authentication template in several languages
 * @throws {InvalidInputError} when Meta would refuse a part; names the field as the form shows it
 */
export async function createTemplate(run: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const heading = readHeading(run, itemIndex);
	if (run.read('contentFrom', itemIndex, 'form') === 'library') return await createFromLibrary(run, itemIndex, heading);
	const content = await makeContent(run, itemIndex, heading);
	const { furtherLanguages, ...rest } = heading;
	// What the builder chose in the options comes before what follows from the content.
	const creation = { ...content, ...rest };
	if (furtherLanguages.length > 0) return await createLanguages(run, creation, [rest.language, ...furtherLanguages]);
	const created = await run.admin
		.createTemplate(run.account.credentials.businessAccountId, creation)
		.finally(run.forget)
		.catch(async (error: unknown) => await findOwn(run, creation, error));
	const { name, language, parameter_format: parameterFormat, components } = creation;
	const text = toPreviewText({ name, language, category: created.category, parameterFormat, components });
	return [{ id: created.id, status: created.status, category: created.category, name, language, text }];
}

async function makeContent(run: TemplateRun, itemIndex: number, heading: TemplateHeading): Promise<Content> {
	const { category, parameter_format: parameterFormat } = heading;
	if (run.read('contentFrom', itemIndex, 'form') === 'json') return { components: readComponents(run, itemIndex) };
	if (category === 'AUTHENTICATION') return { components: toCodeComponents(readCode(run, itemIndex)) };
	const kind = readKind(run, itemIndex, category);
	const draft: TemplateDraft = {
		parameterFormat,
		body: readDraft.body(run, itemIndex),
		...(await readDraft.ofKind(run, itemIndex, kind)),
	};
	checkDraft(draft);
	checkCategory(draft, category);
	const components = [...toDraftComponents(draft, await uploadSamples(run, draft)).values()];
	return {
		components: components.filter((component) => component !== undefined),
		...(kind === 'orderStatus' && { sub_category: 'ORDER_STATUS' }),
		...toDisplayFormat(category, draft.buttons ?? []),
	};
}

function readKind({ read }: TemplateRun, itemIndex: number, category: string): TemplateKind {
	const given = toWord(read('kind', itemIndex, 'standard')) || 'standard';
	const kind = TEMPLATE_KINDS.find((known) => known === given);
	if (kind === undefined) refuse('Kind', `is not one that there is: ${given.slice(0, 40)}`, `Give ${TEMPLATE_KINDS.join(', ')}.`);
	if (kind === 'orderStatus' && category !== 'UTILITY') {
		refuse('Kind', 'is Order Status, and WhatsApp takes that in utility templates only.', "Set 'Category' to 'Utility'.");
	}
	return kind;
}

/** Gives the template that stands in the way of a new one when it is the same; fails with the refusal when it is not. */
async function findOwn(run: TemplateRun, creation: TemplateCreation, refused: unknown): Promise<CreatedTemplate> {
	if (!existsAlready(refused)) throw refused;
	const { name, language, category, allow_category_change: takesAnyCategory, components } = creation;
	const own = (await run.list()).find(
		({ template, components: listed }) =>
			template.name === name &&
			template.language === language &&
			(template.category === category || takesAnyCategory === true) &&
			isSameDefinition(components, listed),
	);
	if (own === undefined) throw refused;
	return own.template;
}
