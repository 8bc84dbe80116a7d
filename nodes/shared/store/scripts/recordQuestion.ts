import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { AnswerWaitRow } from './AnswerWaitRow';

/** Names the question of a wait, and ends the waits whose question it takes the place of; see `AnswerWaits.recordQuestion`. */
export function* recordQuestion(waitId: string, questionIds: string[], atMs: number): SqlScript<void> {
	yield* query('nameQuestions', [...new Set(questionIds)].map((message_id) => ({ message_id, wait_id: waitId })));
	const theirs = yield* query<{ wait_id: string }>('findWaitsOfPerson', waitId, atMs);
	if (theirs.length < 2) return;
	const rows = yield* query<AnswerWaitRow>('lockAnswerWaits', theirs.map(({ wait_id }) => wait_id));
	const open = rows.filter(({ state }) => state === 'open');
	if (!open.some(({ wait_id }) => wait_id === waitId)) return;
	const older = open.filter(({ wait_id, answered_by }) => wait_id !== waitId && answered_by === null);
	if (older.length > 0) yield* query('endAnswerWaits', older.map(({ wait_id }) => wait_id));
}
