import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { CarriedContent } from '../shared/cloudApi/messages/FreeFormMessage';
import type { MessageTemplate } from '../shared/cloudApi/templates/MessageTemplate';
import { toTemplateFields } from '../shared/cloudApi/templates/toTemplateFields';
import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { toTemplateText } from '../shared/domain/toTemplateText';
import { toTemplateChoice } from '../shared/n8n/findTemplate';
import type { Destination, Sender } from '../shared/n8n/openSender';
import { readTemplateInput } from '../shared/n8n/readTemplateInput';
import type { SentItem } from '../shared/n8n/sendItems';
import { sendTemplateMessage } from '../shared/n8n/sendTemplateMessage';
import { carryIntoTemplate } from './carryIntoTemplate';

/**
 * Sends what the message holds inside the fallback template, so that a closed window does not lose the content: its text in a
 * variable, its file in the header, its buttons as quick replies. What the template has no place for is named in
 * `template.notCarried`.
 *
 * @param content - what the item asks to send, for the send-once key
 * @throws {InvalidInputError} when the template has no variable for the text, or several and none was chosen
 */
export async function sendAsTemplate(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	carried: CarriedContent,
	content: unknown,
): Promise<SentItem> {
	const { itemIndex } = destination;
	const template = await sender.findTemplate(toTemplateChoice((name) => sender.read(name, itemIndex, '')));
	const input = await readTemplateInput(context, sender.read, itemIndex, template);
	const { values, notCarried } = carryIntoTemplate(template, carried, input.values);
	const text = carried.text === undefined ? {} : { [toTextVariable(template, sender.read('fallbackTextVariable', itemIndex, ''))]: toTemplateText(carried.text) };
	const send = { template, input: { ...input, values: { ...values, ...text } }, content };
	const { isSent, json } = await sendTemplateMessage(context, sender, destination, send);
	const told: IDataObject = notCarried.length === 0 ? {} : { template: { ...(json.template as IDataObject), notCarried } };
	return { output: isSent ? 0 : 1, json: { ...json, ...told } };
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
