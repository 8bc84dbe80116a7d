import { groupOf } from '../shared/domain/groupAsUser';
import { InvalidInputError } from '../shared/domain/InvalidInputError';
import type { SendRun } from '../shared/n8n/items/openSendRun';
import type { SentItem } from '../shared/n8n/items/sendItems';
import { readSwitch } from '../shared/n8n/parameters/readSwitch';
import { toTemplateChoice } from '../shared/n8n/templates/findTemplate';
import { readTemplateInput } from '../shared/n8n/templates/readTemplateInput';
import { sendTemplateMessage } from '../shared/n8n/templates/sendTemplateMessage';
import { chooseEndpoint } from './chooseEndpoint';

/** Reads the template and the values of one item, and sends it; see `sendTemplateMessage`. */
export async function sendTemplateItem(run: SendRun, itemIndex: number): Promise<SentItem> {
	const { context, read } = run;
	const destination = await run.destinationOf(itemIndex);
	const template = await run.findTemplate(toTemplateChoice((name) => read(name, itemIndex, '')));
	const input = await readTemplateInput(context, read, itemIndex, template);
	const through = chooseEndpoint(template, (name) => read(`options.${name}`, itemIndex, ''));
	if (through.endpoint === 'marketing_messages' && groupOf(destination.recipient) !== undefined) throw isForPeople();
	return await sendTemplateMessage(run, destination, {
		template,
		input,
		content: { template: template.id, values: input.values, components: input.components },
		...through,
		isDryRun: readSwitch(read, 'options.dryRun', 'Dry Run', itemIndex),
	});
}

/** Meta's pages on groups name the Cloud API, and those on the Marketing Messages API people. */
function isForPeople(): InvalidInputError {
	return new InvalidInputError(
		'Send Marketing Through',
		"'Send Marketing Through' is Marketing Messages API, and 'Recipient' is a group, to which only the Cloud API sends. Nothing was sent.",
		"Take 'Send Marketing Through' out of the options for groups.",
	);
}
