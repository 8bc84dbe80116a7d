import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook as it arrived. */
export interface ReceivedWebhook {
	rawBody: string;
	headers: IncomingHttpHeaders;
	/** The parsed body. */
	json: WebhookBody;
}

/** As much of a webhook body as the tests look at. */
export interface WebhookBody {
	object: string;
	entry: Array<{
		id: string;
		changes: Array<{ field: string; value: Record<string, Array<Record<string, unknown>>> }>;
	}>;
}

/** A callback URL that remembers what it received. */
export interface Receiver {
	url: string;
	received: ReceivedWebhook[];
	/** HTTP statuses for the next webhooks; 200 when none is left. */
	answers: number[];
	/** Body of every answer. */
	answerBody: string;
	/** What it answers to a challenge; the challenge itself unless changed. */
	challengeAnswer: (challenge: string) => { status: number; body: string };
	close(): Promise<void>;
}

/** Opens a receiver on a free port. Its verify token is `verify me`. */
export async function openReceiver(): Promise<Receiver> {
	const receiver: Omit<Receiver, 'url' | 'close'> = {
		received: [],
		answers: [],
		answerBody: '',
		challengeAnswer: (challenge) => ({ status: 200, body: challenge }),
	};
	const server = createServer((request, response) => {
		if (request.method === 'GET') answerChallenge(receiver, request, response);
		else void record(receiver, request, response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return Object.assign(receiver, {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	});
}

type Recorder = Omit<Receiver, 'url' | 'close'>;

function answerChallenge(receiver: Recorder, request: IncomingMessage, response: ServerResponse): void {
	const query = new URL(request.url ?? '/', 'http://receiver').searchParams;
	const isKnown = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === 'verify me';
	const { status, body } = receiver.challengeAnswer(query.get('hub.challenge') ?? '');
	response.statusCode = isKnown ? status : 403;
	response.end(isKnown ? body : 'no');
}

async function record(receiver: Recorder, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const rawBody = Buffer.concat(chunks).toString('latin1');
	receiver.received.push({ rawBody, headers: request.headers, json: JSON.parse(rawBody) as WebhookBody });
	response.statusCode = receiver.answers.shift() ?? 200;
	response.end(receiver.answerBody);
}
