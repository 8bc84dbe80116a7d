import 'reflect-metadata';

import type { RequestListener } from 'node:http';

import { WebhookContext } from 'n8n-core';
import type { IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { askCallback } from '../../../nodes/shared/n8n/account/askCallback';
import { WhatsAppSessionTrigger } from '../../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { createTriggerWorkflow } from '../../support/createTriggerWorkflow';
import { openServers } from '../../support/openServers';

const LONG_MS = 60_000;
const NO_ANSWER = { isChallenge: false, isTriggerOfOtherToken: false, isPage: false };

const servers = openServers();
afterEach(servers.close);

/** Asks an address that answers like this, with n8n's own HTTP helper. */
async function ask(answer: RequestListener, timeoutMs = LONG_MS) {
	const origin = await servers.serve(answer);
	const { workflow, node } = createTriggerWorkflow(new WhatsAppSessionTrigger());
	const context = new WebhookContext(workflow, node, {} as IWorkflowExecuteAdditionalData, 'webhook', {} as IWebhookData, [], null);
	return await askCallback(context, `${origin}/webhook`, 'a verify token', timeoutMs);
}

describe('an address that is asked for a challenge', () => {
	it('is known by the challenge alone', async () => {
		const echo: RequestListener = ({ url }, response) => void response.end(new URL(url ?? '', 'http://x').searchParams.get('hub.challenge'));
		expect(await ask(echo)).toEqual({ ...NO_ANSWER, status: 200, isChallenge: true });
		const longer: RequestListener = ({ url }, response) => void response.end(`${new URL(url ?? '', 'http://x').searchParams.get('hub.challenge')} `);
		expect(await ask(longer)).toEqual({ ...NO_ANSWER, status: 200 });
	});

	it('that answers without end is not read to the end, and its connection is closed', async () => {
		let sentBytes = 0;
		const closed = Promise.withResolvers<void>();
		const answer = await ask((_, response) => {
			const piece = Buffer.alloc(65_536, '1');
			const write = () => {
				while (!response.destroyed && response.write(piece)) sentBytes += piece.length;
				response.once('drain', write);
			};
			response.on('close', closed.resolve);
			write();
		});
		expect(answer).toEqual({ ...NO_ANSWER, status: 200 });
		await closed.promise;
		expect(sentBytes).toBeLessThan(50_000_000);
	});

	it('that begins an answer and never ends it counts as none when the time is up', async () => {
		expect(await ask((_, response) => void response.write('1'), 200)).toEqual(NO_ANSWER);
	});

	it('is not followed anywhere, and what it is told holds no access token', async () => {
		const asked: string[] = [];
		const answer = await ask(({ url = '', headers }, response) => {
			asked.push(`${url} ${JSON.stringify(headers)}`);
			response.writeHead(302, { Location: '/elsewhere' }).end();
		});
		expect(answer).toEqual({ ...NO_ANSWER, status: 302 });
		expect(asked).toEqual([expect.stringContaining('/webhook?')]);
		expect(asked.join()).not.toMatch(/authorization/i);
	});
});
