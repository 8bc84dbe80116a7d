'use strict';

// Sends a template to so many people in this process, and prints how long it took and what memory, in bytes: before, and at most. Some
// messages have gone out before, so that everything is loaded, and the items are there already.
// Usage: node --expose-gc --require ../support/requireTypeScript.cjs sendMany.cjs <folder> <URL of the Graph API> <people> <first person> <way>
// The way is `template` for Send Template, or `postOnly` for a node that posts the same body with n8n's helper, so many at once as Meta's pace
// needs, and does nothing else: what n8n itself takes.

const { join } = require('node:path');

const { SendTemplate } = require('../../nodes/SendTemplate/SendTemplate.node.ts');
const { runNode } = require('../support/runNode.ts');

const [folder, graphApiBaseUrl, people, first, way] = process.argv.slice(2);
const SAMPLE_EVERY_MS = 50;
const PHONE_NUMBER_ID = '106540352242922';
const AT_ONCE = 100;

const toBody = (to) => ({
	messaging_product: 'whatsapp',
	to,
	type: 'template',
	template: {
		name: 'appointment_reminder',
		language: { code: 'en_US' },
		components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }, { type: 'text', text: '1 May at 9:30' }] }],
	},
});

class PostOnly {
	description = {
		displayName: 'Post Only',
		name: 'postOnly',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Post Only' },
		inputs: ['main'],
		outputs: ['main', 'main'],
		credentials: [{ name: 'whatsAppSessionApi', required: true }],
		properties: [],
	};

	async execute() {
		const items = this.getInputData();
		const waiting = items.keys();
		const url = `${graphApiBaseUrl}/v23.0/${PHONE_NUMBER_ID}/messages`;
		const work = async () => {
			for (const index of waiting) {
				const body = toBody(items[index].json.recipient);
				await this.helpers.httpRequestWithAuthentication.call(this, 'whatsAppSessionApi', { method: 'POST', url, body, json: true });
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
		return [items, []];
	}
}

const itemsOf = (count, from) => Array.from({ length: count }, (_, index) => ({ json: { recipient: `+1212${5_000_000 + from + index}` } }));

async function send(items) {
	const parameters = {
		recipient: '={{ $json.recipient }}',
		phoneNumberId: PHONE_NUMBER_ID,
		templateFrom: 'name',
		templateName: 'appointment_reminder',
		templateLanguage: 'en_US',
		templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ada', body_2: '1 May at 9:30' } },
	};
	const credential = {
		accessToken: 'simulator-access-token',
		businessAccountId: '102290129340398',
		graphApiBaseUrl,
		embeddedStorePath: join(folder, 'sessions.sqlite'),
	};
	const run = way === 'postOnly' ? { node: new PostOnly() } : { node: new SendTemplate(), parameters };
	const { outputs, error } = await runNode({ ...run, credential, items });
	if (error) throw new Error(error.message);
	return { sent: outputs[0].length, notSent: outputs[1].length };
}

const readMemory = () => {
	const { rss, heapUsed, external } = process.memoryUsage();
	return { rss, heapUsed, external };
};

async function main() {
	await send(itemsOf(20, Number(first) + Number(people)));
	const items = itemsOf(Number(people), Number(first));
	for (let round = 0; round < 3; round += 1) globalThis.gc();
	const before = readMemory();
	const most = { ...before };
	const sample = () => {
		for (const [name, bytes] of Object.entries(readMemory())) most[name] = Math.max(most[name], bytes);
	};
	const timer = setInterval(sample, SAMPLE_EVERY_MS);
	const startedAtMs = performance.now();
	const counts = await send(items);
	const tookMs = Math.round(performance.now() - startedAtMs);
	clearInterval(timer);
	sample();
	console.log(JSON.stringify({ ...counts, tookMs, before, most }));
	process.exit();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
