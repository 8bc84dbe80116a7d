/** Names what holds a wait in place of a delivery: a receiver that gathers its answer, or a gathering that is being handed over. */
const HELD = 'gathering ';

/** Names the hold of a receiver that gathers the answer. */
export function holdOf(receiver: string): string {
	return `${HELD}for ${receiver}`;
}

/** Names the claim of a gathering that is being handed over. */
export function handoverOf(gatheringId: string): string {
	return `${HELD}done ${gatheringId}`;
}

/** Says whether a wait is held for what is being gathered. */
export function isHeld(claimedBy: string | null): boolean {
	return claimedBy !== null && claimedBy.startsWith(HELD);
}
