import { waitUntil } from '../../n8n/waitUntil.ts';
import { createPoster } from '../load/createPoster.ts';
import { CONNECTIONS, postDelivery, type CrashRun } from './pressAndKill.ts';

// Messages that a killed n8n was working on are refused until its lease has run out.
const TIMEOUT_MS = 120_000;

/** Posts what was not answered with 200, again and again, until everything is. */
export async function deliverAll(run: CrashRun): Promise<void> {
	const { book, url, signal } = run;
	const poster = createPoster(url, CONNECTIONS);
	const press = async () => {
		for (let due = book.takeDue(Date.now()); due; due = book.takeDue(Date.now())) await postDelivery(run, poster, due);
	};
	const look = async () => {
		await Promise.all(Array.from({ length: CONNECTIONS }, press));
		return book.unanswered === 0;
	};
	const wait = { what: 'everything to be answered with 200', timeoutMs: TIMEOUT_MS, signal };
	await waitUntil(look, wait).finally(() => poster.close());
}
