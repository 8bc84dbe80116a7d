import type { INodeParameters, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { checkRegistration } from '../../nodes/WhatsAppSessionTrigger/registration/checkRegistration';
import { createRegistration } from '../../nodes/WhatsAppSessionTrigger/registration/createRegistration';
import { deleteRegistration } from '../../nodes/WhatsAppSessionTrigger/registration/deleteRegistration';
import { registrationProperties } from '../../nodes/WhatsAppSessionTrigger/registration/registrationProperties';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import type { SimulatorOptions } from '../../simulator/SimulatorOptions';
import { createHookContext, type HookRun } from './createHookContext';
import { openStage, PHONE_NUMBER_ID, type Stage } from './openStage';
import type { LogLine } from './runTrigger';
import { startCallback, type CallbackServer } from './startCallback';
import { startGraphProxy, type GraphProxy } from './startGraphProxy';

export const APP_ID = '645829310472918';
export const OTHER_NUMBER_ID = '106540352242923';
export const VERIFY_TOKEN = 'a verify token';

/** One published trigger, as far as its hooks go. */
export interface PublishedTrigger {
	/** Its address for production. */
	url: string;
	check(): Promise<boolean>;
	create(): Promise<boolean>;
	remove(): Promise<boolean>;
	/** As n8n publishes: `create` unless `checkExists` is true. */
	publish(): Promise<void>;
	/** What it wrote into n8n's log. */
	logs: LogLine[];
}

/** A simulator with two numbers, seen through a proxy, and an n8n that answers challenges. */
export interface RegistrationStage extends Stage {
	graph: GraphProxy;
	callback: CallbackServer;
	trigger(parameters?: INodeParameters, run?: Partial<HookRun>): PublishedTrigger;
	/** What the simulator has on record. */
	levels(): ReturnType<Stage['simulator']['state']>['subscriptions'];
	/** Sets an override as somebody else would. */
	override(phoneNumberId: string, url: string): Promise<void>;
}

/** Opens one; every test has its own. */
export async function openRegistrationStage(options: SimulatorOptions = {}): Promise<RegistrationStage> {
	const phoneNumbers = [
		{ id: PHONE_NUMBER_ID, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Shop' },
		{ id: OTHER_NUMBER_ID, displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Support' },
	];
	const stage = await openStage({ phoneNumbers, ...options });
	const graph = await startGraphProxy(stage.simulator.url);
	const callback = await startCallback(VERIFY_TOKEN);
	stage.credential.graphApiBaseUrl = graph.url;
	stage.credential.appId = APP_ID;
	return {
		...stage,
		graph,
		callback,
		trigger: (parameters = {}, run = {}) =>
			publishable({
				node: registeringTrigger(),
				webhookId: 'trigger-a',
				parameters,
				readCredential: () => stage.credential,
				origin: callback.origin,
				...run,
			}),
		levels: () => stage.simulator.state().subscriptions,
		async override(phoneNumberId, url) {
			const response = await fetch(`${stage.simulator.url}/v25.0/${phoneNumberId}`, {
				method: 'POST',
				headers: { authorization: 'Bearer simulator-access-token', 'content-type': 'application/json' },
				body: JSON.stringify({ webhook_configuration: { override_callback_uri: url, verify_token: VERIFY_TOKEN } }),
			});
			if (!response.ok) throw new Error(await response.text());
		},
		async close() {
			await graph.close();
			await callback.close();
			await stage.close();
		},
	};
}

function publishable(run: HookRun): PublishedTrigger {
	const logs: LogLine[] = [];
	const context = (activation: HookRun['activation']) =>
		createHookContext({ ...run, logs, activation: run.activation ?? activation });
	const create = async () => await createRegistration(context('activate'));
	const check = async () => await checkRegistration(context('activate'));
	return {
		url: `${run.origin}/webhook/${run.webhookId}/webhook`,
		check,
		create,
		remove: async () => await deleteRegistration(context('update')),
		async publish() {
			if (!(await check())) await create();
		},
		logs,
	};
}

/** The trigger with its registration parameters, in whatever order the node shows them. */
function registeringTrigger(): INodeType {
	const { description } = new WhatsAppSessionTrigger();
	const names = new Set(registrationProperties.map(({ name }) => name));
	const others = description.properties.filter(({ name }) => !names.has(name));
	return { description: { ...description, properties: [...others, ...registrationProperties] } as INodeTypeDescription };
}
