import type { WebhookRecord } from './SessionStore';
import { namesOf } from './scripts/namesOf';

/** Keeps what is done at once short: others wait for it. */
const MOST_WEBHOOKS = 100;
const MOST_EVENTS = 1_000;

/**
 * Opens a group of webhooks that may be recorded together, so that the outcome is that of one after the other.
 *
 * What says something about consent or about other names of a person goes by itself: it is read by what comes after it.
 * So does a failure, which may close a window or stop marketing. A second delivery of the same event begins another group, since its
 * receipt depends on the first one, and so does a message of a person of whom another webhook speaks: who answers which question depends
 * on the names that are known by then.
 *
 * @returns takes one more webhook into the group, if it may; the first one always
 */
export function openWebhookGroup(): (next: WebhookRecord) => boolean {
	const eventIds = new Set<string>();
	const people = { ofAll: new Set<string>(), ofMessages: new Set<string>() };
	let [webhooks, events, isClosed] = [0, 0, false];
	return (next) => {
		const names = next.evidence.flatMap(namesOf);
		const told = hasMessages(next) ? people.ofAll : people.ofMessages;
		const mayJoin =
			!isClosed &&
			webhooks < MOST_WEBHOOKS &&
			events + sizeOf(next) <= MOST_EVENTS &&
			isPlain(next) &&
			!next.eventIds.some((eventId) => eventIds.has(eventId)) &&
			!names.some((name) => told.has(name));
		if (webhooks > 0 && !mayJoin) return false;
		webhooks += 1;
		events += sizeOf(next);
		isClosed = !isPlain(next);
		for (const eventId of next.eventIds) eventIds.add(eventId);
		for (const name of names) people.ofAll.add(name);
		if (hasMessages(next)) for (const name of names) people.ofMessages.add(name);
		return true;
	};
}

function hasMessages({ answers = [] }: WebhookRecord): boolean {
	return answers.length > 0;
}

function isPlain({ consent, renamings, statuses }: WebhookRecord): boolean {
	return consent.length === 0 && renamings.length === 0 && statuses.every(({ status }) => status !== 'failed');
}

function sizeOf({ evidence, statuses, eventIds }: WebhookRecord): number {
	return Math.max(evidence.length, statuses.length, eventIds.length);
}
