'use strict';

// n8n runs this file; it finds its own nodes by the name of their package.
const { WhatsApp } = require('n8n-nodes-base/dist/nodes/WhatsApp/WhatsApp.node.js');

/** n8n's own WhatsApp Business Cloud node as it is, but for the address: that is fixed to Meta's. */
exports.BuiltInSender = class BuiltInSender extends WhatsApp {
	constructor() {
		super();
		const { icon: _icon, ...description } = this.description;
		const { pathname } = new URL(description.requestDefaults.baseURL);
		this.description = {
			...description,
			name: 'builtInSender',
			displayName: 'Built-In Sender',
			requestDefaults: { ...description.requestDefaults, baseURL: `${process.env.BENCH_GRAPH_URL}${pathname}` },
		};
	}
};
