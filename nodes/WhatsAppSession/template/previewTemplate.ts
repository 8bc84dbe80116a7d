import type { IDataObject } from 'n8n-workflow';

import { templateState } from '../../shared/cloudApi/templates/templateState';
import { toTemplateMessage } from '../../shared/cloudApi/templates/toTemplateMessage';
import { findTemplate, toTemplateChoice } from '../../shared/n8n/templates/findTemplate';
import { readTemplateInput } from '../../shared/n8n/templates/readTemplateInput';
import type { TemplateRun } from './TemplateRun';

/**
 * Fills a template in as Send Template would, and sends nothing.
 *
 * @throws {TemplateParameterError} when Send Template would refuse a value
 * @throws {InvalidInputError} when none was chosen, or the account does not have it
 */
export async function previewTemplate({ account, context, read }: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const template = await findTemplate(account, toTemplateChoice((name) => read(name, itemIndex, '')));
	const input = await readTemplateInput(context, read, itemIndex, template);
	const state = templateState(template);
	// As it will be once it is approved: its state has no say in how it is filled in.
	const { payload, renderedText, tooLate } = toTemplateMessage({ ...template, status: 'APPROVED' }, input);
	if (tooLate) throw tooLate;
	const { id, name, language, status, category } = template;
	return [
		{
			id,
			name,
			language,
			status,
			category,
			isSendable: state.isSendable,
			reason: state.isSendable ? null : state.words,
			text: renderedText,
			payload: { messaging_product: 'whatsapp', ...payload },
		},
	];
}
