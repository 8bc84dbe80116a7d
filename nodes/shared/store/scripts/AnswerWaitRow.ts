import type { AnswerWait, WaitClaim } from '../AnswerWaits';

/** The columns of a wait, alike in every database but for `takes_gestures`. */
export interface AnswerWaitRow {
	wait_id: string;
	/** wamids of the question; a list in JSON. */
	question_ids: string;
	resume_url: string;
	phone_number_id: string;
	bsuid: string | null;
	wa_id: string | null;
	instance_id: string;
	execution_id: string;
	asked_at_ms: number;
	waits_since_ms: number;
	gives_up_at_ms: number;
	takes_gestures: boolean | number;
	/**
	 * `open` until an answer has continued the execution, or nobody waits any more; `ended` when a newer question took its place and the
	 * execution has not been told yet.
	 */
	state: 'open' | 'ended' | 'continued' | 'gone';
	/** The message that is the answer, or is being given to n8n as such. */
	answered_by: string | null;
	claimed_by: string | null;
	claimed_until_ms: number | null;
	/** How often n8n was to be told, and since when. */
	tries: number;
	tried_since_ms: number | null;
}

/** Reads a wait from its columns; null becomes undefined. */
export function toAnswerWait(row: AnswerWaitRow): AnswerWait {
	return {
		waitId: row.wait_id,
		phoneNumberId: row.phone_number_id,
		user: { bsuid: row.bsuid ?? undefined, waId: row.wa_id ?? undefined },
		questionIds: JSON.parse(row.question_ids) as string[],
		resumeUrl: row.resume_url,
		instanceId: row.instance_id,
		executionId: row.execution_id,
		askedAtMs: Number(row.asked_at_ms),
		waitsSinceMs: Number(row.waits_since_ms),
		givesUpAtMs: Number(row.gives_up_at_ms),
		takesGestures: Boolean(row.takes_gestures),
	};
}

/** Reads a wait that was claimed just now from its columns. */
export function toWaitClaim(row: AnswerWaitRow): WaitClaim {
	return { wait: toAnswerWait(row), tries: Number(row.tries), triedSinceMs: Number(row.tried_since_ms) };
}
