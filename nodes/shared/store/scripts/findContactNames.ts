import type { UserIdentity } from '../../domain/Session';
import type { ContactName } from '../Contacts';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import type { NameRow } from './findNamesOf';

interface LinkRow extends NameRow {
	position: number;
	link: 'together' | 'later' | 'former';
	at_ms: number | null;
}

// A person changes the number or the user ID a few times in a life, and each round finds what is one step further away.
const MOST_ROUNDS = 16;

/**
 * Gives every name of a person, step by step, each by itself.
 *
 * A name that the person left may be somebody else's by now. It counts up to the moment of the notice, and from it the way goes back to
 * earlier names alone, never to the session of whoever has it now.
 */
export function* findContactNames(businessAccountId: string, user: UserIdentity): SqlScript<ContactName[]> {
	const known = new Map<string, ContactName>();
	let open = toNames(user.bsuid, user.waId);
	for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
		for (const name of open) known.set(keyOf(name), name);
		const asked = open;
		const rows = yield* query<LinkRow>(
			'findLinkedNames',
			businessAccountId,
			asked.map(({ bsuid, waId }) => ({ bsuid: bsuid ?? null, wa_id: waId ?? null })),
		);
		open = rows.flatMap((row) => follow(asked[row.position], row)).filter((name) => isNews(known.get(keyOf(name)), name));
	}
	return [...known.values()];
}

function follow(from: ContactName | undefined, { link, bsuid, wa_id, at_ms }: LinkRow): ContactName[] {
	if (from?.untilMs === undefined) return toNames(bsuid, wa_id, link === 'former' ? at_ms : null);
	if (link !== 'former' || at_ms === null || at_ms > from.untilMs) return [];
	return toNames(bsuid, wa_id, at_ms);
}

function toNames(bsuid: string | null | undefined, waId: string | null | undefined, untilMs: number | null = null): ContactName[] {
	const until = untilMs === null ? {} : { untilMs };
	return [...(bsuid ? [{ bsuid, ...until }] : []), ...(waId ? [{ waId, ...until }] : [])];
}

/** A name that is the person's now, or was for longer than known so far. */
function isNews(held: ContactName | undefined, { untilMs = Infinity }: ContactName): boolean {
	return held === undefined || untilMs > (held.untilMs ?? Infinity);
}

function keyOf({ bsuid, waId }: ContactName): string {
	return bsuid ?? waId ?? '';
}
