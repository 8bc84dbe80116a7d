import type { IExecuteFunctions } from 'n8n-workflow';

import { toTemplateChoice } from '../shared/n8n/templates/findTemplate';
import type { Sender } from '../shared/n8n/items/openSender';
import { readSwitch } from '../shared/n8n/parameters/readSwitch';
import { readTemplateInput } from '../shared/n8n/templates/readTemplateInput';
import { sendTemplateMessage, type TemplateResult } from '../shared/n8n/templates/sendTemplateMessage';
import { chooseEndpoint } from './chooseEndpoint';

/** Reads the template and the values of one item, and sends it; see `sendTemplateMessage`. */
export async function sendTemplateItem(
	context: IExecuteFunctions,
	sender: Sender,
	itemIndex: number,
): Promise<TemplateResult> {
	const { read } = sender;
	const destination = await sender.destinationOf(itemIndex);
	const template = await sender.findTemplate(toTemplateChoice((name) => read(name, itemIndex, '')));
	const input = await readTemplateInput(context, read, itemIndex, template);
	return await sendTemplateMessage(context, sender, destination, {
		template,
		input,
		content: { template: template.id, values: input.values, components: input.components },
		...chooseEndpoint(template, (name) => read(`options.${name}`, itemIndex, '')),
		isDryRun: readSwitch(read, 'options.dryRun', 'Dry Run', itemIndex),
	});
}
