import { createServer } from 'node:net';

const LAST_PORT = 65_535;

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

/** A port that the system picks. */
function anyFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/**
 * A TCP port on 127.0.0.1 that nobody listens on at this moment.
 *
 * @param preferred - the first port to try, then the ones above it; undefined lets the system pick
 */
export async function findFreePort(preferred?: number): Promise<number> {
	if (preferred === undefined) return await anyFreePort();
	for (let port = preferred; port <= LAST_PORT; port++) {
		if (await isFree(port)) return port;
	}
	throw new Error(`No port from ${preferred} up is free.`);
}
