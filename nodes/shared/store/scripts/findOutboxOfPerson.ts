import type { SessionKey } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { findNamesOf } from './findNamesOf';
import type { OutboxRow } from './OutboxRow';

/** Gives what waits for a person under every name, oldest first, and keeps other senders and keepers away until the transaction ends. */
export function* findOutboxOfPerson(businessAccountId: string, { phoneNumberId, user }: SessionKey, atMs: number): SqlScript<OutboxRow[]> {
	const names = yield* findNamesOf(businessAccountId, user);
	const people = names.flatMap(({ bsuid, wa_id }) => [bsuid, wa_id].filter((name) => name !== null));
	yield* query('lockPeople', [...new Set(people)].map((name) => `${businessAccountId} ${name}`));
	const rows = yield* query<OutboxRow>('findOutboxOfPerson', businessAccountId, phoneNumberId, names, atMs);
	return rows.sort((one, other) => Number(one.kept_at_ms) - Number(other.kept_at_ms));
}
