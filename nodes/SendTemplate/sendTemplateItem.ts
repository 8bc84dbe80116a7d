import type { IExecuteFunctions } from 'n8n-workflow';

import { findTemplate, toTemplateChoice } from '../shared/n8n/findTemplate';
import type { Sender } from '../shared/n8n/openSender';
import { readMappedValues } from '../shared/n8n/readMappedValues';
import { sendTemplateMessage, type TemplateResult } from '../shared/n8n/sendTemplateMessage';

/** Reads the template and the values of one item, and sends it; see `sendTemplateMessage`. */
export async function sendTemplateItem(
	context: IExecuteFunctions,
	sender: Sender,
	itemIndex: number,
): Promise<TemplateResult> {
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const destination = await sender.destinationOf(itemIndex);
	const choice = toTemplateChoice((name) => sender.read(name, itemIndex, ''));
	const template = await findTemplate(sender.account, choice);
	const values = readMappedValues(sender.read('templateVariables', itemIndex, {}), item, template);
	return await sendTemplateMessage(sender, destination, template, values, { template: template.id, values });
}
