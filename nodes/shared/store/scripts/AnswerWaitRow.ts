import type { AnswerWait } from '../AnswerWaits';

/** The columns of a wait, alike in every database. */
export interface AnswerWaitRow {
	question_id: string;
	resume_url: string;
	phone_number_id: string;
	bsuid: string | null;
	wa_id: string | null;
	instance_id: string;
	execution_id: string;
	asked_at_ms: number;
	gives_up_at_ms: number;
	/** `open` until an answer has continued the execution, or nobody waits any more. */
	state: 'open' | 'continued' | 'gone';
	/** The message that is the answer, or is being given to n8n as such. */
	answered_by: string | null;
	claimed_by: string | null;
	claimed_until_ms: number | null;
}

/** Reads a wait from its columns; null becomes undefined. */
export function toAnswerWait(row: AnswerWaitRow): AnswerWait {
	return {
		phoneNumberId: row.phone_number_id,
		user: { bsuid: row.bsuid ?? undefined, waId: row.wa_id ?? undefined },
		questionId: row.question_id,
		resumeUrl: row.resume_url,
		instanceId: row.instance_id,
		executionId: row.execution_id,
		askedAtMs: Number(row.asked_at_ms),
		givesUpAtMs: Number(row.gives_up_at_ms),
	};
}
