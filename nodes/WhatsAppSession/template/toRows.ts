/** The fields of one entry of a list in the form. */
export type Row = Record<string, unknown>;

/** The entries of a list in the form; empty for everything that is none. */
export function toRows(value: unknown): Row[] {
	return Array.isArray(value) ? value.map(toRow) : [];
}

/** One entry of the form; empty for everything that is none. */
export function toRow(value: unknown): Row {
	return typeof value === 'object' && value !== null ? (value as Row) : {};
}
