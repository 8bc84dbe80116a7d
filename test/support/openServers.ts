import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The HTTP servers of one test file. */
export interface Servers {
	/** Starts one that answers like this; gives its address, without a slash at the end. */
	serve(answer: RequestListener): Promise<string>;
	/** Closes all of them, with what is under way. */
	close(): Promise<void>;
}

/** Opens a place for servers on free ports of this machine. */
export function openServers(): Servers {
	const servers: Server[] = [];
	const closeOne = async (server: Server) => {
		const closed = once(server, 'close');
		server.closeAllConnections();
		server.close();
		await closed;
	};
	return {
		async serve(answer) {
			const server = createServer(answer);
			servers.push(server);
			server.listen(0, '127.0.0.1');
			await once(server, 'listening');
			return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		},
		close: async () => void (await Promise.all(servers.splice(0).map(closeOne))),
	};
}
