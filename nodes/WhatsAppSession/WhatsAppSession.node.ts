import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { passErrorOn } from '../shared/n8n/items/passErrorOn';
import { toNodeError } from '../shared/n8n/items/toNodeError';
import { searchPhoneNumbers } from '../shared/n8n/account/searchPhoneNumbers';
import { showTemplateText } from '../shared/n8n/templates/showTemplateText';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { whenCalled } from '../shared/n8n/whenCalled';
import { OPERATIONS } from './operations';
import { properties } from './properties';
import { mapAnyTemplate } from './template/mapAnyTemplate';
import { searchAnyTemplate } from './template/searchAnyTemplate';
import { searchLibraryTemplates } from './template/searchLibraryTemplates';

/** Everything around sending and receiving: who can be written to, consent, reading and typing, message templates, the store, and the check of the set-up. */
export class WhatsAppSession implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Session',
		name: 'whatsAppSession',
		icon: { light: 'file:whatsAppSession.svg', dark: 'file:whatsAppSession.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["resource"] === "setUp" ? "check the set-up" : ({ backUp: "back up", getAll: "get many", giveBack: "give back", import: "import from items", markAsRead: "mark as read", moveToPostgres: "move to Postgres", optIn: "opt in", optOut: "opt out", recordInbound: "record inbound", showTyping: "show typing", takeOver: "take over" }[$parameter["operation"]] || $parameter["operation"]) + ": " + $parameter["resource"] }}',
		description:
			'List open sessions, keep opt-ins and opt-outs, export or forget a contact, hand conversations between bot and people, mark messages as read, look into the outbox, count messages and costs, manage templates, convert workflows, and check the connection to WhatsApp',
		defaults: { name: 'WhatsApp Session' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Everything around sending and receiving on WhatsApp; it sends nothing itself. Resources: consent (record opt-ins and opt-outs, with source and evidence), contact (export or forget a person), session (who can be written to freely now), conversation and thread (hand over between bot and people), message (mark as read, show typing), outbox (what waits until a person writes), usage (messages and costs of a month), template (list, create, edit), store (health, backup), workflow (convert n8n\'s own WhatsApp nodes), setUp (find out why nothing arrives). Behind WhatsApp Session Trigger it needs no recipient.',
			relatedNodes: [
				{ nodeType: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger', relationHint: 'Has to run in one published workflow at least: only what it hears opens windows and records opt-outs' },
				{ nodeType: 'n8n-nodes-whatsapp-session.sendTemplate', relationHint: 'Sends templates, and looks at the opt-ins that are recorded here' },
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// Whoever converts a workflow may have no credential yet.
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi', displayOptions: { hide: { resource: ['workflow'] } } }],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi: whenCalled(() => testWhatsAppSessionApi) },
		// Under the names that the shared fields ask for.
		listSearch: {
			searchLibraryTemplates: whenCalled(() => searchLibraryTemplates),
			searchPhoneNumbers: whenCalled(() => searchPhoneNumbers),
			searchTemplates: whenCalled(() => searchAnyTemplate),
		},
		resourceMapping: { mapTemplateVariables: whenCalled(() => mapAnyTemplate), showTemplateText: whenCalled(() => showTemplateText) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = String(this.getNodeParameter('resource', 0));
		const operation = String(this.getNodeParameter('operation', 0));
		try {
			return [(await OPERATIONS[`${resource}.${operation}`]?.(this)) ?? []];
		} catch (error) {
			// What fails for the whole run, such as the credential, fails for every item.
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error);
			return [this.getInputData().map((_item, itemIndex) => passErrorOn(this, error, itemIndex))];
		}
	}
}
