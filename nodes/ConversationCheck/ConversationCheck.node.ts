import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchPhoneNumbers } from '../shared/n8n/account/searchPhoneNumbers';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { branchItems } from '../shared/n8n/items/branchItems';
import { whenCalled } from '../shared/n8n/whenCalled';
import { checkConversations } from './checkConversations';
import { properties } from './properties';

const BOT = 0;
const HUMAN = 1;

/** Branches on whose turn it is to answer a person: the bot's, or that of a person of the business. */
export class ConversationCheck implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Conversation Check',
		name: 'conversationCheck',
		icon: { light: 'file:conversationCheck.svg', dark: 'file:conversationCheck.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'bot or human',
		description: 'Branch on whether the bot or a person of the business has the conversation with somebody',
		defaults: { name: 'Conversation Check' },
		builderHint: {
			searchHint:
				'Put it before every automatic answer on WhatsApp where people of the business answer as well: it goes on by Human while one of them has taken the conversation over, and by Bot otherwise. Works unconfigured behind the WhatsApp Session Trigger.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger', relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs' },
				{ nodeType: 'n8n-nodes-whatsapp-session.sendFreeForm', relationHint: 'Answers on the output Bot' },
			],
		},
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Bot', 'Human'],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		listSearch: { searchPhoneNumbers: whenCalled(() => searchPhoneNumbers) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What could not be judged is no bot's business: rather silent than in a person's way.
		return await branchItems(this, { ask: checkConversations, outputOf: ({ conversation }) => (conversation.owner === 'bot' ? BOT : HUMAN), otherwise: HUMAN });
	}
}
