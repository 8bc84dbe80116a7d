import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Says whether statuses of a business number arrive; see `SendLog.hasStatusSince`. */
export function* hasStatusSince(phoneNumberId: string, sinceMs: number): SqlScript<boolean> {
	return (yield* query('findLateStatus', phoneNumberId, sinceMs)).length > 0;
}
