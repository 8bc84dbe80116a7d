'use strict';

// n8n runs this file; it finds its own nodes by the name of their package.
const { WhatsAppTrigger } = require('n8n-nodes-base/dist/nodes/WhatsApp/WhatsAppTrigger.node.js');

/** n8n's own WhatsApp Trigger as it is, without the registration at Meta, who cannot reach the machine of a benchmark. */
exports.Version1Trigger = class Version1Trigger extends WhatsAppTrigger {
	constructor() {
		super();
		const { icon: _icon, ...description } = this.description;
		this.description = { ...description, name: 'version1Trigger', displayName: 'Version 1 Trigger' };
		this.webhookMethods = {
			default: { checkExists: async () => true, create: async () => true, delete: async () => true },
		};
	}
};
