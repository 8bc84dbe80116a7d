import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { loadPhoneNumbers } from '../shared/n8n/account/loadPhoneNumbers';
import { searchPhoneNumbers } from '../shared/n8n/account/searchPhoneNumbers';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { whenCalled } from '../shared/n8n/whenCalled';
import { answerHandshake } from './answerHandshake';
import { requireEvents } from './choice/requireEvents';
import { requireTakeOver } from './choice/requireTakeOver';
import { TRIGGER_EXPRESSIONS } from './choice/triggerExpressions';
import { requireCombining } from './gathering/requireCombining';
import { showTestOutputs } from './gathering/showTestOutputs';
import { properties } from './properties';
import { receiveWebhook } from './receiveWebhook';
import { checkRegistration } from './registration/checkRegistration';
import { createRegistration } from './registration/createRegistration';
import { deleteRegistration } from './registration/deleteRegistration';
import { isRestart } from './registration/isRestart';
import { showVerifyToken } from './showVerifyToken';
import { requireUsageSettings } from './storeEvents/requireUsageSettings';
import { watchStore } from './watchStore';

/** Starts a workflow for what happens on WhatsApp, and keeps windows, consents and statuses for all workflows. */
export class WhatsAppSessionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Session Trigger',
		name: 'whatsAppSessionTrigger',
		icon: { light: 'file:whatsAppSessionTrigger.svg', dark: 'file:whatsAppSessionTrigger.dark.svg' },
		group: ['trigger'],
		// Not 1: for version 1 n8n evaluates an expression on every request, which costs ten times what this node does.
		version: 2,
		subtitle: TRIGGER_EXPRESSIONS.subtitle,
		eventTriggerDescription: 'Waiting for a webhook at the Test URL. Messages go to the published workflow, not here.',
		description:
			// In the node panel n8n shows this one for WhatsApp Session as well, whose actions it lists beside the events.
			'Start the workflow when a person writes, calls or opts out, or a message fails; or keep consent, contacts, sessions, templates and costs by one of the actions',
		defaults: { name: 'WhatsApp Session Trigger' },
		builderHint: {
			searchHint:
				'Starts a workflow when somebody writes to a business number, and keeps the 24-hour window and opt-outs of everybody for all workflows. One published workflow has to have it, also where only templates are sent. The credential needs App ID, App Secret and Verify Token.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.sendFreeForm', relationHint: 'Answers the person who has written' },
				{ nodeType: 'n8n-nodes-whatsapp-session.conversationCheck', relationHint: 'Keeps a bot quiet while a person of the business answers' },
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSession', relationHint: 'Keeps consent and people, and finds out why nothing arrives' },
			],
		},
		inputs: [],
		outputs: TRIGGER_EXPRESSIONS.outputs,
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		webhooks: [
			// Meta verifies the address by a GET before it posts to it.
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' },
		],
		triggerPanel: {
			header: 'Listen for a test event',
			executionsHelp: {
				inactive:
					"To see an event here, publish the workflow, let somebody write, and open the workflow anew: the fields of that message stand on the left of the next node. Meta and the pack's simulator post to the Production URL only.<br><br><b>Execute step</b> listens at the Test URL for a webhook that you post there yourself, signed with the app secret. It changes nothing at Meta.",
				active:
					"The published workflow runs for every event that you chose, at the Production URL. To see one here, let somebody write, and open the workflow anew: the fields of that message stand on the left of the next node.<br><br><b>Execute step</b> listens at the Test URL for a webhook that you post there yourself, signed with the app secret. It changes nothing at Meta and disturbs no live workflow.",
			},
			activationHint: 'Publish the workflow; its trigger is then registered at Meta, unless you chose to do that yourself.',
		},
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		listSearch: { searchPhoneNumbers: whenCalled(() => searchPhoneNumbers) },
		loadOptions: { loadPhoneNumbers: whenCalled(() => loadPhoneNumbers), showVerifyToken: whenCalled(() => showVerifyToken) },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				// n8n comes here after each start as well, for the sake of `trigger`. What Meta has is what it had.
				if (isRestart(this)) return true;
				requireEvents(this);
				requireCombining(this);
				requireTakeOver(this);
				requireUsageSettings(this);
				return await checkRegistration(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await createRegistration(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await deleteRegistration(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? await answerHandshake(this) : await receiveWebhook(this);
	}

	/** Runs in one process of n8n, also where webhooks come to another one; and, in the editor, right after a webhook for a test. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return this.getMode() === 'manual' ? showTestOutputs(this) : await watchStore(this);
	}
}
