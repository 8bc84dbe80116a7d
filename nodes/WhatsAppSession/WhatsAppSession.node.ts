import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { passErrorOn } from '../shared/n8n/items/passErrorOn';
import { searchPhoneNumbers } from '../shared/n8n/account/searchPhoneNumbers';
import { testWhatsAppSessionApi } from '../shared/n8n/account/testWhatsAppSessionApi';
import { getConsent } from './consent/getConsent';
import { getManyConsent } from './consent/getManyConsent';
import { importConsent } from './consent/importConsent';
import { optIn, optOut } from './consent/optInOrOut';
import { exportContact, forgetContact } from './contact/runContacts';
import { giveBack, takeOver } from './conversation/recordTakeOvers';
import { markAsRead, showTyping } from './message/markMessages';
import { cancelOutbox } from './outbox/cancelOutbox';
import { getManyOutbox } from './outbox/getManyOutbox';
import { properties } from './properties';
import { openRegisterRun, type RegisterRun } from './register/openRegisterRun';
import { runItems, type ItemOperation } from './runItems';
import { getManySessions } from './session/getManySessions';
import { getSessions } from './session/getSessions';
import { closeSessions, recordInbound } from './session/recordSessions';
import { checkSetUp } from './setUp/checkSetUp';
import { backUpStore } from './store/backUpStore';
import { checkHealth } from './store/checkHealth';
import { moveToPostgres } from './store/moveToPostgres';
import { createTemplate } from './template/createTemplate';
import { deleteTemplate } from './template/deleteTemplate';
import { editTemplate } from './template/editTemplate';
import { getManyTemplates } from './template/getManyTemplates';
import { getTemplate } from './template/getTemplate';
import { mapAnyTemplate } from './template/mapAnyTemplate';
import { openTemplateRun } from './template/openTemplateRun';
import { previewTemplate } from './template/previewTemplate';
import type { TemplateRun } from './template/TemplateRun';
import { controlThreads } from './thread/controlThreads';
import { searchAnyTemplate } from './template/searchAnyTemplate';
import { getUsage } from './usage/getUsage';

type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[]>;

const forEachItem =
	(operate: ItemOperation<TemplateRun>): Operation =>
	async (context) =>
		await runItems(context, openTemplateRun, operate);

const forEachPerson =
	(operate: ItemOperation<RegisterRun>): Operation =>
	async (context) =>
		await runItems(context, openRegisterRun, operate);

/** What each operation does, by resource and operation. */
const OPERATIONS: Record<string, Operation> = {
	'consent.get': getConsent,
	'consent.getAll': forEachPerson(getManyConsent),
	'consent.import': importConsent,
	'consent.optIn': optIn,
	'consent.optOut': optOut,
	'contact.export': forEachPerson(exportContact),
	'contact.forget': forEachPerson(forgetContact),
	'conversation.giveBack': giveBack,
	'conversation.takeOver': takeOver,
	'message.markAsRead': markAsRead,
	'message.showTyping': showTyping,
	'outbox.cancel': forEachPerson(cancelOutbox),
	'outbox.getAll': forEachPerson(getManyOutbox),
	'session.close': closeSessions,
	'session.get': getSessions,
	'session.getAll': forEachPerson(getManySessions),
	'session.recordInbound': recordInbound,
	'setUp.check': checkSetUp,
	'store.backUp': backUpStore,
	'store.health': checkHealth,
	'store.moveToPostgres': moveToPostgres,
	'template.create': forEachItem(createTemplate),
	'template.delete': forEachItem(deleteTemplate),
	'template.edit': forEachItem(editTemplate),
	'template.get': forEachItem(getTemplate),
	'template.getAll': forEachItem(getManyTemplates),
	'template.preview': forEachItem(previewTemplate),
	'thread.pass': controlThreads('pass'),
	'thread.release': controlThreads('release'),
	'thread.take': controlThreads('take'),
	'usage.get': forEachPerson(getUsage),
};

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
			'List open sessions, keep opt-ins and opt-outs, export or forget a contact, hand conversations between bot and people, mark messages as read, look into the outbox, count messages and costs, manage templates, and check the connection to WhatsApp',
		defaults: { name: 'WhatsApp Session' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		properties,
	};

	methods = {
		credentialTest: { testWhatsAppSessionApi },
		// Under the names that the shared fields ask for.
		listSearch: { searchPhoneNumbers, searchTemplates: searchAnyTemplate },
		resourceMapping: { mapTemplateVariables: mapAnyTemplate },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = String(this.getNodeParameter('resource', 0));
		const operation = String(this.getNodeParameter('operation', 0));
		try {
			return [(await OPERATIONS[`${resource}.${operation}`]?.(this)) ?? []];
		} catch (error) {
			// What fails for the whole run, such as the credential, fails for every item.
			return [this.getInputData().map((_item, itemIndex) => passErrorOn(this, error, itemIndex))];
		}
	}
}
