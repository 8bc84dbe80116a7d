import type { Socket } from 'node:net';

/** Where one more request reaches the n8n process that received this one. */
export interface LocalAddress {
	host: string;
	port: number;
	/** Path and query. */
	path: string;
}

/**
 * Gives the address of a waiting execution within this n8n: the public one may lead through a tunnel or a proxy that cannot be reached
 * from inside, while the very address at which the webhook came in can.
 *
 * A path that n8n's public address has in front of its own (behind a proxy that takes it away) is left out.
 *
 * @param connection - that of the webhook
 * @returns undefined where the connection is encrypted by n8n itself, whose certificate names the public address only
 */
export function toLocalAddress(connection: Pick<Socket, 'localAddress' | 'localPort'>, resumeUrl: string): LocalAddress | undefined {
	const { localAddress: host, localPort: port } = connection;
	if (host === undefined || port === undefined || 'encrypted' in connection) return undefined;
	const { pathname, search } = new URL(resumeUrl);
	// Of n8n itself are the name of the endpoint, the ID of the execution and the path of the node.
	return { host, port, path: `/${pathname.split('/').slice(-3).join('/')}${search}` };
}
