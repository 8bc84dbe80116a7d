import type { GatheredClaim, Gathering, GatheringClaim } from '../../shared/store/Gatherings';
import type { Store } from '../../shared/store/Store';

/** The claim of a wait; `continued` where its gathering has continued the execution before, `gone` where nobody waits for it any more. */
export type WaitState = GatheredClaim | 'continued' | 'gone';

/**
 * Claims the waits that gatherings are the answers to, in one transaction; see `Gatherings.claimGatheredAnswers`.
 *
 * @returns by the ID of the gathering; nothing for one that never was an answer
 */
export async function claimWaits(store: Store, gatherings: Gathering[], claim: Omit<GatheringClaim, 'limit'>): Promise<Map<string, WaitState>> {
	const handovers = gatherings.flatMap(({ gatheringId, messages }) => {
		const waitId = messages[0]?.answer?.waitId;
		return waitId === undefined ? [] : [{ gatheringId, waitId, eventIds: messages.map(({ eventId }) => eventId) }];
	});
	if (handovers.length === 0) return new Map();
	const states = await store.claimGatheredAnswers(handovers, claim);
	return new Map(handovers.map(({ gatheringId }, index) => [gatheringId, states[index] ?? 'gone']));
}
