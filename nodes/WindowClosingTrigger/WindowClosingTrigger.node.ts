import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

import { loadPhoneNumbers } from '../shared/n8n/account/loadPhoneNumbers';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { toNodeError } from '../shared/n8n/items/toNodeError';
import { whenCalled } from '../shared/n8n/whenCalled';
import { properties } from './properties';
import { watchClosings } from './watchClosings';

/** Starts a workflow some time before a customer service window closes, once for each window. */
export class WindowClosingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Window Closing Trigger',
		name: 'windowClosingTrigger',
		icon: { light: 'file:windowClosingTrigger.svg', dark: 'file:windowClosingTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["lead"] + " " + $parameter["unit"] + " before it closes" }}',
		description: 'Start the workflow some time before the 24-hour customer service window of a person closes',
		defaults: { name: 'Window Closing Trigger' },
		eventTriggerDescription: '',
		activationMessage: 'The workflow now starts before each customer service window closes.',
		builderHint: {
			searchHint:
				'Starts a workflow once for each person some time before the 24-hour window closes, for example to answer who still waits, or to ask whether there is anything else. Nothing that is sent later may be free-form.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger', relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs' },
				{ nodeType: 'n8n-nodes-whatsapp-session.sendFreeForm', relationHint: 'Writes freely while the window is still open' },
			],
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		triggerPanel: {
			header: 'See whose windows close next',
			executionsHelp: {
				inactive:
					'<b>Execute step</b> shows the conversations whose windows close next, due or not, and marks nothing as told.<br><br>Once the workflow is published, it starts once for each window.',
				active:
					'<b>Execute step</b> shows the conversations whose windows close next, due or not, and marks nothing as told.<br><br>The published workflow starts once for each window, whatever you do here.',
			},
			activationHint: 'Publish the workflow; it then starts once for each window that is about to close.',
		},
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		loadOptions: { loadPhoneNumbers: whenCalled(() => loadPhoneNumbers) },
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await watchClosings(this).catch((error: unknown) => {
			throw toNodeError(this.getNode(), error);
		});
	}
}
