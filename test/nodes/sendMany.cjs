'use strict';

// Sends a template to so many people by Send Template in this process, and prints how long it took and what memory, in bytes: before, and at
// most. Some messages have gone out before, so that everything is loaded, and the items are there already.
// Usage: node --expose-gc --require ../support/requireTypeScript.cjs sendMany.cjs <folder> <URL of the Graph API> <people> <first person>

const { join } = require('node:path');

const { SendTemplate } = require('../../nodes/SendTemplate/SendTemplate.node.ts');
const { runNode } = require('../support/runNode.ts');

const [folder, graphApiBaseUrl, people, first] = process.argv.slice(2);
const SAMPLE_EVERY_MS = 50;

const itemsOf = (count, from) => Array.from({ length: count }, (_, index) => ({ json: { recipient: `+1212${5_000_000 + from + index}` } }));

async function send(items) {
	const parameters = {
		recipient: '={{ $json.recipient }}',
		phoneNumberId: '106540352242922',
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
	const { outputs, error } = await runNode({ node: new SendTemplate(), parameters, credential, items });
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
