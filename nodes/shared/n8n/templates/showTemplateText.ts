import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { readChosenTemplate } from './readChosenTemplate';
import { toTemplateHtml } from './toTemplateHtml';

/** What the builder of a send has to know of a marketing template, by the value of 'Consent'. */
const WHO_OPTED_IN: Readonly<Record<string, string>> = {
	requiredForMarketing: 'This is marketing: people without an opt-in on record are kept back.',
	requiredForAll: 'This is marketing: people without an opt-in on record are kept back.',
	keptElsewhere: "This is marketing: send it to people who opted in, and to nobody else. 'Consent' says that you know who did.",
};

/**
 * Shows the whole text of the chosen template beside its form, with the variables marked; of a marketing template also whom it goes
 * to. The form of a resource mapper without fields is the one place where n8n shows a text that was loaded.
 */
export async function showTemplateText(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const template = await readChosenTemplate(this);
	const consent = this.getCurrentNodeParameter('consent');
	return { fields: [], emptyFieldsNotice: template ? toNotice(template, consent) : 'Choose a template, and its text appears here.' };
}

function toNotice(template: MessageTemplate, consent: unknown): string {
	const words = template.category === 'MARKETING' ? WHO_OPTED_IN[String(consent)] : undefined;
	// Before the text: behind it, it read as a part of the message.
	return [...(words === undefined ? [] : [words]), `The person reads:<br><br>${toTemplateHtml(template)}`].join('<br><br>');
}
