import type { DateTime } from 'luxon';

/** One reason why a message does not go out now. */
export interface Objection {
	/** In one word, for example `windowClosed`; workflows branch on it. */
	reason: string;
	/** What has happened, as a sentence; undefined where the word says all. */
	message?: string;
	/** What to do about it, as a sentence; undefined where nothing is to be done. */
	advice?: string;
	/** What the objection rests on, for the output of the node; undefined for nothing more than the reason. */
	evidence?: Record<string, unknown>;
}

/**
 * What one policy says of one send:
 *
 * - `go`: nothing against it;
 * - `later`: not now, but at `sendAt` (UTC);
 * - `notSent`: not at all, until something else has changed.
 */
export type Verdict = { kind: 'go' } | ({ kind: 'later'; sendAt: DateTime<true> } & Objection) | ({ kind: 'notSent' } & Objection);

/** The verdict of a policy that has nothing against a send, or does not know enough yet to have. */
export const GO: Verdict = { kind: 'go' };
