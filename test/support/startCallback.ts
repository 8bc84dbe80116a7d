import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that answers Meta's challenge, whatever the path. */
export interface CallbackServer {
	/** Without a slash at the end. */
	origin: string;
	/** The same server by another name, as after a change of host or tunnel. */
	otherOrigin: string;
	/** Paths that were asked for a challenge, the oldest first. */
	challenged: string[];
	close(): Promise<void>;
}

/** Starts one; a wrong verify token is answered with 403. */
export async function startCallback(verifyToken: string): Promise<CallbackServer> {
	const challenged: string[] = [];
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://callback');
		challenged.push(pathname);
		const isRight = searchParams.get('hub.verify_token') === verifyToken;
		response.writeHead(isRight ? 200 : 403, { 'content-type': 'text/plain' });
		response.end(isRight ? searchParams.get('hub.challenge') : 'Forbidden');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		otherOrigin: `http://localhost:${port}`,
		challenged,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
