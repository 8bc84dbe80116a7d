'use strict';

/**
 * The least that a trigger with a credential can be: it verifies, parses and records nothing, and gives one small item.
 * What it reaches is the most that any trigger of a community package could. A request with the header `x-bench-refuse` it
 * refuses, as shortly as can be.
 */
exports.BareTrigger = class BareTrigger {
	constructor() {
		this.description = {
			displayName: 'Bare Trigger',
			name: 'bareTrigger',
			group: ['trigger'],
			// For version 1 n8n evaluates an expression on every request.
			version: 2,
			description: 'Starts the workflow and does nothing else',
			defaults: { name: 'Bare Trigger' },
			inputs: [],
			outputs: ['main'],
			credentials: [{ name: 'whatsAppTriggerApi', required: true }],
			webhooks: [
				{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' },
			],
			properties: [],
		};
		this.webhookMethods = {
			default: { checkExists: async () => true, create: async () => true, delete: async () => true },
		};
	}

	async webhook() {
		if (this.getRequestObject().headers['x-bench-refuse']) {
			this.getResponseObject().status(401).end();
			return { noWebhookResponse: true };
		}
		return { workflowData: [[{ json: { event: 'message' } }]] };
	}
};
