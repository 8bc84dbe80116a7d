import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Forgets a wait whose question did not go out; see `AnswerWaits.withdrawWait`. */
export function* withdrawWait(waitId: string): SqlScript<void> {
	yield* query('withdrawAnswerWait', waitId);
}
