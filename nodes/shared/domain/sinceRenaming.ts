import type { Session } from './Session';

/**
 * Gives an instant of a session unless the user has left the session's IDs since.
 *
 * Only what is newer than the renaming counts; what happened at the very instant of it does not.
 *
 * @param atMs - epoch milliseconds, UTC; undefined when nothing happened
 * @returns undefined when the instant counts no longer, or there is none
 */
export function sinceRenaming({ renamedAtMs }: Pick<Session, 'renamedAtMs'>, atMs: number | undefined): number | undefined {
	return atMs === undefined || atMs <= (renamedAtMs ?? -Infinity) ? undefined : atMs;
}
