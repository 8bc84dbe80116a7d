import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { digestName } from './digestName';
import { findByKey } from './findForgottenFacts';
import type { NameRow } from './findNamesOf';
import type { RenamingRow } from './RenamingRow';

/** One name that takes over what is held against another one. */
interface Succession {
	from: string;
	to: string;
	/** Opt-outs that are newer do not pass on; epoch milliseconds, UTC. */
	untilMs: number;
	/** Undefined for every account. */
	businessAccountId?: string;
}

/** An opt-out of a forgotten person holds against both names from the moment they are seen together, as one in the ledger does. */
export function* carryForgottenOfPairs(pairs: NameRow[]): SqlScript<void> {
	const both = pairs.flatMap(({ bsuid, wa_id }) => (bsuid && wa_id ? [[bsuid, wa_id] as const] : []));
	yield* carry(
		both.flatMap(([bsuid, waId]) => [
			{ from: bsuid, to: waId, untilMs: Infinity },
			{ from: waId, to: bsuid, untilMs: Infinity },
		]),
	);
}

/** An opt-out of a forgotten person holds against the name that the person has now. */
export function* carryForgottenOfRenamings(renamings: RenamingRow[]): SqlScript<void> {
	yield* carry(
		renamings.flatMap((renaming) => {
			const { business_account_id: businessAccountId, at_ms: untilMs } = renaming;
			const previous = [renaming.previous_bsuid, renaming.previous_wa_id].filter((name) => name !== null);
			const current = [renaming.bsuid, renaming.wa_id].filter((name) => name !== null);
			return previous.flatMap((from) => current.map((to) => ({ from, to, untilMs, businessAccountId })));
		}),
	);
}

function* carry(successions: Succession[]): SqlScript<void> {
	if (successions.length === 0) return;
	for (const { business_account_id: account, key } of yield* query<{ business_account_id: string; key: string }>('findForgettingKeys')) {
		const here = successions.filter(({ businessAccountId }) => businessAccountId === undefined || businessAccountId === account);
		const facts = yield* findByKey(key, account, [...new Set(here.map(({ from }) => from))]);
		if (facts.length === 0) continue;
		const carried = here.flatMap(({ from, to, untilMs }) =>
			facts
				.filter(({ name, atMs }) => name === from && atMs <= untilMs)
				.map(({ kind, atMs }) => ({ business_account_id: account, digest: digestName(key, account, to), category: kind, at_ms: atMs })),
		);
		yield* query('recordForgottenOptOuts', latestOfEach(carried));
	}
}

/** Of several instants for one digest the latest: Postgres writes no row twice in one statement. */
function latestOfEach<Row extends { digest: string; category: string; at_ms: number }>(rows: Row[]): Row[] {
	const latest = new Map<string, Row>();
	for (const row of rows.toSorted((a, b) => a.at_ms - b.at_ms)) latest.set(`${row.digest} ${row.category}`, row);
	return [...latest.values()];
}
