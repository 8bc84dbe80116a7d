import type { IDataObject } from 'n8n-workflow';

import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { checkDraft } from '../../shared/cloudApi/templates/draft/checkDraft';
import { checkTemplateName } from '../../shared/cloudApi/templates/draft/checkTemplateName';
import type { TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { toCodeComponents } from '../../shared/cloudApi/templates/draft/toCodeComponents';
import { toDraftComponents } from '../../shared/cloudApi/templates/draft/toDraftComponents';
import { isSameDefinition } from '../../shared/cloudApi/templates/isSameDefinition';
import type { CreatedTemplate, TemplateComponent, TemplateCreation } from '../../shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readComponents } from './readComponents';
import { readDraft } from './readDraft';
import { readMessageTtl } from './readMessageTtl';
import type { TemplateRun } from './TemplateRun';
import { toPreviewText } from './toPreviewText';
import { toWord } from './toWord';
import { uploadHeaderSample } from './uploadHeaderSample';

const EXISTS_ALREADY = 2388024;
const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

type Heading = Omit<TemplateCreation, 'components'> & { parameter_format: 'POSITIONAL' | 'NAMED' };

/**
 * Checks the definition of a new template and submits it for review. Nothing leaves when something of it is refused. A template
 * that is there already and is the same is taken for its own: the answer to an earlier try did not arrive.
 *
 * @throws {InvalidInputError} when Meta would refuse a part; names the field as the form shows it
 */
export async function createTemplate(run: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const heading = readHeading(run, itemIndex);
	const components = await makeComponents(run, itemIndex, heading);
	const { businessAccountId } = run.account.credentials;
	const creation = { ...heading, components };
	const created = await run.admin
		.createTemplate(businessAccountId, creation)
		.finally(run.forget)
		.catch(async (error: unknown) => await findOwn(run, creation, error));
	const { name, language, parameter_format: parameterFormat } = heading;
	const text = toPreviewText({ name, language, category: created.category, parameterFormat, components });
	return [{ id: created.id, status: created.status, category: created.category, name, language, text }];
}

function readHeading(run: TemplateRun, itemIndex: number): Heading {
	const { read } = run;
	const name = toWord(read('name', itemIndex, ''));
	checkTemplateName(name);
	const language = toWord(read('language', itemIndex, ''));
	if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)) {
		throw refusal('Language', language, 'Pick one from the list, or give a code as Meta writes it, for example en_US.');
	}
	const category = toWord(read('category', itemIndex, '')).toUpperCase();
	if (!CATEGORIES.includes(category)) throw refusal('Category', category, 'Give MARKETING, UTILITY or AUTHENTICATION.');
	return {
		name,
		language,
		category,
		parameter_format: read('parameterFormat', itemIndex, 'POSITIONAL') === 'NAMED' ? 'NAMED' : 'POSITIONAL',
		...(read('options.allowCategoryChange', itemIndex, false) === true && { allow_category_change: true }),
		...readMessageTtl(run, itemIndex, category),
	};
}

async function makeComponents(
	run: TemplateRun,
	itemIndex: number,
	{ category, parameter_format: parameterFormat }: Heading,
): Promise<TemplateComponent[]> {
	if (run.read('contentFrom', itemIndex, 'form') === 'json') return readComponents(run, itemIndex);
	if (category === 'AUTHENTICATION') return toCodeComponents(readDraft.code(run, itemIndex));
	const draft: TemplateDraft = {
		parameterFormat,
		header: await readDraft.header(run, itemIndex),
		body: readDraft.body(run, itemIndex),
		footer: readDraft.footer(run, itemIndex),
		buttons: readDraft.buttons(run, itemIndex),
	};
	checkDraft(draft);
	const handle = await uploadHeaderSample(run, draft);
	return [...toDraftComponents(draft, handle).values()].filter((component) => component !== undefined);
}

/** Gives the template that stands in the way of a new one when it is the same; fails with the refusal when it is not. */
async function findOwn(run: TemplateRun, creation: TemplateCreation, refused: unknown): Promise<CreatedTemplate> {
	if (!(refused instanceof CloudApiError) || ![refused.code, refused.subcode].includes(EXISTS_ALREADY)) throw refused;
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

function refusal(parameter: string, value: string, advice: string): InvalidInputError {
	const words = value === '' ? 'is empty.' : `is not one that WhatsApp knows: ${value.slice(0, 40)}`;
	return new InvalidInputError(parameter, `'${parameter}' ${words}`, advice);
}
