import type { Consent } from '../../shared/domain/Consent';
import { groupAsUser } from '../../shared/domain/groupAsUser';
import type { Session, SessionKey, UserIdentity } from '../../shared/domain/Session';
import type { SendRecord } from '../../shared/store/SendLog';
import type { Store } from '../../shared/store/Store';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { EventRecord } from './EventRecord';

/** Somebody whose session and consent an item shows. */
interface Person extends SessionKey {
	businessAccountId: string;
}

/**
 * Looks up what is on record of each event, in the order of the events and in one statement for each kind of record.
 *
 * Templates, the account, echoes and everything else have no record, so nothing is read for them.
 *
 * @param businessAccountId - WABA of the events that name none
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function findEventRecords(
	store: Store,
	businessAccountId: string,
	events: WebhookEvent[],
): Promise<EventRecord[]> {
	const sends = await findSendsOf(store, events);
	const people = events.map((event, index) => personOf(event, sends[index], businessAccountId));
	const named = people.filter((person) => person !== undefined);
	if (named.length === 0) return sends.map((send) => ({ send }));

	const [sessions, consents] = await Promise.all([store.findSessions(named), findConsents(store, named)]);
	const sessionOf = new Map<Person, Session | undefined>(named.map((person, index) => [person, sessions[index]]));
	return people.map((person, index) => ({
		send: sends[index],
		session: person && sessionOf.get(person),
		consent: person && consents.get(person),
	}));
}

async function findSendsOf(store: Store, events: WebhookEvent[]): Promise<Array<SendRecord | undefined>> {
	const ids = [...new Set(events.flatMap((event) => (event.event === 'status' ? [event.messageId] : [])))];
	if (ids.length === 0) return events.map(() => undefined);
	const found = await store.findSends(ids);
	const sendOf = new Map(ids.map((id, index) => [id, found[index]]));
	return events.map((event) => (event.event === 'status' ? sendOf.get(event.messageId) : undefined));
}

function personOf(event: WebhookEvent, send: SendRecord | undefined, businessAccountId: string): Person | undefined {
	switch (event.event) {
		case 'status':
			if (event.status !== 'failed') return undefined;
			break;
		case 'message':
		case 'consentChange':
		case 'call':
		case 'callStatus':
		case 'paymentStatus':
		case 'preference':
			break;
		default:
			return undefined;
	}
	const user = groupNamedBy(event) ?? (isNamed(event.user) ? event.user : send?.user);
	if (!user || !isNamed(user)) return undefined;
	// Without a number there is no session, and none is found; consent is kept for the account as a whole.
	const phoneNumberId = event.phoneNumberId ?? '';
	return { businessAccountId: event.businessAccountId ?? businessAccountId, phoneNumberId, user };
}

/** What is said in a group, or to one, is about the group. */
function groupNamedBy(event: WebhookEvent): UserIdentity | undefined {
	return 'groupId' in event ? groupAsUser(event.groupId) : undefined;
}

function isNamed({ bsuid, waId }: UserIdentity): boolean {
	return bsuid !== undefined || waId !== undefined;
}

/** One look-up for each account; a webhook of several accounts is rare. */
async function findConsents(store: Store, people: Person[]): Promise<Map<Person, Consent | undefined>> {
	const consents = new Map<Person, Consent | undefined>();
	for (const businessAccountId of new Set(people.map((person) => person.businessAccountId))) {
		const members = people.filter((person) => person.businessAccountId === businessAccountId);
		const found = await store.findConsent(businessAccountId, members.map(({ user }) => user));
		for (const [index, member] of members.entries()) consents.set(member, found[index]);
	}
	return consents;
}
