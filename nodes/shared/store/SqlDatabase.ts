import type { SqlScript } from './SqlScript';

/** A database that runs scripts. */
export interface SqlDatabase {
	/**
	 * Runs a script that changes nothing.
	 *
	 * @throws {SessionStoreError} when a statement fails
	 */
	read<Result>(script: () => SqlScript<Result>): Promise<Result>;

	/**
	 * Runs a script in one transaction: all of it is recorded, or nothing.
	 *
	 * @param script - starts the work; called again when two transactions met and one has to be repeated
	 * @throws {SessionStoreError} when a statement fails
	 */
	write<Result>(script: () => SqlScript<Result>): Promise<Result>;

	/** Says whether an error means that nothing at all can be done now, and not that this one script could not. */
	isOutage(error: unknown): boolean;

	/**
	 * Writes a whole copy of the database into a new file; see `Housekeeping.backUp`.
	 *
	 * @returns bytes of the copy
	 */
	backUp(path: string): Promise<number>;

	/** Releases files and connections; calling it twice does no harm. */
	close(): Promise<void>;
}
