import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { formOfOtherHint } from '../shared/n8n/templates/formOfOtherHint';
import { mapTemplateVariables } from '../shared/n8n/templates/mapTemplateVariables';
import { searchPhoneNumbers } from '../shared/n8n/account/searchPhoneNumbers';
import { searchTemplates } from '../shared/n8n/templates/searchTemplates';
import { showTemplateText } from '../shared/n8n/templates/showTemplateText';
import { sendItems } from '../shared/n8n/items/sendItems';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { EMPTY_VARIABLE_HINT } from './emptyVariableHint';
import { whenCalled } from '../shared/n8n/whenCalled';
import { properties } from './properties';
import { sendTemplateItem } from './sendTemplateItem';

/** Sends an approved message template, which is allowed at any time to people who did not opt out of it. */
export class SendTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Send Template',
		name: 'sendTemplate',
		icon: { light: 'file:sendTemplate.svg', dark: 'file:sendTemplate.dark.svg' },
		group: ['output'],
		version: [1, 2],
		subtitle: '={{ $parameter["templateFrom"] === "name" ? $parameter["templateName"] : $parameter.toJSON?.().template?.cachedResultName?.split(" ")[0] || "approved template" }}',
		description: 'Send an approved WhatsApp message template, whether the window is open or closed',
		defaults: { name: 'Send Template' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Writes to somebody first: reminders, order updates, campaigns. Needs a template that WhatsApp has approved, and for marketing an opt-in on record. Give Send-Once Key a name for the message, so that no person gets it twice.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger', relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs' },
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSession', relationHint: 'Records the opt-ins that marketing templates need, and creates templates' },
			],
		},
		hints: [formOfOtherHint(), EMPTY_VARIABLE_HINT],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Not Sent'],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		listSearch: { searchPhoneNumbers: whenCalled(() => searchPhoneNumbers), searchTemplates: whenCalled(() => searchTemplates) },
		resourceMapping: { mapTemplateVariables: whenCalled(() => mapTemplateVariables), showTemplateText: whenCalled(() => showTemplateText) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendItems(this, sendTemplateItem);
	}
}
