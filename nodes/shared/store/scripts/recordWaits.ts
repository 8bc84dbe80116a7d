import type { AnswerWait } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toKeyRow } from './toKeyRow';

/** Adds waits; see `AnswerWaits.recordWaits`. One statement may touch a row only once, so the last of each counts. */
export function* recordWaits(waits: AnswerWait[]): SqlScript<void> {
	const last = new Map(waits.map((wait) => [JSON.stringify([wait.questionId, wait.resumeUrl]), wait]));
	if (last.size > 0) yield* query('recordAnswerWaits', [...last.values()].map(toRow));
}

function toRow(wait: AnswerWait) {
	const [phone_number_id, bsuid, wa_id] = toKeyRow(wait);
	return {
		question_id: wait.questionId,
		resume_url: wait.resumeUrl,
		phone_number_id,
		bsuid,
		wa_id,
		instance_id: wait.instanceId,
		execution_id: wait.executionId,
		asked_at_ms: wait.askedAtMs,
		gives_up_at_ms: wait.givesUpAtMs,
	};
}
