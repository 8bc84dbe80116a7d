import type { ErrorRow } from './ErrorRow';
import { ERROR_TABLE } from './errorTable';

/** Looks an error code up: a row of its own counts before a range. Undefined for a code that nobody knows yet. */
export function findErrorRow(code: number): ErrorRow | undefined {
	return (
		ERROR_TABLE.find((row) => row.upTo === undefined && row.code === code) ??
		ERROR_TABLE.find((row) => row.upTo !== undefined && row.code <= code && code <= row.upTo)
	);
}
