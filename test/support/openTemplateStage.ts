import type { IBinaryData, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import type { SimulatorOptions } from '../../simulator/SimulatorOptions';
import { openStage, PHONE_NUMBER_ID, type Stage } from './openStage';
import { runNode, type NodeRun, type NodeRunResult } from './runNode';

/** Somebody who has WhatsApp. */
export const ADA = '+12025550143';

/** A stage with Send Template on it. */
export interface TemplateStage extends Stage {
	/** Runs the node over items to Ada, unless they say otherwise. */
	send(parameters: object, items?: object[], more?: Partial<NodeRun>): Promise<NodeRunResult>;
}

/** Chooses a template by name and language. */
export const byName = (templateName: string, templateLanguage = 'en_US') => ({
	templateFrom: 'name',
	templateName,
	templateLanguage,
});

/** Fills in the form. */
export const filled = (value: object) => ({ templateVariables: { mappingMode: 'defineBelow', value } });

/** A file of an item, as n8n keeps it in memory. */
export function toBinary(content: string | Buffer, more: Partial<IBinaryData> = {}): IBinaryData {
	return { data: Buffer.from(content).toString('base64'), mimeType: 'application/pdf', fileName: 'order.pdf', ...more };
}

const node = new SendTemplate();
let executions = 0;

/** Opens a stage; every test has its own. */
export async function openTemplateStage(options: SimulatorOptions = {}): Promise<TemplateStage> {
	const stage = await openStage(options);
	return {
		...stage,
		async send(parameters, items = [{}], more = {}) {
			executions += 1;
			const run = { node, credential: stage.credential, executionId: `template stage ${executions}`, ...more };
			return await runNode({ ...run, parameters: parameters as INodeParameters, items: items.map(toItem) });
		},
	};
}

function toItem(item: { binary?: INodeExecutionData['binary'] }): INodeExecutionData {
	const { binary, ...json } = item;
	return { json: { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...json }, ...(binary && { binary }) };
}
