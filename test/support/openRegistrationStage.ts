import type { INodeParameters, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { checkRegistration } from '../../nodes/WhatsAppSessionTrigger/registration/checkRegistration';
import { createRegistration } from '../../nodes/WhatsAppSessionTrigger/registration/createRegistration';
import { deleteRegistration } from '../../nodes/WhatsAppSessionTrigger/registration/deleteRegistration';
import { pendingRemovals } from '../../nodes/WhatsAppSessionTrigger/registration/pendingRemovals';
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
	/** What n8n calls when it takes the trigger down. */
	remove(): Promise<boolean>;
	/** Takes it down for good: 30 seconds pass. */
	unpublish(): Promise<void>;
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
	/** Lets time pass for what waits, and everything that was due come to its end. */
	pass(ms: number): Promise<void>;
	/** What the simulator has on record. */
	levels(): ReturnType<Stage['simulator']['state']>['subscriptions'];
	/** Sets an override as somebody else would. */
	override(phoneNumberId: string, url: string): Promise<void>;
}

// The network lives on as it is.
const REAL: FakeableAPI[] = [
	'Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval',
];

/** Opens one; every test has its own. Until it is closed, `setTimeout` waits for `pass`. */
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
	jest.useFakeTimers({ doNotFake: REAL });
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
			}, callback),
		pass,
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
			pendingRemovals().clear();
			jest.useRealTimers();
			await graph.close();
			await callback.close();
			await stage.close();
		},
	};
}

async function pass(ms: number): Promise<void> {
	// In steps, so that no limit of time passes while a request is under way.
	for (let left = ms; left > 0; left -= 1_000) {
		await jest.advanceTimersByTimeAsync(Math.min(left, 1_000));
		await Promise.all([...pendingRemovals().values()].map(async ({ running }) => await running));
	}
}

function publishable(run: HookRun, { statusOf }: CallbackServer): PublishedTrigger {
	const url = `${run.origin}/webhook/${run.webhookId}/webhook`;
	const logs: LogLine[] = [];
	const context = (activation: HookRun['activation']) =>
		createHookContext({ ...run, logs, activation: run.activation ?? activation });
	// As in n8n: the trigger is reached before it is registered, and no longer once it is taken down or was refused.
	const create = async () => {
		statusOf.delete(url);
		return await createRegistration(context('activate')).catch((error: unknown) => {
			statusOf.set(url, 404);
			throw error;
		});
	};
	const check = async () => {
		const isTaken = statusOf.get(url);
		statusOf.delete(url);
		const isInPlace = await checkRegistration(context('activate'));
		if (!isInPlace && isTaken !== undefined) statusOf.set(url, isTaken);
		return isInPlace;
	};
	const remove = async () => {
		if (!run.isTest) statusOf.set(url, 404);
		return await deleteRegistration(context('update'));
	};
	return {
		url,
		check,
		create,
		remove,
		async unpublish() {
			await remove();
			await pass(30_000);
		},
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
