import type { IDataObject } from 'n8n-workflow';

import { checkDraft } from '../../shared/cloudApi/templates/draft/checkDraft';
import { editCodeComponents } from '../../shared/cloudApi/templates/draft/editCodeComponents';
import { replaceComponents } from '../../shared/cloudApi/templates/draft/replaceComponents';
import type { TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { toDraftComponents } from '../../shared/cloudApi/templates/draft/toDraftComponents';
import type { MessageTemplate } from '../../shared/cloudApi/templates/MessageTemplate';
import type { ListedTemplate, TemplateComponent, TemplateEdit } from '../../shared/cloudApi/templates/TemplateAdmin';
import { TemplateParameterError } from '../../shared/cloudApi/templates/TemplateParameterError';
import { templateState } from '../../shared/cloudApi/templates/templateState';
import { readMediaCards } from './readCards';
import { readCodeChanges } from './readCode';
import { readComponents } from './readComponents';
import { readDraft } from './readDraft';
import { readMessageTtl } from './readMessageTtl';
import { readSettings } from './readSettings';
import type { TemplateRun } from './TemplateRun';
import { toPreviewText } from './toPreviewText';
import { toWord } from './toWord';
import { uploadSamples } from './uploadSamples';

// Meta takes an edit in these states only (templates/template-management, read 2026-09-11).
const EDITABLE = new Set(['APPROVED', 'REJECTED', 'PAUSED']);

/**
 * Changes one language of a template and submits it for review. Meta replaces its components as a whole, so the parts that
 * are not to be changed are taken from the template as it is.
 *
 * @throws {InvalidInputError} when the template cannot be edited in its state, nothing is to be changed, or Meta would refuse
 * a part
 */
export async function editTemplate(run: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const listed = await run.find(itemIndex);
	const { id, name, language, category, parameterFormat } = listed.template;
	refuseUneditable(listed.template);
	const newCategory = readCategory(run, itemIndex, listed.template);
	const categoryThen = newCategory.category ?? category;
	const others = { ...newCategory, ...readMessageTtl(run, itemIndex, categoryThen), ...readSettings(run, itemIndex, categoryThen) };
	const components = await makeComponents(run, itemIndex, listed);
	const edit: TemplateEdit = { ...others, ...(components && { components }) };
	if (Object.keys(edit).length === 0) {
		throw new TemplateParameterError(
			'Parts to Change',
			`Nothing is to be changed in the template '${name}'.`,
			"Choose a part in 'Parts to Change', or add an option.",
		);
	}
	await run.admin.editTemplate(id, edit).finally(run.forget);
	const outcome = { name, language, category: edit.category ?? category };
	const text = toPreviewText({ ...outcome, parameterFormat, components: components ?? listed.components });
	return [{ edited: true, id, ...outcome, text }];
}

function refuseUneditable(template: MessageTemplate): void {
	if (EDITABLE.has(template.status)) return;
	const { name, language } = template;
	throw new TemplateParameterError(
		'Template',
		`The template '${name}' (${language}) cannot be edited now: ${templateState(template).words}.`,
		'WhatsApp takes edits of templates that are approved, rejected or paused.',
	);
}

function readCategory({ read }: TemplateRun, itemIndex: number, template: MessageTemplate): { category?: string } {
	const category = toWord(read('options.category', itemIndex, '')).toUpperCase();
	if (category === '' || category === template.category) return {};
	if (template.status !== 'APPROVED') return { category };
	throw new TemplateParameterError(
		'Category',
		`The category of the template '${template.name}' cannot be changed, because it is approved.`,
		"Remove the option 'Category', or create a new template.",
	);
}

async function makeComponents(
	run: TemplateRun,
	itemIndex: number,
	{ template, components }: ListedTemplate,
): Promise<TemplateComponent[] | undefined> {
	if (run.read('contentFrom', itemIndex, 'form') === 'json') return readComponents(run, itemIndex);
	const parts = run.read('parts', itemIndex, []);
	const changed = new Set(Array.isArray(parts) ? parts.map(String) : []);
	if (changed.size === 0) return undefined;
	if (changed.has('code') || template.category === 'AUTHENTICATION') {
		refuseMixed(template, changed);
		const codeChanges = readCodeChanges(run, itemIndex);
		return Object.keys(codeChanges).length === 0 ? undefined : editCodeComponents(components, codeChanges);
	}
	refuseMissing(template, changed);
	const draft: TemplateDraft = {
		parameterFormat: template.parameterFormat,
		hasOffer: template.offer !== undefined,
		...(changed.has('header') && { header: await readDraft.header(run, itemIndex) }),
		...(changed.has('body') && { body: readDraft.body(run, itemIndex) }),
		...(changed.has('footer') && { footer: readDraft.footer(run, itemIndex) }),
		...(changed.has('buttons') && { buttons: readDraft.buttons(run, itemIndex) }),
		...(changed.has('offer') && { offer: readDraft.offer(run, itemIndex) }),
		...(changed.has('mediaCards') && { cards: await readMediaCards(run, itemIndex) }),
	};
	checkDraft(draft);
	return replaceComponents(components, toDraftComponents(draft, await uploadSamples(run, draft)));
}

/** An offer or cards make another template of one: they are changed where they are, and not added. */
function refuseMissing({ name, offer, cards }: MessageTemplate, changed: Set<string>): void {
	const showsMedia = cards.length > 0 && cards.every(({ header }) => header?.format !== 'PRODUCT');
	const missing = [
		...(changed.has('offer') && offer === undefined ? ["'Limited-Time Offer', and the template has none"] : []),
		...(changed.has('mediaCards') && !showsMedia ? ["'Cards', and the template has none with pictures or videos"] : []),
	];
	if (missing.length === 0) return;
	throw new TemplateParameterError(
		'Parts to Change',
		`'Parts to Change' has ${missing.join('; ')}: '${name}'.`,
		'Choose other parts, or create a new template.',
	);
}

function refuseMixed({ name, category }: MessageTemplate, changed: Set<string>): void {
	if (category !== 'AUTHENTICATION') {
		throw new TemplateParameterError(
			'Parts to Change',
			`'Parts to Change' has 'One-Time Code', and the template '${name}' is no authentication template.`,
			'Choose other parts.',
		);
	}
	if (changed.size === 1 && changed.has('code')) return;
	throw new TemplateParameterError(
		'Parts to Change',
		`The text of the authentication template '${name}' is WhatsApp's own and cannot be written.`,
		"Choose 'One-Time Code' alone.",
	);
}
