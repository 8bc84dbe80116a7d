import type { IExecuteFunctions } from 'n8n-workflow';

import type { MessageTemplate } from '../shared/cloudApi/templates/MessageTemplate';
import { toTemplateFields } from '../shared/cloudApi/templates/toTemplateFields';
import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { toTemplateText } from '../shared/domain/toTemplateText';
import { toTemplateChoice } from '../shared/n8n/findTemplate';
import type { Destination, Sender } from '../shared/n8n/openSender';
import { readTemplateInput } from '../shared/n8n/readTemplateInput';
import type { SentItem } from '../shared/n8n/sendItems';
import { sendTemplateMessage } from '../shared/n8n/sendTemplateMessage';

/**
 * Sends the text inside a variable of the fallback template, so that a closed window does not lose the content.
 *
 * @throws {InvalidInputError} when the template has no variable for the text, or several and none was chosen
 */
export async function sendAsTemplate(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	text: string,
): Promise<SentItem> {
	const { itemIndex } = destination;
	const template = await sender.findTemplate(toTemplateChoice((name) => sender.read(name, itemIndex, '')));
	const variable = toTextVariable(template, sender.read('fallbackTextVariable', itemIndex, ''));
	const input = await readTemplateInput(context, sender.read, itemIndex, template);
	const values = { ...input.values, [variable]: toTemplateText(text) };
	const send = { template, input: { ...input, values }, content: text };
	const { isSent, json } = await sendTemplateMessage(context, sender, destination, send);
	return { output: isSent ? 0 : 1, json };
}

function toTextVariable(template: MessageTemplate, chosen: unknown): string {
	const parameter = 'Variable for the Text';
	const ids = toTemplateFields(template).filter(({ kind }) => kind === 'text').map(({ id }) => id);
	const [only] = ids;
	const id = String(chosen ?? '').trim();
	if (id === '' && only !== undefined && ids.length === 1) return only;
	if (ids.includes(id)) return id;
	throw new InvalidInputError(
		parameter,
		ids.length === 0
			? `The template '${template.name}' has no variable that could carry the text.`
			: `'${parameter}' ${id === '' ? 'is empty' : `is ${id}`}, and the template '${template.name}' has the variables ${ids.join(', ')}.`,
		ids.length === 0 ? 'Choose a template with a variable in its body.' : `Choose the variable in '${parameter}'.`,
	);
}
