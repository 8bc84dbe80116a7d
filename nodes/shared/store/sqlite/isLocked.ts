import { SessionStoreError } from '../SessionStoreError';

const SQLITE_BUSY = 5;

/** Says whether work on the database failed only because another process held the file. */
export function isLocked(error: unknown): boolean {
	if (!(error instanceof SessionStoreError)) return false;
	const { errcode } = (error.cause ?? {}) as { errcode?: number };
	return errcode !== undefined && (errcode & 0xff) === SQLITE_BUSY;
}
