import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { getConsent } from './consent/getConsent';
import { getManyConsent } from './consent/getManyConsent';
import { importConsent } from './consent/importConsent';
import { optIn, optOut } from './consent/optInOrOut';
import { exportContact, forgetContact } from './contact/runContacts';
import { giveBack, takeOver } from './conversation/recordTakeOvers';
import { markAsRead, showTyping } from './message/markMessages';
import { cancelOutbox } from './outbox/cancelOutbox';
import { getManyOutbox } from './outbox/getManyOutbox';
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
import { openTemplateRun } from './template/openTemplateRun';
import { previewTemplate } from './template/previewTemplate';
import type { TemplateRun } from './template/TemplateRun';
import { controlThreads } from './thread/controlThreads';
import { getUsage } from './usage/getUsage';
import { convertWorkflows } from './workflow/convertWorkflows';

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
export const OPERATIONS: Record<string, Operation> = {
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
	'workflow.convert': convertWorkflows,
};
