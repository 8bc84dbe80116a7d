import { createPoster } from '../load/createPoster.ts';
import { CONNECTIONS, postDelivery, type CrashRun } from './pressAndKill.ts';

/**
 * Posts everything once more.
 *
 * @throws {Error} when any of it is not answered with 200
 */
export async function repeatAll(run: CrashRun): Promise<void> {
	const { book, url, answers, signal } = run;
	const poster = createPoster(url, CONNECTIONS);
	const before = answers['200'] ?? 0;
	const left = [...book.deliveries];
	const press = async () => {
		for (let delivery = left.pop(); delivery; delivery = left.pop()) {
			signal.throwIfAborted();
			await postDelivery(run, poster, delivery);
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, press)).finally(() => poster.close());
	const answered = (answers['200'] ?? 0) - before;
	if (answered === book.deliveries.length) return;
	throw new Error(`Of ${book.deliveries.length} repetitions, only ${answered} were answered with 200.`);
}
