/** The members that are there: an absent one must not overwrite a default. */
export function withoutAbsent<Members extends object>(members: Members): Members {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members;
}
