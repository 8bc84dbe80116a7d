import { installPack } from '../../../n8n/installPack.ts';
import { isN8nReady } from '../../../n8n/isN8nReady.ts';
import { startN8n, type RunningN8n } from '../../../n8n/startN8n.ts';
import { waitUntil } from '../../../n8n/waitUntil.ts';
import type { Mortal } from './Mortal.ts';

const READY_TIMEOUT_MS = 180_000;

/** One process of an n8n in queue mode. */
export interface N8nProcessOptions {
	kind: 'main' | 'worker' | 'webhook';
	/** Of its own: a worker looks for what it left unfinished on its own disk. */
	folder: string;
	port: number;
	env: Record<string, string>;
	signal: AbortSignal;
}

/** Makes one process of an n8n, not started yet. */
export function createN8nProcess({ kind, folder, port, env, signal }: N8nProcessOptions): Mortal {
	let n8n: RunningN8n | undefined;
	installPack({ userFolder: folder });
	const isReady = async () => await isN8nReady(`http://127.0.0.1:${port}`);
	return {
		kind,
		async start() {
			const command = [kind === 'main' ? 'start' : kind];
			const health: Record<string, string> = kind === 'worker' ? { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) } : {};
			n8n = await startN8n({ userFolder: folder, env: { ...env, ...health }, command, port, signal });
			await waitUntil(isReady, { what: `the ${kind} to be ready`, timeoutMs: READY_TIMEOUT_MS, everyMs: 200, signal });
		},
		kill9: async () => await n8n?.kill9(),
		stop: async () => await (signal.aborted ? n8n?.kill9() : n8n?.stop()),
	};
}
