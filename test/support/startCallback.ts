import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that answers Meta's challenge, whatever the path. */
export interface CallbackServer {
	/** Without a slash at the end. */
	origin: string;
	/** The same server by another name, as after a change of host or tunnel. */
	otherOrigin: string;
	/** What single addresses answer instead: 404 as n8n without that trigger, 403 as a trigger of another token. */
	statusOf: Map<string, number>;
	/** Paths that were asked for a challenge, the oldest first. */
	challenged: string[];
	close(): Promise<void>;
}

const MISMATCH = JSON.stringify({
	message: 'The verify token of the request is not the one in the credential.',
	advice: 'Use the same text.',
});

/**
 * Starts one.
 *
 * @param options.refusal - what a wrong verify token is answered with, beside 403; what the trigger says by default
 */
export async function startCallback(
	verifyToken: string,
	{ refusal = MISMATCH }: { refusal?: string } = {},
): Promise<CallbackServer> {
	const challenged: string[] = [];
	const statusOf = new Map<string, number>();
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://callback');
		challenged.push(pathname);
		const usual = searchParams.get('hub.verify_token') === verifyToken ? 200 : 403;
		const status = statusOf.get(`http://${request.headers.host}${pathname}`) ?? usual;
		response.writeHead(status, { 'content-type': 'text/plain' });
		response.end(status === 200 ? searchParams.get('hub.challenge') : status === 403 ? refusal : '{}');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		otherOrigin: `http://localhost:${port}`,
		statusOf,
		challenged,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
