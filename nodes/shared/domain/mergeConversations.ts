import type { Conversation, TakeOverSign, TakeOverSource } from './Conversation';

/**
 * Puts together what was learned about a conversation.
 *
 * Of each source the newest sign counts, of two of one instant the one that lasts longer; of everything else what is newer. So signs that
 * come late, twice or in any order give the same answer to who has the conversation, and until when. Only since when, which is told and
 * decides nothing, may differ where a sign comes late that lies between two others.
 */
export function mergeConversations(one: Conversation | undefined, other: Conversation | undefined): Conversation | undefined {
	if (!one || !other) return one ?? other;
	const sources = new Set([...Object.keys(one.signs ?? {}), ...Object.keys(other.signs ?? {})]) as Set<TakeOverSource>;
	const signs = Object.fromEntries([...sources].sort().map((source) => [source, mergeSigns(one.signs?.[source], other.signs?.[source])]));
	const givenBackAtMs = Math.max(one.givenBackAtMs ?? -Infinity, other.givenBackAtMs ?? -Infinity);
	const owner = newerOwner(one.owner, other.owner);
	return {
		...(sources.size > 0 && { signs }),
		...(givenBackAtMs > -Infinity && { givenBackAtMs }),
		...(owner && { owner }),
	};
}

function mergeSigns(one: TakeOverSign | undefined, other: TakeOverSign | undefined): TakeOverSign | undefined {
	if (!one || !other) return one ?? other;
	const [older, newer] = isOlder(one, other) ? [one, other] : [other, one];
	const isContinued = newer.sinceMs <= endOf(older);
	return { ...newer, sinceMs: isContinued ? Math.min(older.sinceMs, newer.sinceMs) : newer.sinceMs };
}

function isOlder(one: TakeOverSign, other: TakeOverSign): boolean {
	return one.atMs < other.atMs || (one.atMs === other.atMs && endOf(one) <= endOf(other));
}

function endOf({ untilMs = Infinity }: TakeOverSign): number {
	return untilMs;
}

/** In one instant, WhatsApp's seconds, the other responder is taken to have it: who is wrong about that is refused. */
function newerOwner(one: Conversation['owner'], other: Conversation['owner']): Conversation['owner'] {
	if (!one || !other) return one ?? other;
	if (one.atMs === other.atMs) return one.isElsewhere ? one : other;
	return one.atMs > other.atMs ? one : other;
}

/** The newest instant that a conversation speaks of; it is kept at least that long. Epoch milliseconds, UTC. */
export function newestInstantOf({ signs = {}, givenBackAtMs = 0, owner }: Conversation): number {
	const ends = Object.values(signs).map((sign) => Math.max(sign.atMs, sign.untilMs ?? 0));
	return Math.max(givenBackAtMs, owner?.atMs ?? 0, ...ends);
}
