import type { IDataObject } from 'n8n-workflow';

import { checkDraft } from '../../shared/cloudApi/templates/draft/checkDraft';
import { checkTemplateName } from '../../shared/cloudApi/templates/draft/checkTemplateName';
import type { TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { toCodeComponents } from '../../shared/cloudApi/templates/draft/toCodeComponents';
import { toDraftComponents } from '../../shared/cloudApi/templates/draft/toDraftComponents';
import type { TemplateComponent, TemplateCreation } from '../../shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readComponents } from './readComponents';
import { readDraft } from './readDraft';
import { readMessageTtl } from './readMessageTtl';
import type { TemplateRun } from './TemplateRun';
import { toPreviewText } from './toPreviewText';
import { toWord } from './toWord';
import { uploadHeaderSample } from './uploadHeaderSample';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

type Heading = Omit<TemplateCreation, 'components'> & { parameter_format: 'POSITIONAL' | 'NAMED' };

/**
 * Checks the definition of a new template and submits it for review. Nothing leaves when something of it is refused.
 *
 * @throws {InvalidInputError} when Meta would refuse a part; names the field as the form shows it
 */
export async function createTemplate(run: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const heading = readHeading(run, itemIndex);
	const components = await makeComponents(run, itemIndex, heading);
	const { businessAccountId } = run.account.credentials;
	const created = await run.admin.createTemplate(businessAccountId, { ...heading, components }).finally(run.forget);
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

function refusal(parameter: string, value: string, advice: string): InvalidInputError {
	const words = value === '' ? 'is empty.' : `is not one that WhatsApp knows: ${value.slice(0, 40)}`;
	return new InvalidInputError(parameter, `'${parameter}' ${words}`, advice);
}
