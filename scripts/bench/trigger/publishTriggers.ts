import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { callbackUrl } from '../../demo/callbackUrl.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import type { TriggerN8n } from '../load/openTriggerN8n.ts';
import type { TriggerKind } from './triggerCases.ts';

/** A published workflow that holds nothing but a trigger. */
export interface PublishedTrigger {
	workflowId: string;
	/** Where its webhooks are posted to. */
	url: string;
}

/** Folder of the pack with the triggers of other making. */
export const otherTriggersPack = () => join(projectFolder(), 'scripts', 'bench', 'trigger', 'otherTriggers');

/** How long *Combine Messages* waits for the next message, as it does where nothing else is said; seconds. */
export const COMBINE_WAIT_SECONDS = 5;

/** This pack's trigger, set to nothing but the registration by hand. @param options - those that are chosen */
async function publishTrigger({ n8n, credential, publishAlone }: TriggerN8n, name: string, options = {}): Promise<PublishedTrigger> {
	const workflow = await publishAlone({
		name,
		type: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger',
		typeVersion: 2,
		parameters: { registration: 'manual', options },
		credentials: { whatsAppSessionApi: credential },
	});
	return { workflowId: workflow.id, url: callbackUrl(n8n.url, workflow) };
}

/** n8n's own Webhook node, which answers as soon as the execution has started. */
async function publishWebhook({ n8n, publishAlone }: TriggerN8n): Promise<PublishedTrigger> {
	const path = randomUUID();
	const { id } = await publishAlone({
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
	});
	return { workflowId: id, url: `${n8n.url}/webhook/${path}` };
}

/** The triggers of the other pack, with one credential. */
async function publishOthers({ n8n, client, appSecret, publishAlone }: TriggerN8n) {
	const wanted = { name: 'WhatsApp', type: 'whatsAppTriggerApi', data: { clientId: '1', clientSecret: appSecret } };
	const credentials = { whatsAppTriggerApi: { id: await client.saveCredential(wanted), name: wanted.name } };
	const publish = async (name: string, type: string, more: { typeVersion: number; parameters?: Record<string, unknown> }) => {
		const whole = { name, type: `n8n-nodes-bench-other-triggers.${type}`, credentials, ...more };
		const workflow = await publishAlone(whole);
		return { workflowId: workflow.id, url: `${n8n.url}/webhook/${String(workflow.nodes[0]?.webhookId)}/webhook` };
	};
	// Set to drop statuses.
	const parameters = { updates: ['messages'], options: { messageStatusUpdates: [] } };
	return {
		version1: await publish('Version 1 Trigger', 'version1Trigger', { typeVersion: 1, parameters }),
		bare: await publish('Bare Trigger', 'bareTrigger', { typeVersion: 2 }),
	};
}

/** Publishes one workflow for each kind of trigger. */
export async function publishTriggers(opened: TriggerN8n): Promise<Record<TriggerKind, PublishedTrigger>> {
	return {
		trigger: await publishTrigger(opened, 'WhatsApp Session Trigger'),
		combining: await publishTrigger(opened, 'WhatsApp Session Trigger, combining', { combineMessages: true, combineWaitSeconds: COMBINE_WAIT_SECONDS }),
		webhook: await publishWebhook(opened),
		...(await publishOthers(opened)),
	};
}
