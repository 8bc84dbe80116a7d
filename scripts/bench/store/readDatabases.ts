import type { DatabaseName } from './BenchDatabase.ts';

const ALL: DatabaseName[] = ['sqlite', 'postgres'];

/**
 * The databases that are wanted on the command line, as `--only=sqlite`; both where it is not there.
 *
 * @throws {Error} when another one stands there
 */
export function readDatabases(options: string[]): DatabaseName[] {
	const given = options.find((option) => option === '--only' || option.startsWith('--only='));
	if (given === undefined) return ALL;
	const name = given.slice('--only='.length);
	const wanted = ALL.filter((each) => each === name);
	if (wanted.length === 0) throw new Error(`--only is "${name}"; it should be sqlite or postgres, for example --only=sqlite.`);
	return wanted;
}
