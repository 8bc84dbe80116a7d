'use strict';

// Posts requests of every kind to a trigger in this process, and prints its heap, in bytes, after a fifth of them and
// after the last one, each time after everything that can be freed was freed.
// Usage: node --expose-gc --require ../support/requireTypeScript.cjs receiveRequests.cjs <folder> <requests>

const { once } = require('node:events');
const { Agent, request } = require('node:http');
const { join } = require('node:path');

const { WhatsAppSessionTrigger } = require('../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node.ts');
const { runTrigger } = require('../support/runTrigger.ts');
const { signWebhook } = require('../support/signWebhook.ts');

const [folder, count] = process.argv.slice(2);
const REQUESTS = Number(count);
const CONNECTIONS = 16;
const PEOPLE = 1000;
// So that the first one has been answered by then.
const REPEATED_AFTER = 502;
const APP_SECRET = 'simulator-app-secret';

const timestamp = () => String(Math.floor(Date.now() / 1000));
const waId = (index) => `1202555${String(index % PEOPLE).padStart(4, '0')}`;

function webhook(value, field = 'messages') {
	const metadata = { display_phone_number: '15550100001', phone_number_id: '106540352242922' };
	const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
	return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] };
}

const message = (index) => ({
	from: waId(index),
	id: `wamid.MEMORY${index}`,
	timestamp: timestamp(),
	type: 'text',
	text: { body: `Message ${index}` },
});
const status = (index) => ({
	id: `wamid.SENT${index}`,
	status: 'delivered',
	timestamp: timestamp(),
	recipient_id: waId(index),
});
const call = (index) => ({ id: `call${index}`, from: waId(index), event: 'connect', timestamp: timestamp() });
const deep = `{"object":"whatsapp_business_account","entry":${'['.repeat(5000)}${']'.repeat(5000)}}`;

/** What is posted, in turns: the body, and what has to be answered. */
const KINDS = [
	(index) => [webhook({ messages: [message(index)] }), 200],
	(index) => [webhook({ statuses: [status(index)] }), 200],
	(index) => [webhook({ messages: [message(Math.abs(index - REPEATED_AFTER))] }), 200],
	(index) => [webhook({ messages: [1, 2, 3].map((part) => message(`${index}${part}`)) }), 200],
	(index) => [webhook({ messages: [{ ...message(index), from: undefined, user_id: `US.${index % PEOPLE}` }] }), 200],
	(index) => [webhook({ calls: [call(index)] }, 'calls'), 200],
	(index) => [webhook({ messages: [message(index)] }), 401, 'another-secret'],
	(index) => [webhook({ surprise: index }, `field${index % 100}`), 200],
	() => [deep, 200],
	(index) => [{ object: 'whatsapp_business_account', entry: [{ id: index, changes: { field: [], value: null } }] }, 200],
];

function createPost(url) {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	return async (index) => {
		const [body, expected, appSecret = APP_SECRET] = KINDS[index % KINDS.length](index);
		const signed = signWebhook(body, appSecret);
		const sent = request(url, { agent, method: 'POST', headers: signed.headers });
		sent.end(signed.body);
		const [answer] = await once(sent, 'response');
		answer.resume();
		await once(answer, 'close');
		if (answer.statusCode === expected) return;
		throw new Error(`Request ${index} was answered with ${answer.statusCode}; right would be ${expected}.`);
	};
}

async function readHeap() {
	for (let round = 0; round < 3; round += 1) {
		await new Promise((resolve) => setImmediate(resolve));
		globalThis.gc();
	}
	return process.memoryUsage().heapUsed;
}

async function main() {
	const credential = {
		businessAccountId: '102290129340398',
		appSecret: APP_SECRET,
		verifyToken: 'a verify token',
		embeddedStorePath: join(folder, 'sessions.sqlite'),
	};
	const trigger = await runTrigger({ node: new WhatsAppSessionTrigger(), readCredential: () => credential });
	const post = createPost(trigger.url);
	const total = { executions: 0, failures: 0 };
	// The stand-in for n8n keeps everything for tests to look at.
	const forget = () => {
		total.executions += trigger.executions.length;
		total.failures += trigger.failures.length;
		for (const kept of Object.values(trigger)) if (Array.isArray(kept)) kept.length = 0;
	};
	let next = 0;
	const postUntil = async (end) => {
		while (next < end) {
			next += 1;
			await post(next - 1);
			forget();
		}
	};
	const heap = [];
	for (const end of [REQUESTS / 5, REQUESTS]) {
		await Promise.all(Array.from({ length: CONNECTIONS }, () => postUntil(end)));
		heap.push(await readHeap());
	}
	console.log(JSON.stringify({ requests: next, ...total, heap }));
	process.exit();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
