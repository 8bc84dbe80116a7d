import type { GatheredMessage, GatheringDelivery } from '../Gatherings';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { acknowledgeEvents } from './acknowledgeEvents';
import type { GatheringRow } from './GatheringRow';
import { leaseEvents } from './leaseEvents';
import { planGatherings } from './planGatherings';

/** Adds messages to what is being gathered, and acknowledges them; see `Gatherings.gatherMessages`. */
export function* gatherMessages(delivery: GatheringDelivery): SqlScript<boolean> {
	const { receiver, deliveryId, atMs, leaseUntilMs, messages } = delivery;
	if (messages.length === 0) return true;
	const eventIds = messages.map(({ eventId }) => eventId);
	// Its lease may have run out meanwhile, and somebody else may have had the events.
	const lease = { receiver, deliveryId, receivedAtMs: atMs, leaseUntilMs, eventIds };
	const [receipt] = yield* leaseEvents([{ ...lease, evidence: [], statuses: [], consent: [], renamings: [], templateChanges: [] }]);
	const { leased = [], underWay = [] } = receipt ?? {};
	if (underWay.length > 0) return false;
	const own = new Set(leased);
	const added = messages.filter(({ eventId }) => own.delete(eventId));
	if (added.length === 0) return true;
	// A person of whom nothing is being gathered has no row that could be held.
	yield* query('lockPeople', [...new Set(added.flatMap((message) => namesOf(receiver, message)))]);
	const open = yield* query<GatheringRow>('findGatherings', receiver, added.map(toPersonRow));
	yield* query('saveGatherings', planGatherings(open.toSorted(byAge), added, delivery));
	yield* acknowledgeEvents([{ receiver, eventIds: leased, atMs }]);
	return true;
}

function namesOf(receiver: string, { phoneNumberId, user }: GatheredMessage): string[] {
	return [user.bsuid, user.waId].filter((name) => name !== undefined).map((name) => `gathering ${receiver} ${phoneNumberId} ${name}`);
}

function toPersonRow({ phoneNumberId, user }: GatheredMessage) {
	return { phone_number_id: phoneNumberId, bsuid: user.bsuid ?? null, wa_id: user.waId ?? null };
}

function byAge(one: GatheringRow, other: GatheringRow): number {
	return Number(one.began_at_ms) - Number(other.began_at_ms) || (one.gathering_id < other.gathering_id ? -1 : 1);
}
