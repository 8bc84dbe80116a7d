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
import { checkWindows } from './checkWindows';
import { properties } from './properties';

const OPEN = 0;
const CLOSED = 1;

/** Branches on the customer service window: may a free-form message be sent to this person? */
export class SessionWindowCheck implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Session Window Check',
		name: 'sessionWindowCheck',
		icon: { light: 'file:sessionWindowCheck.svg', dark: 'file:sessionWindowCheck.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["source"] === "timestamp" ? "from a timestamp" : "from the session store" }}',
		description: 'Branch on whether the 24-hour customer service window of a person is open',
		defaults: { name: 'Session Window Check' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Branches on whether a person may be written to freely now. The send nodes look at the window themselves: use this one only where the branches do different work.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger', relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs' },
				{ nodeType: 'n8n-nodes-whatsapp-session.sendFreeForm', relationHint: 'Writes freely on the output Open' },
				{ nodeType: 'n8n-nodes-whatsapp-session.sendTemplate', relationHint: 'Sends an approved template on the output Closed' },
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Open', 'Closed'],
		credentials: [
			{
				name: 'whatsAppSessionApi',
				required: true,
				testedBy: 'testWhatsAppSessionApi',
				displayOptions: { show: { source: ['store'] } },
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		listSearch: { searchPhoneNumbers: whenCalled(() => searchPhoneNumbers) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await branchItems(this, { ask: checkWindows, outputOf: ({ session }) => (session.isOpen ? OPEN : CLOSED), otherwise: CLOSED });
	}
}
