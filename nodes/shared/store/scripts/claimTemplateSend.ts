import { query } from '../query';
import type { SendRecord } from '../SendLog';
import type { SqlScript } from '../SqlScript';
import type { JudgedClaim } from '../TemplateSends';
import { claimSends } from './claimSends';
import { findNamesOf, type NameRow } from './findNamesOf';
import { findSendsByName } from './findSendsByName';
import { findTemplatesOfNames } from './findTemplateSends';

// A name comes to be known of a person a few times in a life.
const MOST_ROUNDS = 4;

/** Claims a template that was judged by those before it; see `TemplateSends.claimTemplateSend`. */
export function* claimTemplateSend(claim: JudgedClaim): SqlScript<SendRecord | 'overtaken' | undefined> {
	const { businessAccountId } = claim.template;
	const names = yield* lockPerson(businessAccountId, claim);
	const { version } = yield* findTemplatesOfNames(businessAccountId, names);
	if (version === claim.historyVersion) {
		const [earlier] = yield* claimSends([claim]);
		return earlier;
	}
	// The send that came in may be this very one.
	const [own] = yield* findSendsByName([claim]);
	return own && own.status !== 'failed' && !claim.takesOver ? own : 'overtaken';
}

/** Keeps other claims for the same person away, whatever name they know the person by. A name that has just become known is locked as well. */
function* lockPerson(businessAccountId: string, { user }: JudgedClaim): SqlScript<NameRow[]> {
	let locked = 0;
	let names = yield* findNamesOf(businessAccountId, user);
	for (let round = 0; names.length > locked && round < MOST_ROUNDS; round++) {
		const people = names.flatMap(({ bsuid, wa_id }) => [bsuid, wa_id].filter((name) => name !== null));
		yield* query('lockPeople', [...new Set(people)].map((name) => `${businessAccountId} ${name}`));
		locked = names.length;
		names = yield* findNamesOf(businessAccountId, user);
	}
	return names;
}
