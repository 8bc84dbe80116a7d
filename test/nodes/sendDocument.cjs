'use strict';

// Sends a document of so many bytes from the files that n8n keeps on disk, by Send Template in this process, and prints what
// memory it took, in bytes: before, and at most. A small document has gone out before, so that everything is loaded.
// Usage: node --expose-gc --require ../support/requireTypeScript.cjs sendDocument.cjs <folder> <URL of the Graph API> <bytes>

const { join } = require('node:path');
const { Readable } = require('node:stream');

const { SendTemplate } = require('../../nodes/SendTemplate/SendTemplate.node.ts');
const { binaryData } = require('../support/binaryData.ts');
const { runNode } = require('../support/runNode.ts');

const [folder, graphApiBaseUrl, size] = process.argv.slice(2);
const SAMPLE_EVERY_MS = 2;
const PIECE = Buffer.alloc(64 * 1024, '0123456789abcdef');

async function storeDocument(sizeBytes, firstByte) {
	function* pieces() {
		yield Buffer.from(firstByte);
		for (let left = sizeBytes - 1; left > 0; left -= PIECE.length) yield PIECE.subarray(0, Math.min(left, PIECE.length));
	}
	const place = { type: 'execution', workflowId: 'test-workflow', executionId: '1' };
	const document = { data: '', mimeType: 'application/pdf', fileName: 'catalog.pdf' };
	return await binaryData.store(place, Readable.from(pieces()), document);
}

async function send(data) {
	const parameters = {
		recipient: '+12025550143',
		phoneNumberId: '106540352242922',
		templateFrom: 'name',
		templateName: 'document',
		templateLanguage: 'en_US',
		templateVariables: { mappingMode: 'defineBelow', value: { header_media: 'data' } },
	};
	const credential = {
		accessToken: 'a token',
		businessAccountId: '102290129340398',
		graphApiBaseUrl,
		embeddedStorePath: join(folder, 'sessions.sqlite'),
	};
	const { outputs, error } = await runNode({ node: new SendTemplate(), parameters, credential, items: [{ json: {}, binary: { data } }] });
	if (outputs[0]?.length !== 1) throw new Error(`The document was not sent: ${error?.message}`);
}

function freeMemory() {
	for (let round = 0; round < 3; round += 1) globalThis.gc();
}

const readMemory = () => {
	const { rss, heapUsed, external } = process.memoryUsage();
	return { rss, heapUsed, external };
};

async function main() {
	await binaryData.init();
	await send(await storeDocument(1024, 'a'));
	const document = await storeDocument(Number(size), 'b');
	freeMemory();
	const before = readMemory();
	const most = { ...before };
	const sample = () => {
		for (const [name, bytes] of Object.entries(readMemory())) most[name] = Math.max(most[name], bytes);
	};
	const timer = setInterval(sample, SAMPLE_EVERY_MS);
	const startedAtMs = performance.now();
	await send(document);
	const tookMs = Math.round(performance.now() - startedAtMs);
	clearInterval(timer);
	sample();
	console.log(JSON.stringify({ tookMs, before, most }));
	process.exit();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
