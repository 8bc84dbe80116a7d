import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { passErrorOn } from '../shared/n8n/passErrorOn';
import { testWhatsAppSessionApi } from '../shared/n8n/testWhatsAppSessionApi';
import { properties } from './properties';
import { checkSetUp } from './setUp/checkSetUp';

/** What each operation does, by resource and operation. */
const OPERATIONS: Record<string, (context: IExecuteFunctions) => Promise<INodeExecutionData[]>> = {
	'setUp.check': checkSetUp,
};

/** Everything around sending and receiving; for now, the check of the set-up. */
export class WhatsAppSession implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Session',
		name: 'whatsAppSession',
		icon: { light: 'file:whatsAppSession.svg', dark: 'file:whatsAppSession.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["resource"] === "setUp" ? "check the set-up" : $parameter["operation"] }}',
		description: 'Check the connection to WhatsApp link by link',
		defaults: { name: 'WhatsApp Session' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppSessionApi', required: true, testedBy: 'testWhatsAppSessionApi' }],
		properties,
	};

	methods = { credentialTest: { testWhatsAppSessionApi } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = String(this.getNodeParameter('resource', 0));
		const operation = String(this.getNodeParameter('operation', 0));
		try {
			return [(await OPERATIONS[`${resource}.${operation}`]?.(this)) ?? []];
		} catch (error) {
			return [[passErrorOn(this, error, 0)]];
		}
	}
}
