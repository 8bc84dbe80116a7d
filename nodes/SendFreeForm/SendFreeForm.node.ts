import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { mapTemplateVariables } from '../shared/n8n/mapTemplateVariables';
import { searchPhoneNumbers } from '../shared/n8n/searchPhoneNumbers';
import { searchTemplates } from '../shared/n8n/searchTemplates';
import { searchTemplateVariables } from '../shared/n8n/searchTemplateVariables';
import { sendItems } from '../shared/n8n/sendItems';
import { testWhatsAppSessionApi } from '../shared/n8n/testWhatsAppSessionApi';
import { properties } from './properties';
import { sendFreeFormItem } from './sendFreeFormItem';

/** Sends a free-form message, guarded by the customer service window at the moment of sending. */
export class SendFreeForm implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Send Free-form',
		name: 'sendFreeForm',
		icon: { light: 'file:sendFreeForm.svg', dark: 'file:sendFreeForm.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["messageType"] + ($parameter["whenClosed"] === "template" ? ", else a template" : "") }}',
		description:
			'Send a text, a file, buttons, a list or any other message within the 24-hour customer service window, or take another way when it is closed',
		defaults: { name: 'Send Free-form' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Window Closed'],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi },
		listSearch: { searchPhoneNumbers, searchTemplates, searchTemplateVariables },
		resourceMapping: { mapTemplateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendItems(this, async (sender, itemIndex) => await sendFreeFormItem(this, sender, itemIndex));
	}
}
