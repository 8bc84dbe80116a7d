import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import type { SimulatorOptions } from '../../simulator/SimulatorOptions';
import { openStage, toItems, type Stage } from './openStage';
import { runNode } from './runNode';
import { runTrigger, type RunningTrigger } from './runTrigger';
import { setDate } from './setDate';

// Send Free-form names its outputs by an expression, for the operation that waits has others.
const OUTPUTS_OF_A_SEND = ['Sent', 'Window Closed'];

/** Where one item left a node, and with what. */
export interface Leaving {
	/** Name of the output; undefined when the node failed. */
	output?: string;
	json: IDataObject;
	error?: string;
}

/** A stage with everything joined up: people write in the simulator, the trigger hears it, the nodes answer. */
export interface Scene extends Stage {
	trigger: RunningTrigger;
	/** Waits until Meta has delivered everything. */
	delivered(): Promise<void>;
	/** Takes people, Meta and n8n to that long ago; 0 is now. */
	travel(agoMs: number): void;
	check(item: IDataObject, parameters?: INodeParameters): Promise<Leaving>;
	sendFreeForm(item: IDataObject, parameters?: INodeParameters): Promise<Leaving>;
	sendTemplate(item: IDataObject, parameters?: INodeParameters): Promise<Leaving>;
}

/**
 * Opens a scene; the trigger is subscribed at the simulator by the handshake.
 *
 * @param triggerParameters - parameters of the trigger, where they differ from the defaults
 */
export async function openScene(options: SimulatorOptions = {}, triggerParameters: INodeParameters = {}): Promise<Scene> {
	const stage = await openStage(options);
	const { simulator, credential } = stage;
	const trigger = await runTrigger({
		node: new WhatsAppSessionTrigger(),
		readCredential: () => credential,
		parameters: triggerParameters,
	});
	await simulator.subscribe({ callbackUrl: trigger.url, verifyToken: 'a verify token' });
	let executionId = 0;
	const runOne =
		(node: SessionWindowCheck | SendFreeForm | SendTemplate) =>
		async (item: IDataObject, parameters: INodeParameters = {}): Promise<Leaving> => {
			executionId += 1;
			const settings = { name: String(node.description.defaults.name) };
			const run = { node, parameters, credential, settings, items: toItems(item), executionId: String(executionId) };
			const { outputs, error } = await runNode(run);
			const index = outputs.findIndex((items) => items.length > 0);
			return { output: (node.description.outputNames ?? OUTPUTS_OF_A_SEND)[index], json: outputs[index]?.[0]?.json ?? {}, error: error?.message };
		};
	return {
		...stage,
		trigger,
		delivered: async () => await simulator.idle(),
		travel(agoMs) {
			jest.useRealTimers();
			simulator.setClock({ offsetSeconds: -agoMs / 1000 });
			if (agoMs !== 0) setDate(Date.now() - agoMs);
		},
		check: runOne(new SessionWindowCheck()),
		sendFreeForm: runOne(new SendFreeForm()),
		sendTemplate: runOne(new SendTemplate()),
		async close() {
			jest.useRealTimers();
			await trigger.close();
			await stage.close();
		},
	};
}
