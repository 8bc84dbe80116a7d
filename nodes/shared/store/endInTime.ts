import { SessionStoreError } from './SessionStoreError';
import type { SqlScript } from './SqlScript';

/** Statements of one script at the most; the longest known one needs a few for each of a person's names. */
const MOST_STATEMENTS = 1_000;

/**
 * Runs a script, and ends one that does not come to an end by itself. It holds locks that everybody else waits for, and in
 * SQLite the thread of n8n.
 *
 * @throws {SessionStoreError} after 1,000 statements; the transaction is taken back then
 */
export function* endInTime<Result>(script: SqlScript<Result>): SqlScript<Result> {
	let step = script.next();
	for (let statements = 0; !step.done; statements++) {
		if (statements === MOST_STATEMENTS) {
			throw new SessionStoreError(`The session store did not come to an end within ${MOST_STATEMENTS} statements, so nothing was recorded.`, {
				advice: 'Please report it, with what the workflow was doing.',
			});
		}
		step = script.next(yield step.value);
	}
	return step.value;
}
