import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { waitUntil } from '../../../n8n/waitUntil.ts';
import type { Mortal } from './Mortal.ts';

const PATIENCE_MS = 20_000;

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		socket.once('data', (data) => resolve(data.toString().startsWith('+PONG')));
		socket.once('error', () => resolve(false));
		socket.once('close', () => resolve(false));
		socket.once('data', () => socket.destroy());
	});
}

/**
 * A Redis for n8n's queue.
 *
 * @param isDurable - whether it writes every job to the disk before it answers (`appendfsync always`); otherwise what is in the queue ends with
 * the process
 */
export function createRedis(folder: string, port: number, isDurable: boolean): Mortal {
	let child: ChildProcess | undefined;
	const durability = isDurable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
	const end = async (signal: NodeJS.Signals) => {
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill(signal);
		await ended;
	};
	return {
		kind: 'redis',
		async start() {
			mkdirSync(folder, { recursive: true });
			const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
			child = spawn('redis-server', [...place, ...durability], { stdio: 'ignore' });
			await once(child, 'spawn').catch(() => {
				throw new Error('Queue mode needs redis-server. Install it, or leave --place=queue out.');
			});
			await waitUntil(async () => await answers(port), { what: 'Redis to answer', timeoutMs: PATIENCE_MS });
		},
		kill9: async () => await end('SIGKILL'),
		stop: async () => await end('SIGTERM'),
	};
}
