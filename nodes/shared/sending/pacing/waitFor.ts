import type { PacingClock } from './PacingClock';

/**
 * Waits that many milliseconds.
 *
 * @throws the reason of the signal, at once when the execution is stopped
 */
export async function waitFor(clock: PacingClock, ms: number, signal?: AbortSignal): Promise<void> {
	signal?.throwIfAborted();
	await new Promise<void>((resolve, reject) => {
		const cancel = clock.runIn(ms, () => {
			signal?.removeEventListener('abort', stop);
			resolve();
		});
		function stop(): void {
			cancel();
			reject(signal?.reason as Error);
		}
		signal?.addEventListener('abort', stop, { once: true });
	});
}
