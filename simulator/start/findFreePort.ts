import { createServer } from 'node:net';
import { StartError } from './StartError.ts';

const PORTS_TO_TRY = 20;

/**
 * The first free port from `first` on.
 *
 * @throws {StartError} when twenty are taken, and for a host that is no address of this machine
 */
export async function findFreePort(first: number, host: string): Promise<number> {
	for (let port = first; port < first + PORTS_TO_TRY; port += 1) {
		const problem = await tryPort(port, host);
		if (problem === undefined) return port;
		if (problem !== 'EADDRINUSE' && problem !== 'EACCES') {
			throw new StartError(`"--host ${host}" is no address of this machine (${problem}): give 127.0.0.1, or 0.0.0.0 for every network that it is in.`);
		}
	}
	throw new StartError(`The ports ${first} to ${first + PORTS_TO_TRY - 1} are all taken or not allowed: give another one with --port.`);
}

/** Gives the code of what went wrong, undefined when the port is free. */
async function tryPort(port: number, host: string): Promise<string | undefined> {
	const probe = createServer();
	return await new Promise((resolve) => {
		probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'no answer'));
		// Past the last port it throws.
		if (port > 65_535) resolve('EADDRINUSE');
		else probe.listen(port, host, () => probe.close(() => resolve(undefined)));
	});
}
