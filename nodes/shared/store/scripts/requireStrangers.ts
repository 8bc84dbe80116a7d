import { SessionStoreError } from '../SessionStoreError';
import type { WebhookRecord } from '../SessionStore';
import { namesOf } from './namesOf';
import type { StoredSession } from './SessionRow';

/**
 * Makes sure that none of the webhooks holds a message of a person of whom another one speaks under another name: they are to be recorded
 * one after the other.
 *
 * @param known - the sessions on record of all these people
 * @throws {SessionStoreError} when there is one; nothing has been recorded then
 */
export function requireStrangers(known: StoredSession[], records: WebhookRecord[]): void {
	const people = groupNames([
		...known.map((session) => namesOf({ phoneNumberId: session.phoneNumberId, user: session })),
		...records.flatMap(({ evidence }) => evidence.map(namesOf)),
	]);
	const seen = new Map<string, { hasMessages: boolean }>();
	for (const { evidence, answers = [] } of records) {
		const hasMessages = answers.length > 0;
		const persons = new Set(evidence.flatMap((item) => namesOf(item).slice(0, 1).map(people)));
		for (const person of persons) {
			const other = seen.get(person);
			if (other && (other.hasMessages || hasMessages)) throw new SessionStoreError('Two webhooks of one moment are of one person.');
			seen.set(person, { hasMessages: hasMessages || other?.hasMessages === true });
		}
	}
}

/** Joins names that belong together. @returns gives one name for all that are joined */
function groupNames(groups: string[][]): (name: string) => string {
	const holder = new Map<string, string>();
	const find = (name: string): string => {
		let found = name;
		for (let next = holder.get(found); next !== undefined; next = holder.get(found)) found = next;
		return found;
	};
	for (const [first, second] of groups) {
		if (first === undefined || second === undefined) continue;
		const [one, other] = [find(first), find(second)];
		if (one !== other) holder.set(one, other);
	}
	return find;
}
