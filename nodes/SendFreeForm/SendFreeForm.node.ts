import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { formOfOtherHint } from '../shared/n8n/templates/formOfOtherHint';
import { mapTemplateVariables } from '../shared/n8n/templates/mapTemplateVariables';
import { searchFlows } from '../shared/n8n/account/searchFlows';
import { searchPhoneNumbers } from '../shared/n8n/account/searchPhoneNumbers';
import { searchTemplates } from '../shared/n8n/templates/searchTemplates';
import { searchTemplateVariables } from '../shared/n8n/templates/searchTemplateVariables';
import { showTemplateText } from '../shared/n8n/templates/showTemplateText';
import { sendItems } from '../shared/n8n/items/sendItems';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { whenCalled } from '../shared/n8n/whenCalled';
import { askAndWait } from './ask/askAndWait';
import { OPERATION_EXPRESSIONS } from './ask/operationProperty';
import { receiveAnswer } from './ask/receiveAnswer';
import { ANSWER_PATH } from './ask/resumeUrlOf';
import { properties } from './properties';
import { sendFreeFormItem } from './sendFreeFormItem';

/** Sends a free-form message, guarded by the customer service window at the moment of sending, and waits for the answer if wanted. */
// eslint-disable-next-line @n8n/community-nodes/webhook-lifecycle-complete -- the webhook continues an execution; it is registered nowhere
export class SendFreeForm implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Send Free-form',
		name: 'sendFreeForm',
		icon: { light: 'file:sendFreeForm.svg', dark: 'file:sendFreeForm.dark.svg' },
		group: ['output'],
		version: [1, 2],
		subtitle: OPERATION_EXPRESSIONS.subtitle,
		description:
			'Send a text, a file, buttons, a list or any other message within the 24-hour customer service window, or take another way when it is closed',
		defaults: { name: 'Send Free-form' },
		waitingNodeTooltip:
			"The message went out. Answer it on the phone, or on the page of the simulator: the item then leaves on <b>Answered</b>. Until then, and unless the time runs out, the tab <b>No Answer</b> is empty.<br><br>The answer is heard by a published WhatsApp Session Trigger, in any workflow.",
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Answers somebody who has written within 24 hours. Behind WhatsApp Session Trigger it needs no recipient and no number: both are taken from the item. Wire its second output, Window Closed, to WhatsApp Send Template, or set When the Window Is Closed to Send a Template Instead.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger', relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs' },
				{ nodeType: 'n8n-nodes-whatsapp-session.sendTemplate', relationHint: 'Reaches the people who leave on the output Window Closed' },
			],
		},
		hints: [formOfOtherHint('["template", "keep"].includes($parameter["whenClosed"])')],
		inputs: [NodeConnectionTypes.Main],
		outputs: OPERATION_EXPRESSIONS.outputs,
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: ANSWER_PATH,
				isFullPath: true,
				restartWebhook: true,
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		listSearch: {
			searchFlows: whenCalled(() => searchFlows),
			searchPhoneNumbers: whenCalled(() => searchPhoneNumbers),
			searchTemplates: whenCalled(() => searchTemplates),
			searchTemplateVariables: whenCalled(() => searchTemplateVariables),
		},
		resourceMapping: { mapTemplateVariables: whenCalled(() => mapTemplateVariables), showTemplateText: whenCalled(() => showTemplateText) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getNodeParameter('operation', 0, 'send') === 'ask') return await askAndWait(this);
		return await sendItems(this, sendFreeFormItem);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveAnswer(this);
	}
}
