import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Says whether anything of an account waits; see `Outbox.hasKept`. */
export function* hasKept(businessAccountId: string, atMs: number): SqlScript<boolean> {
	return (yield* query('hasKept', businessAccountId, atMs)).length > 0;
}
