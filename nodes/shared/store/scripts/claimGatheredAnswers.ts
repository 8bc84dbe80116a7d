import type { GatheredClaim, GatheredHandover, GatheringClaim } from '../Gatherings';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { toAnswerWait, type AnswerWaitRow } from './AnswerWaitRow';
import { handoverOf, holdOf } from './gatheringHold';

/** Claims the waits for what was gathered; see `Gatherings.claimGatheredAnswers`. */
export function* claimGatheredAnswers(
	handovers: GatheredHandover[],
	{ receiver, atMs, leaseUntilMs }: Omit<GatheringClaim, 'limit'>,
): SqlScript<Array<GatheredClaim | 'continued' | 'gone'>> {
	if (handovers.length === 0) return [];
	const rows = yield* query<AnswerWaitRow>('lockAnswerWaits', [...new Set(handovers.map(({ waitId }) => waitId))]);
	const waits = new Map(rows.map((row) => [row.wait_id, row]));
	const outcomes: Array<GatheredClaim | 'continued' | 'gone'> = [];
	for (const handover of handovers) {
		const row = waits.get(handover.waitId);
		const state = stateOf(row, handover, receiver, atMs);
		if (!row || state === 'continued' || state === 'gone') {
			outcomes.push(state === 'continued' ? 'continued' : 'gone');
			continue;
		}
		const deliveryId = handoverOf(handover.gatheringId);
		const [eventId = ''] = handover.eventIds;
		yield* query('claimAnswerWaits', deliveryId, leaseUntilMs, atMs, [{ wait_id: row.wait_id, answered_by: eventId }]);
		waits.set(row.wait_id, { ...row, claimed_by: deliveryId, answered_by: eventId });
		const tried = { tries: Number(row.tries) + 1, triedSinceMs: Number(row.tried_since_ms ?? atMs) };
		outcomes.push({ deliveryId, eventId, wait: toAnswerWait(row), isRepeated: state === 'begun', ...tried });
	}
	return outcomes;
}

/** Its time counts for what has not been tried: n8n ends the wait by then, and one that was tried may have ended by its answer. */
function stateOf(row: AnswerWaitRow | undefined, { gatheringId, eventIds }: GatheredHandover, receiver: string, atMs: number) {
	if (!row) return 'gone';
	const isOwn = row.answered_by !== null && eventIds.includes(row.answered_by);
	if (row.state === 'continued') return isOwn ? 'continued' : 'gone';
	if (row.state !== 'open') return 'gone';
	if (row.claimed_by === handoverOf(gatheringId)) return 'begun';
	const isFree = row.answered_by === null || row.claimed_by === holdOf(receiver);
	return isFree && Number(row.gives_up_at_ms) > atMs ? 'free' : 'gone';
}
