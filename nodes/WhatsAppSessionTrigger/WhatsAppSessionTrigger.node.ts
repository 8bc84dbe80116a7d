import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { testWhatsAppSessionApi } from '../shared/n8n/testWhatsAppSessionApi';
import { answerHandshake } from './answerHandshake';
import { properties } from './properties';
import { receiveWebhook } from './receiveWebhook';
import { requireSecrets } from './requireSecrets';
import { showVerifyToken } from './showVerifyToken';

/** Starts a workflow for each inbound WhatsApp message, and keeps the window of every person for all workflows. */
export class WhatsAppSessionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Session Trigger',
		name: 'whatsAppSessionTrigger',
		icon: { light: 'file:whatsAppSessionTrigger.svg', dark: 'file:whatsAppSessionTrigger.dark.svg' },
		group: ['trigger'],
		// Not 1: for version 1 n8n evaluates an expression on every request, which costs ten times what this node does.
		version: 2,
		subtitle: 'On inbound message',
		description: 'Start the workflow when a person writes, and keep the customer service window for all workflows',
		defaults: { name: 'WhatsApp Session Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Message'],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		webhooks: [
			// Meta verifies the address by a GET before it posts to it.
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' },
		],
		triggerPanel: {
			header: 'Listen for a message',
			executionsHelp: {
				inactive:
					'While you build: click <b>Execute step</b>, then send a webhook to the Test URL, for example from the simulator. Meta keeps posting to the Production URL, so listening never disturbs a live workflow.<br><br><b>Once it works</b>: publish the workflow. Every message that arrives at the Production URL then starts it.',
				active:
					'The published workflow runs for every message at the Production URL. Listening here uses the Test URL and does not disturb it.',
			},
			activationHint: 'Publish the workflow, then enter the Production URL in the Meta console.',
		},
		properties,
	};

	methods = { credentialTest: { testWhatsAppSessionApi }, listSearch: { showVerifyToken } };

	webhookMethods = {
		default: {
			// The address is entered in the Meta console by hand, so there is nothing at Meta to look up, create or delete.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await requireSecrets(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? await answerHandshake(this) : await receiveWebhook(this);
	}
}
