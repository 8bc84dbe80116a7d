import { DateTime } from 'luxon';

import type { Objection, Verdict } from './Verdict';

/** A send that may go out. */
export interface Go {
	kind: 'go';
}

/** A send that does not go out now, with everything that speaks against it. */
export interface Held {
	kind: 'later' | 'notSent';
	/** When it may go out, UTC; undefined where no instant is known, as for everything that is not sent at all. */
	sendAt?: DateTime<true>;
	/** Strictest first; never empty. */
	objections: [Objection, ...Objection[]];
}

/** What becomes of a send. */
export type Decision = Go | Held;

/**
 * Makes one decision of what all policies say.
 *
 * The strictest verdict wins: `notSent` before `later` before `go`. Of several instants the latest counts, because every policy has
 * to agree. All objections are kept, those of `notSent` first and then in the order of `reasons`, so that the order in which the
 * verdicts come does not matter.
 *
 * @param reasons - all reasons that a policy may give, those that last longest first
 */
export function combineVerdicts(verdicts: readonly Verdict[], reasons: readonly string[]): Decision {
	const held = verdicts.filter((verdict) => verdict.kind !== 'go');
	const [first, ...others] = held.toSorted((one, other) => strictness(one) - strictness(other) || compare(one, other, reasons));
	if (!first) return { kind: 'go' };
	const objections: Held['objections'] = [toObjection(first), ...others.map(toObjection)];
	if (first.kind === 'notSent') return { kind: 'notSent', objections };
	const sendAtMs = Math.max(...held.map((verdict) => (verdict.kind === 'later' ? verdict.sendAt.toMillis() : 0)));
	return { kind: 'later', sendAt: DateTime.fromMillis(sendAtMs, { zone: 'utc' }) as DateTime<true>, objections };
}

function strictness({ kind }: Verdict): number {
	return kind === 'notSent' ? 0 : 1;
}

/** A reason that is not in the list comes last, and two of them by the alphabet. */
function compare({ reason: one }: Objection, { reason: other }: Objection, reasons: readonly string[]): number {
	return rank(one, reasons) - rank(other, reasons) || (one < other ? -1 : Number(one > other));
}

function rank(reason: string, reasons: readonly string[]): number {
	const index = reasons.indexOf(reason);
	return index < 0 ? reasons.length : index;
}

function toObjection({ reason, message, advice, evidence }: Objection): Objection {
	return { reason, message, advice, evidence };
}
