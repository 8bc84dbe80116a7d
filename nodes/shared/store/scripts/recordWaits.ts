import type { AnswerWait } from '../AnswerWaits';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { recordQuestion } from './recordQuestion';
import { toKeyRow } from './toKeyRow';

/** Adds waits, one after the other; see `AnswerWaits.recordWaits`. */
export function* recordWaits(waits: AnswerWait[]): SqlScript<void> {
	for (const wait of waits) {
		yield* query('forgetAnswerWaits', wait.resumeUrl);
		yield* query('recordAnswerWaits', [toRow(wait)]);
		if (wait.questionIds.length > 0) yield* recordQuestion(wait.waitId, wait.questionIds, wait.waitsSinceMs);
	}
}

function toRow(wait: AnswerWait) {
	const [phone_number_id, bsuid, wa_id] = toKeyRow(wait);
	return {
		wait_id: wait.waitId,
		resume_url: wait.resumeUrl,
		phone_number_id,
		bsuid,
		wa_id,
		instance_id: wait.instanceId,
		execution_id: wait.executionId,
		asked_at_ms: wait.askedAtMs,
		waits_since_ms: wait.waitsSinceMs,
		gives_up_at_ms: wait.givesUpAtMs,
		takes_gestures: wait.takesGestures,
	};
}
