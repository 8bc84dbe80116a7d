/**
 * Gives members of a record under other names; those without a value are left out.
 *
 * @param names - what they are to be called, and what they are called in the record
 */
export function renamed(record: Record<string, unknown>, names: Readonly<Record<string, string>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(names).flatMap(([name, given]) => (record[given] === undefined ? [] : [[name, record[given]]])));
}
