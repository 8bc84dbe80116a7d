import type { IDataObject } from 'n8n-workflow';

import type { CarriedContent } from '../shared/cloudApi/messages/FreeFormMessage';
import type { MessageTemplate } from '../shared/cloudApi/templates/MessageTemplate';
import { toTemplateFields } from '../shared/cloudApi/templates/toTemplateFields';
import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { toTemplateText } from '../shared/domain/toTemplateText';
import { toTemplateChoice } from '../shared/n8n/templates/findTemplate';
import type { SendRun } from '../shared/n8n/items/openSendRun';
import { readTemplateInput } from '../shared/n8n/templates/readTemplateInput';
import type { SentItem } from '../shared/n8n/items/sendItems';
import { sendTemplateMessage } from '../shared/n8n/templates/sendTemplateMessage';
import type { Destination } from '../shared/sending/Destination';
import { carryIntoTemplate } from './carryIntoTemplate';

/**
 * Sends what the message holds inside the fallback template, so that a closed window does not lose the content: its text in a
 * variable, its file in the header, its buttons as quick replies. What the template has no place for is named in
 * `template.notCarried`.
 *
 * @param content - what the item asks to send, for the send-once key
 * @throws {InvalidInputError} when the template has a GIF header, no variable for the text, several and none was
 * chosen, or one that has a value already
 */
export async function sendAsTemplate(
	run: SendRun,
	destination: Destination,
	carried: CarriedContent,
	content: unknown,
): Promise<SentItem> {
	const { context, read } = run;
	const { itemIndex } = destination;
	const template = await run.findTemplate(toTemplateChoice((name) => read(name, itemIndex, '')));
	refuseGif(template);
	const input = await readTemplateInput(context, read, itemIndex, template);
	const { values, notCarried } = carryIntoTemplate(template, carried, input.values);
	if (carried.text !== undefined) {
		const chosen = toWord(read('fallbackTextVariable', itemIndex, ''));
		const variable = toTextVariable(template, chosen);
		const isTaken = chosen === '' && input.values[variable] !== undefined;
		if (!isTaken) values[variable] = toTemplateText(carried.text);
		else if (carried.media) notCarried.push('the text');
		else throw variableIsTaken(template, variable);
	}
	const send = { template, input: { ...input, values }, content };
	const { output, json } = await sendTemplateMessage(run, destination, send);
	const told: IDataObject = notCarried.length === 0 ? {} : { template: { ...(json.template as IDataObject), notCarried } };
	return { output, json: { ...json, ...told } };
}

function refuseGif({ name, header }: MessageTemplate): void {
	if (header?.format !== 'GIF') return;
	throw new InvalidInputError(
		'Template',
		`The template '${name}' has a GIF header, which only the Marketing Messages API sends.`,
		'Choose another template for a closed window, or send this one with WhatsApp Send Template.',
	);
}

/** A caption gives way to what the builder filled in, and is named; a text that is the message itself must not be lost. */
function variableIsTaken({ name }: MessageTemplate, variable: string): InvalidInputError {
	return new InvalidInputError(
		'Variable for the Text',
		`'Variable for the Text' is empty, and the only variable of the template '${name}' has a value already: ${variable}`,
		"Empty the variable in the form, so that it carries the text. If the text is to take the place of the value, choose the variable in 'Variable for the Text'.",
	);
}

function toWord(value: unknown): string {
	return String(value ?? '').trim();
}

function toTextVariable(template: MessageTemplate, id: string): string {
	const parameter = 'Variable for the Text';
	const ids = toTemplateFields(template).filter(({ kind }) => kind === 'text').map(({ id }) => id);
	const [only] = ids;
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
