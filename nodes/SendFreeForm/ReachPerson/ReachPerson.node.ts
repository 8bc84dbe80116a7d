import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchPhoneNumbers } from '../../shared/n8n/account/searchPhoneNumbers';
import { testWhatsAppSessionApi } from '../../shared/n8n/account/testWhatsAppSessionApi';
import { sendItems } from '../../shared/n8n/items/sendItems';
import { formOfOtherHint } from '../../shared/n8n/templates/formOfOtherHint';
import { mapTemplateVariables } from '../../shared/n8n/templates/mapTemplateVariables';
import { searchTemplates } from '../../shared/n8n/templates/searchTemplates';
import { searchTemplateVariables } from '../../shared/n8n/templates/searchTemplateVariables';
import { showTemplateText } from '../../shared/n8n/templates/showTemplateText';
import { whenCalled } from '../../shared/n8n/whenCalled';
import { properties } from './properties';
import { reachItem } from './reachItem';

/** Gets a text to a person in the way that is allowed at the moment, and says in words what has become of it. */
export class ReachPerson implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Reach a Person on WhatsApp',
		name: 'reachPerson',
		icon: { light: 'file:reachPerson.svg', dark: 'file:reachPerson.dark.svg' },
		group: ['output'],
		// As the other send nodes, which keep to consent from version 2 on.
		version: 2,
		subtitle: '={{ { template: "text or template", keep: "text or nudge" }[$parameter["whenClosed"]] || "text" }}',
		description:
			'Send a text to a person on WhatsApp, or an approved template in its place when the 24-hour window is closed, or keep it and ask the person to write. Never sends the same twice, respects opt-outs, and answers in words what has become of it.',
		defaults: { name: 'Reach a Person on WhatsApp' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'The WhatsApp tool for AI agents: connect it to an AI Agent as a tool. Let the model fill in Recipient and Text, and nothing else; choose the template and its variable yourself. It writes freely while the 24-hour window is open, sends the template when it is closed or keeps the text until the person has answered one, and answers in words that the agent can act on. To answer the person who has just written, use WhatsApp Send Free-form behind WhatsApp Session Trigger.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger',
					relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs',
				},
			],
		},
		hints: [formOfOtherHint('["template", "keep"].includes($parameter["whenClosed"])')],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Reached', 'Not Reached'],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		listSearch: {
			searchPhoneNumbers: whenCalled(() => searchPhoneNumbers),
			searchTemplates: whenCalled(() => searchTemplates),
			searchTemplateVariables: whenCalled(() => searchTemplateVariables),
		},
		resourceMapping: { mapTemplateVariables: whenCalled(() => mapTemplateVariables), showTemplateText: whenCalled(() => showTemplateText) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendItems(this, reachItem);
	}
}
