/**
 * Puts the fields that name one send together, so that two different lists never give the same name.
 *
 * Fields are joined by colons; a colon or backslash within one gets a backslash before it. So a builder's key `k1:part2` stays apart
 * from the second part of `k1`, and a name can still be read by people.
 *
 * @param fields - of a kind of name always in the same order, the kind first; undefined and empty are one and the same
 */
export function composeSendOnceKey(fields: ReadonlyArray<string | number | undefined>): string {
	return fields.map((field) => String(field ?? '').replace(/[\\:]/g, '\\$&')).join(':');
}
