import { createRequire } from 'node:module';
import { StatementSync } from 'node:sqlite';

type Method = (...given: unknown[]) => unknown;

/**
 * Begins to count the statements that this process sends to either database, those that begin and end a transaction among them.
 *
 * @returns gives how many it has sent since
 */
export function countStatements(): () => number {
	let count = 0;
	const { Client } = createRequire(import.meta.url)('pg') as { Client: { prototype: unknown } };
	const places = [
		[StatementSync.prototype, 'all'],
		[Client.prototype, 'query'],
	] as Array<[Record<string, Method>, string]>;
	for (const [prototype, method] of places) {
		const original = prototype[method]!;
		prototype[method] = function (...given: unknown[]) {
			count += 1;
			return original.apply(this, given);
		};
	}
	return () => count;
}
